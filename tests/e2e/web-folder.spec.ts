import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { makeWebFolder } from '../../scripts/build-web.mjs';
import { chromiumArguments, findChromium, findHeadlessShell } from '../../scripts/chromium.mjs';
import { cardPolicy, contentSecurityPolicy } from '../../src/platform/content-security-policy.ts';
import { contentTypes } from '../../src/platform/content-types.ts';
import { expect, test } from './app.ts';
import { left, question } from './studying.ts';

test.beforeEach(({ shell }) => {
  test.skip(shell !== 'web', 'Electron has its files on disk');
});

const PLACE = 'some/place/rounds';

/** A server as anybody has one: files below `root`, their types, and no other header. */
async function plainServer(root: string, port = 0) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = await readFile(join(root, path)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': contentTypes[extname(path)] ?? '' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    address: `http://127.0.0.1:${bound}/${PLACE}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser on a phone, with its data on disk. */
function phone(folder: string): Promise<BrowserContext> {
  const executablePath = (findHeadlessShell() ?? findChromium())?.path;
  return chromium.launchPersistentContext(folder, {
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumArguments, '--host-resolver-rules=MAP hospital.test 127.0.0.1'],
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
}

/** Another build: its page says so, and it has one file less. */
async function newBuild(folder: string): Promise<{ readonly gone: string }> {
  const [page, worker] = [join(folder, 'index.html'), join(folder, 'service-worker.js')];
  const code = await readFile(worker, 'utf8');
  const gone = /"(assets\/KaTeX_[\w.-]+)",/.exec(code)?.[1] ?? '';
  await rm(join(folder, gone));
  await writeFile(worker, code.replace(`"${gone}",`, '').replace(/VERSION = "/, '$&new'));
  await writeFile(page, (await readFile(page, 'utf8')).replace('content="A calm', 'content="New'));
  return { gone };
}

const description = (page: Page) => page.locator('meta[name=description]').getAttribute('content');
const isServed = (page: Page, file: string) =>
  page.evaluate(async (name) => (await fetch(`./${name}`)).ok, file);
const policyOf = (page: Page, file: string) =>
  page.evaluate(
    async (name) => (await fetch(`./${name}`)).headers.get('content-security-policy'),
    file,
  );

test('[SHELL-36] [SHELL-37] [SHELL-38] [SHELL-39] at any place, on a phone: installed, offline, and renewed when the person says so', async ({
  shell: _web,
}, testInfo) => {
  const root = testInfo.outputPath('server');
  const folder = makeWebFolder(join(root, PLACE));
  let server = await plainServer(root);
  const context = await phone(testInfo.outputPath('data'));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const session = await context.newCDPSession(page);
  const manifest = await session.send('Page.getAppManifest');
  expect([manifest.url, manifest.errors]).toEqual([`${server.address}manifest.webmanifest`, []]);
  expect(manifest.manifest).toMatchObject({
    id: server.address,
    startUrl: server.address,
    scope: server.address,
  });

  // Without a network: a card is answered by touch, and the policies hold.
  await server.close();
  await page.reload();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Begin/ })
    .tap();
  expect(await question(page)).not.toBe('');
  const before = await left(page);
  await page.getByRole('button', { name: /^Show answer/ }).tap();
  await page.getByRole('button', { name: /^Good/ }).tap();
  await expect.poll(() => left(page)).not.toEqual(before);
  const answered = await left(page);
  expect(await policyOf(page, 'index.html')).toBe(contentSecurityPolicy);
  expect(await policyOf(page, 'card.html')).toBe(cardPolicy);
  const code = await readFile(join(folder, 'service-worker.js'), 'utf8');
  const importer = /assets\/import-worker-[\w-]+\.js/.exec(code)?.[0] ?? '';
  expect(await policyOf(page, importer)).toContain("script-src 'self' 'wasm-unsafe-eval'");

  // A new version is there: both windows go on with the old one until they are told otherwise.
  const { gone } = await newBuild(folder);
  server = await plainServer(root, server.port);
  await page.reload();
  const notice = page.getByText('A new version is ready.');
  await expect(notice).toBeVisible();
  expect(await description(page)).toMatch(/^A calm/);
  const second = await context.newPage();
  await second.goto(server.address);
  await expect(second.getByText('A new version is ready.')).toBeVisible();
  expect(await description(second)).toMatch(/^A calm/);

  await page.getByRole('button', { name: 'Use it now' }).tap();
  await expect.poll(() => description(page).catch(() => '')).toMatch(/^New/);
  await expect.poll(() => left(page)).toEqual(answered);
  await expect(notice).toBeHidden();
  await expect(second.getByText('in use in another window')).toBeVisible();
  expect(await description(second)).toMatch(/^A calm/);
  expect([await isServed(second, gone), gone]).toEqual([true, expect.stringContaining('KaTeX')]);
  await second.getByRole('button', { name: 'Use it now' }).tap();
  await expect.poll(() => description(second).catch(() => '')).toMatch(/^New/);
  // Nobody goes on with the old files any more.
  await expect.poll(() => second.evaluate(() => caches.keys())).toHaveLength(1);
  await context.close();
  await server.close();
});

test('[SHELL-40] opened as a file, or without https, it says what to do', async ({
  shell: _web,
}, testInfo) => {
  const root = testInfo.outputPath('server');
  const folder = makeWebFolder(join(root, PLACE));
  const server = await plainServer(root);
  const context = await phone(testInfo.outputPath('data'));
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await expect(page.getByText('Put this folder on any https server')).toBeVisible();
  await page.goto(`http://hospital.test:${server.port}/${PLACE}/`);
  await expect(page.getByText('Open the same address with https://')).toBeVisible();
  await expect(page.getByText('Put this folder on any https server')).toHaveCount(0);
  await context.close();
  await server.close();
});
