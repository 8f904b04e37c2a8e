import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkCollectionFile } from '../../src/exchange/collection-file/check-file.ts';
import { inMemory } from '../support/collection-file.ts';
import { expect, test } from './app.ts';
import { storedRows } from './stored.ts';
import { accessibilityProblems, answer, begin } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', newBrowser: true });

async function settings(page: Page): Promise<void> {
  await page.goto(page.url().replace(/#.*|$/, '#/settings'));
  await expect(page.getByRole('heading', { name: 'Copies and files' })).toBeVisible();
}

/** Saves the collection as a file, and what it comes to. */
async function saved(page: Page): Promise<{ path: string; hash: string; reviews: number }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Rounds 2026-03-02.rounds');
  const path = await download.path();
  const { isSame, stateHash, counts } = await checkCollectionFile(inMemory(await readFile(path)));
  expect(isSame).toBe(true);
  return { path, hash: stateHash, reviews: counts.reviews };
}

/** Chooses a file to load, as far as the question what is to become of the cards. */
async function choose(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Load a collection file…' }).click();
  await (await choosing).setFiles(path);
  await expect(page.getByRole('heading', { name: 'Load this collection?' })).toBeVisible();
}

async function emptyProfile(page: Page): Promise<void> {
  const program = page.url();
  // Of the same address, and without the program, which would have its database open.
  await page.goto(new URL('about.json', program).href);
  await page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { keys(): Promise<string[]>; delete(name: string): Promise<void> };
    };
    for (const name of await storageBuckets.keys()) await storageBuckets.delete(name);
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await page.goto(program);
  await expect(page.getByRole('heading', { name: 'Copies and files' })).toBeVisible();
}

test('[COPY-12] what was studied is saved as a file and loaded where there was nothing', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  for (let given = 0; given < 4; given++) await answer(page, 3);
  await settings(page);
  const file = await saved(page);
  expect(file.reviews).toBe(4);
  await emptyProfile(page);
  await settings(page);
  await choose(page, file.path);
  await expect(page.getByRole('dialog')).toContainText('4 reviews');
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await storedRows(page, 'reviews')).toBe(0);
  await page.getByRole('radio', { name: /^Replace/ }).check();
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect(page.getByText('Done: everything is as it was then.')).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(4);
  expect((await saved(page)).hash).toBe(file.hash);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Copies and files' })).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(4);
});

test('[COPY-13] a copy is made, restored by keyboard, and that is taken back', async ({ app }) => {
  const { page } = app;
  await begin(page);
  for (let given = 0; given < 2; given++) await answer(page, 3);
  await settings(page);
  await page.getByRole('button', { name: 'Make a copy now' }).click();
  await expect(page.getByText(/^A copy of \d+ cards was made\.$/)).toBeVisible();
  const then = await saved(page);
  await page.goto(page.url().replace(/#.*/, '#/'));
  await begin(page);
  for (let given = 0; given < 3; given++) await answer(page, 3);
  await settings(page);
  const now = await saved(page);
  const restore = page.getByRole('button', { name: /^Restore the copy of/ });
  await restore.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('2 reviews');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done: everything is as it was then.')).toBeVisible();
  expect((await saved(page)).hash).toBe(then.hash);
  const back = page.getByRole('listitem').filter({ hasText: 'before a restoring' });
  await back.getByRole('button', { name: /^Restore/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('Done: everything is as it was then.')).toBeVisible();
  await expect.poll(() => storedRows(page, 'reviews')).toBe(5);
  expect((await saved(page)).hash).toBe(now.hash);
  expect(now.hash).not.toBe(then.hash);
});

test('[COPY-19] a copy is looked at in place of the program, and closing it returns', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  for (let given = 0; given < 2; given++) await answer(page, 3);
  await settings(page);
  await page.getByRole('button', { name: 'Make a copy now' }).click();
  await expect(page.getByText(/^A copy of \d+ cards was made\.$/)).toBeVisible();
  await page
    .getByRole('button', { name: /^Look at the copy of/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /^A copy of 2 Mar 2026/ })).toBeFocused();
  await expect(page.getByText('Nothing here can be changed or studied.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('rated:1');
  await expect(page.getByText('2 cards', { exact: true })).toBeVisible();
  await page.getByRole('region', { name: 'Cards of the copy' }).getByRole('button').first().click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  for (const width of [1200, 400]) {
    await page.setViewportSize({ width, height: 900 });
    const { scroll, inner } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      inner: innerWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(inner);
  }
  await page.getByRole('button', { name: 'Close the copy' }).click();
  await expect(page.getByRole('heading', { name: 'Copies and files' })).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(2);
});
