import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { builtRenderer, serve } from '../../scripts/serve.mjs';
import { expect, test } from './app.ts';
import { launchWeb } from './shells.ts';

const situation = {
  viewport: { width: 800, height: 600 },
  colorScheme: 'light',
  reducedMotion: 'no-preference',
  timezoneId: undefined,
} as const;

const description = (page: Page) => page.locator('meta[name=description]').getAttribute('content');

const caches = (page: Page) => page.evaluate(() => globalThis.caches.keys());

test('[SHELL-21] a new build replaces the old one whole, once no page of the old one is open', async ({
  shell,
}, testInfo) => {
  test.skip(shell !== 'web', 'Electron has its files on disk');
  const root = testInfo.outputPath('renderer');
  await cp(builtRenderer, root, { recursive: true });
  await cp(join(builtRenderer, '../headers.json'), join(root, '../headers.json'));
  const server = await serve({ root });
  const folder = testInfo.outputPath('data');
  const open = (address: string) =>
    launchWeb({
      folder,
      address,
      situation,
      clock: undefined,
      watch: () => {},
      isBusy: false,
    });

  const before = await open(server.address);
  await before.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const [oldCache, ...others] = await caches(before.page);
  expect(oldCache).toMatch(/^rounds-files-[0-9a-f]{16}$/);
  expect(others).toEqual([]);

  const [page, worker] = [join(root, 'index.html'), join(root, 'service-worker.js')];
  await writeFile(
    page,
    (await readFile(page, 'utf8')).replace('content="A calm', 'content="New: a calm'),
  );
  const version = /VERSION = "(\w+)"/.exec(await readFile(worker, 'utf8'))?.[1] ?? '';
  const newVersion = '0123456789abcdef';
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(version, newVersion));

  // The open page learns of it, and keeps its own files meanwhile.
  await before.page.reload();
  expect(await description(before.page)).toMatch(/^A calm/);
  const isWaiting = () =>
    before.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting?.state === 'installed';
    });
  await expect.poll(isWaiting).toBe(true);
  expect(await caches(before.page)).toEqual([oldCache, `rounds-files-${newVersion}`]);
  await before.close();

  const after = await open(server.address);
  await expect.poll(() => caches(after.page)).toEqual([`rounds-files-${newVersion}`]);
  expect(await description(after.page)).toMatch(/^New/);
  await server.close();
  await after.page.reload();
  expect(await description(after.page)).toMatch(/^New/);
  await after.close();
});
