import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownHeadersOf, securityHeaders } from '../../src/platform/content-security-policy.ts';

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

test('[SHELL-36] [SHELL-38] no address of page, card and manifest leads to the root of a host', () => {
  for (const file of ['index.html', 'card.html']) {
    const page = read(`out/renderer/${file}`);
    const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^\.\//);
  }
  const manifest = JSON.parse(read('out/renderer/manifest.webmanifest'));
  expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
  // An id is read from the root of the host: all places of one would be the same program.
  expect(manifest.id).toBeUndefined();
  for (const { src } of manifest.icons) expect(src).toMatch(/^[\w-]+\.\w+$/);
});

test('[SHELL-37] what a host should send, as the page about it says, is what Rounds itself sends', () => {
  const page = read('docs/hosting.md');
  const worker = ownHeadersOf('assets/import-worker-x.js') ?? {};
  const headers = [...Object.entries(securityHeaders), ...Object.entries(worker)];
  for (const [name, value] of [...headers, ...Object.entries(ownHeadersOf('card.html') ?? {})]) {
    expect(page.toLowerCase()).toContain(name);
    expect(page).toContain(value);
  }
});
