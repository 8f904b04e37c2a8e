import type { Page } from '@playwright/test';
import { SHORT_ATTACKS } from '../support/attack-strings.ts';
import { expect, test } from './app.ts';
import { fillWithAttacks, type Watch, watch } from './hostile-collection.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });
test.describe.configure({ timeout: 300_000 });

let watched: Watch;
let page: Page;

test.beforeEach(async ({ app }) => {
  ({ page } = app);
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
  watched = await watch(app.context, page);
  await fillWithAttacks(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
});

test.afterEach(async () => {
  expect(await watched.happened()).toEqual([]);
});

test('[U8] in review: questions, answers, tags and sources', async () => {
  await study('Single attacks');
  let answers = 0;
  const showAnswer = page.getByRole('button', { name: /^Show answer/ });
  const good = page.getByRole('button', { name: /^Good/ });
  const done = page.getByRole('heading', { name: /^(Done|Nothing due here)$/ });
  while (await showAnswer.isVisible()) {
    await page.keyboard.press('Space');
    await expect(good).toBeFocused();
    await page.keyboard.press('4');
    answers++;
    await expect(showAnswer.or(done)).toBeVisible();
  }
  expect(answers).toBeGreaterThan(200);
});

test('[U8] in the library: rows, tooltips, the side tree and the preview', async () => {
  await page.goto(`${page.url().split('#')[0]}#/library`);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await page.getByRole('combobox', { name: 'Search the library' }).fill('deck:"0 Single attacks"');
  await page.keyboard.press('Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', String(SHORT_ATTACKS.length + 1));
  await page.keyboard.press('Escape');
  await grid.getByRole('row').nth(1).click();
  const preview = page.getByRole('article', { name: 'Preview' });
  for (let row = 0; row < SHORT_ATTACKS.length; row++) {
    await expect(preview.locator('iframe')).toBeVisible();
    await page.keyboard.press('ArrowDown');
  }
});

async function study(deck: string): Promise<void> {
  await page.getByRole('row', { name: deck }).getByRole('button').first().click();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
}
