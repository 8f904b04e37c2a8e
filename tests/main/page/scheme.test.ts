import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownHeadersOf } from '../../../src/platform/content-security-policy.ts';
import { hostilePaths } from '../../hostile-addresses.ts';
import { startMain } from '../start-main.ts';

const built = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

async function responder() {
  const { respond } = await startMain();
  if (respond === undefined) throw new Error('No scheme is served.');
  return (address: string, method = 'GET') => respond(new Request(address, { method }));
}

test('[SHELL-5] app:// is standard and secure, and never goes round the policy', async () => {
  const { schemes } = await startMain();
  expect(schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
});

test('[SHELL-5] every built file is served, with its right type', async () => {
  const respond = await responder();
  const files = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(built.length)}/${entry.name}`.replaceAll('\\', '/'));
  expect(files).toContain('/index.html');
  for (const file of files) {
    const answer = await respond(`app://rounds${file}`);
    expect([file, answer.status]).toEqual([file, 200]);
    expect([file, answer.headers.get('content-type')]).not.toContain('application/octet-stream');
  }
});

test('[SHELL-5] the bare address is the page', async () => {
  const respond = await responder();
  const answer = await respond('app://rounds/');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toContain('<div id="root">');
});

test.each(hostilePaths)('[SHELL-5] app://rounds%s leads nowhere', async (path) => {
  const respond = await responder();
  expect((await respond(`app://rounds${path}`)).status).toBe(404);
});

test.each(['app://other/index.html', 'app://rounds.evil/index.html', 'app://rounds:81/index.html'])(
  '[SHELL-5] another host is refused: %s',
  async (address) => {
    const respond = await responder();
    expect((await respond(address)).status).toBe(404);
  },
);

test('[SHELL-5] only GET and HEAD are answered', async () => {
  const respond = await responder();
  expect((await respond('app://rounds/index.html', 'POST')).status).toBe(405);
  const head = await respond('app://rounds/index.html', 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test.each([
  ['app://rounds/index.html', 'GET', 200],
  ['app://rounds/no-such-file.js', 'GET', 404],
  ['app://other/index.html', 'GET', 404],
  ['app://rounds/index.html', 'DELETE', 405],
])('[SHELL-6] %s (%s, %i) carries the policy in its header', async (address, method, status) => {
  const respond = await responder();
  const answer = await respond(address, method);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  const policy = (answer.headers.get('content-security-policy') ?? '').split('; ').sort();
  // The header itself: in a page, the meta tag would hide a weaker one.
  expect(policy).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'self'",
    "img-src 'self' blob: data:",
    "manifest-src 'self'",
    'media-src blob:',
    "require-trusted-types-for 'script'",
    "script-src 'self'",
    "style-src 'self'",
    'trusted-types rounds dompurify default',
    "worker-src 'self'",
  ]);
});

test('[SHELL-6] the card document has a policy of its own: no script, nothing from elsewhere', async () => {
  const respond = await responder();
  const answer = await respond('app://rounds/card.html');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('x-dns-prefetch-control')).toBe('off');
  const policy = (answer.headers.get('content-security-policy') ?? '').split('; ').sort();
  expect(policy).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'img-src blob: data:',
    'media-src blob:',
    "require-trusted-types-for 'script'",
    'sandbox allow-same-origin',
    "style-src 'self' 'unsafe-inline'",
    "trusted-types 'none'",
  ]);
  const html = await answer.text();
  expect(html).toContain('default-src &#39;none&#39;; style-src');
  expect(html).not.toContain('<script');
});

test.each(['import', 'export'])(
  '[SHELL-6] the workers of files of other programs alone may compile WebAssembly: %s',
  (name) => {
    const own = ownHeadersOf(`assets/${name}-worker-Dv_U-rbq.js`);
    expect(own?.['content-security-policy']?.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "require-trusted-types-for 'script'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "trusted-types 'none'",
    ]);
    for (const path of ['assets/write-worker-Dv.js', 'assets/x/import-worker-D.js', 'index.html']) {
      expect(ownHeadersOf(path)).toBeUndefined();
    }
  },
);
