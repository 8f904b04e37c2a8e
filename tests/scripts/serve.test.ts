import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileFor, type Served, serve } from '../../scripts/serve.mjs';
import {
  cardPolicy,
  CARD_DOCUMENT,
  ownHeadersOf,
  securityHeaders,
} from '../../src/platform/content-security-policy.ts';
import { contentTypes } from '../../src/platform/content-types.ts';
import { hostilePaths } from '../hostile-addresses.ts';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rounds-serve-'));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'main'));
  await writeFile(join(folder, 'main/index.js'), 'secret');
  await writeFile(join(folder, 'package.json'), 'secret');
  await writeFile(
    join(folder, 'headers.json'),
    JSON.stringify({
      headers: securityHeaders,
      own: { [CARD_DOCUMENT]: ownHeadersOf(CARD_DOCUMENT) },
      types: contentTypes,
    }),
  );
  await writeFile(join(root, 'index.html'), 'the page');
  await writeFile(join(root, 'card.html'), 'the card');
  await writeFile(join(root, 'assets/card.html'), 'another');
  await writeFile(join(root, 'assets/index-abc.js'), 'code');
  served = await serve({ root });
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** The path goes out exactly as it stands here; fetch() would tidy it first. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = served;
    request({ host: '127.0.0.1', port, path, method, headers }, async (answer) => {
      const parts = await answer.toArray();
      const body = Buffer.concat(parts).toString();
      resolve({ status: answer.statusCode, headers: answer.headers, body });
    })
      .on('error', reject)
      .end();
  });
}

test('[SHELL-23] the page and its files are served, with their types and times to keep', async () => {
  expect(await ask('/')).toMatchObject({
    status: 200,
    body: 'the page',
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
  expect(await ask('/assets/index-abc.js?v=1')).toMatchObject({
    status: 200,
    body: 'code',
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
});

test.each(hostilePaths)('[SHELL-23] %s leads nowhere', async (path) => {
  const { status, body } = await ask(path);
  expect([status, body]).toEqual([404, 'Not found']);
});

test('[SHELL-23] what is refused never becomes the name of a file', () => {
  for (const path of ['/../x', '/%2e%2e/x', '/a/..%2fx', '/a%00b', 'http://evil/x', '*', '']) {
    expect([path, fileFor('/root', path)]).toEqual([path, undefined]);
  }
  expect(fileFor('/root', '/')).toBe(join('/root', 'index.html'));
});

test.each([
  ['/', 'GET', {}, 200],
  ['/nothing', 'GET', {}, 404],
  ['/', 'POST', {}, 405],
  ['/', 'GET', { host: 'rounds.evil' }, 421],
])(
  '[SHELL-6] %s (%s %o, %i) carries the same headers as in Electron',
  async (path, method, headers, status) => {
    const answer = await ask(path, method, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(securityHeaders);
  },
);

test('[SHELL-6] the card document has its own policy, and it alone', async () => {
  const { headers, body } = await ask('/card.html?x');
  expect(body).toBe('the card');
  expect(headers).toMatchObject({ ...securityHeaders, 'content-security-policy': cardPolicy });
  for (const path of ['/assets/card.html', '/no/card.html', '/card.htm']) {
    expect((await ask(path)).headers).toMatchObject(securityHeaders);
  }
});

test('[SHELL-23] another name for this machine is refused, so that no site can rebind its own', async () => {
  for (const host of ['evil.test', `evil.test:${served.port}`, '127.0.0.1', '127.0.0.1:1']) {
    expect([host, (await ask('/', 'GET', { host })).status]).toEqual([host, 421]);
  }
});

test('[SHELL-23] localhost, which would be another collection, is sent to the one address', async () => {
  const answer = await ask('/x', 'GET', { host: `localhost:${served.port}` });
  expect([answer.status, answer.headers.location]).toEqual([308, served.address]);
});

test('[SHELL-23] only GET and HEAD are answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect([method, (await ask('/', method)).status]).toEqual([method, 405]);
  }
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('[SHELL-23] nobody outside this machine reaches the server', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (outside === undefined) return;
  const reach = fetch(`http://${outside.address}:${served.port}/`, {
    signal: AbortSignal.timeout(2_000),
  });
  await expect(reach).rejects.toThrow();
});

test('[SHELL-24] the port is free again after closing, and a taken one is an error', async () => {
  const root = join(folder, 'renderer');
  const first = await serve({ root });
  await expect(serve({ root, port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
  const second = await serve({ root, port: first.port });
  expect(second.port).toBe(first.port);
  await second.close();
});

test('a folder that was not built says what to do', async () => {
  await expect(serve({ root: join(folder, 'no/where') })).rejects.toThrow('npm run build');
});

test('[SHELL-21] the service worker knows every built file but itself', async () => {
  const built = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
  const worker = await readFile(join(built, 'service-worker.js'), 'utf8').catch(() => undefined);
  if (worker === undefined) return;
  expect(worker).not.toMatch(/__VERSION__|__FILES__/);
  const files: string[] = JSON.parse(/FILES = (\[.*?\])/.exec(worker)?.[1] ?? '[]');
  expect(files).toContain('index.html');
  expect(files).toContain('card.html');
  expect(files).toContain('manifest.webmanifest');
  expect(files).not.toContain('service-worker.js');
});
