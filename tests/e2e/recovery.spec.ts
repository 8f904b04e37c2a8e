import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { answer, begin } from './studying.ts';
import { storedRows } from './stored.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', newBrowser: true });

async function studied(page: Page, answers: number): Promise<void> {
  await begin(page);
  for (let given = 0; given < answers; given++) await answer(page, 3);
}

async function expectPutBack(page: Page, reviews: number): Promise<void> {
  await expect(page.getByRole('status')).toContainText('put back from the journal');
  await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(reviews);
}

test('[JOURNAL-5] a database that the browser deleted under the program is put back at the next start', async ({
  app,
}) => {
  const { page } = app;
  await studied(page, 4);
  await page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { delete(name: string): Promise<void> };
    };
    await storageBuckets.delete('rounds-cards');
  });
  await page.reload();
  await expectPutBack(page, 4);
  await begin(page);
  await answer(page, 3);
  expect(await storedRows(page, 'reviews')).toBe(5);
});
