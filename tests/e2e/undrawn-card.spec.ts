import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { begin, question } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', allowedErrors: [/crash/i] });

const today = (page: Page) => page.getByRole('heading', { level: 1, name: /^Today/ });

/** Ends the page's process before the first card is painted, and opens the same screen again. */
async function endWhileDrawing(page: Page): Promise<Page> {
  await expect(today(page)).toBeVisible();
  await page.evaluate(() => {
    const later = window.setTimeout;
    window.requestAnimationFrame = () => 0;
    window.setTimeout = ((work: () => void, millis?: number) =>
      millis === 1_000 ? 0 : later(work, millis)) as typeof window.setTimeout;
  });
  await page.getByRole('button', { name: /^(Begin|Continue)/ }).click();
  await question(page);
  const address = page.url();
  expect(address).toContain('#/review');
  const context = page.context();
  const ended = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => {});
  await ended;
  const next = await context.newPage();
  await page.close();
  await next.goto(address);
  return next;
}

test('[SAFE-22] [SAFE-21] a card that ends the program is passed over, listed, edited and then asked again', async ({
  app,
}) => {
  test.skip(app.shell === 'electron', 'its windows are not made by the test');
  const asked = await question(await started(app.page));
  await app.page.getByRole('button', { name: 'Today' }).first().click();
  const page = await endWhileDrawing(await restarted(app.page));

  await expect(today(page)).toBeVisible();
  expect(page.url()).toMatch(/#\/$/);
  await expect(page.getByText('Rounds ended while it drew a card.')).toBeVisible();

  await begin(page);
  expect(await question(page)).not.toBe(asked);
  await expect(page.getByText('1 card could not be drawn and is passed over.')).toBeVisible();

  await page.getByRole('link', { name: 'Show in the library' }).click();
  const preview = page.getByRole('article', { name: 'Preview' });
  await expect(preview.getByText('Rounds ended while it drew this card.')).toBeVisible();
  await expect(preview.locator('iframe')).toHaveCount(0);
  await expect(preview.locator('pre')).toHaveText(/\S/);

  await preview.getByRole('button', { name: /^Edit/ }).click();
  const dialog = page.getByRole('dialog');
  const source = dialog.locator('textarea').first();
  await source.fill(`${await source.inputValue()} once more`);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(preview.locator('iframe')).toHaveCount(1);

  await page.getByRole('link', { name: 'Today' }).click();
  await expect(today(page)).toBeVisible();
  await begin(page);
  await expect(page.getByText('could not be drawn')).toHaveCount(0);
});

async function started(page: Page): Promise<Page> {
  await begin(page);
  return page;
}

/** Once more from the start: what was drawn before is not noted again. */
async function restarted(page: Page): Promise<Page> {
  await page.reload();
  return page;
}
