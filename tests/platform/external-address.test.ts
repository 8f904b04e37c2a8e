import { expect, test } from 'vitest';
import { externalAddress } from '../../src/platform/external-address.ts';

test.each([
  'https://doi.org/10.1159/000109933',
  'https://xn--bcher-kva.example.org/',
  'https://8.8.8.8/',
  'https://100.128.0.1/',
  'https://172.32.0.1/',
  'https://[2606:4700:4700::1111]/',
  'https://a.org:8443/',
])('[SHELL-8] %s leads outside', (address) => {
  expect(externalAddress(address)).toBe(address);
});

test.each([
  // Other schemes, and what hides the host.
  'http://a.org/',
  'javascript:1',
  'file:///x',
  'mailto:a@a.org',
  'doi:10.1/2',
  'blob:https://a.org/x',
  'data:text/html,x',
  'ms-settings:',
  'ftp://a.org/',
  'https://u:p@a.org/',
  'https://doi.org@a.org/',
  '',
  // This machine, in every spelling that a browser takes.
  'https://localhost/',
  'https://LOCALHOST./',
  'https://a.localhost/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0177.0.0.1/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://0/',
  'https://127.0.0.1./',
  'https://１２７.0.0.1/',
  'https://①②⑦.0.0.1/',
  'https://[::1]/',
  'https://[::]/',
  // Its network, its provider’s, many at once, and none.
  'https://10.1.2.3/',
  'https://100.64.0.1/',
  'https://100.127.255.255/',
  'https://169.254.169.254/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://0xC0.0xA8.1.1/',
  'https://198.19.0.1/',
  'https://192.0.2.1/',
  'https://203.0.113.9/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://240.0.0.1/',
  // IPv6: mapped, compatible, NAT64, 6to4, Teredo, link-local, unique local, multicast, examples.
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001::1]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd12::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[fec0::1]/',
  // Names that mean something in one network only.
  'https://router/',
  'https://nas.local/',
  'https://a.internal/',
  'https://a.home.arpa/',
  'https://a.lan/',
  'https://printer.corp/',
  'https://a.test/',
  'https://x.onion/',
  'https://a..org/',
  `https://a.org/${'x'.repeat(2048)}`,
  'https://.org/',
])('[SHELL-8] %s leads nowhere', (address) => {
  expect(externalAddress(address)).toBeUndefined();
});
