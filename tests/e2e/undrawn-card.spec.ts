import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { begin, question } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', allowedErrors: [/crash/i] });

const today = (page: Page) => page.getByRole('heading', { level: 1, name: /^Today/ });

/** In the page: nothing is ever painted, as far as the program hears. */
function neverPainted(): void {
  const later = window.setTimeout;
  window.requestAnimationFrame = () => 0;
  window.setTimeout = ((work: () => void, millis?: number) =>
    millis === 1_000 ? 0 : later(work, millis)) as typeof window.setTimeout;
}

/** Ends the process of a page with a card that is not painted yet; a new one, and the address of both. */
async function ended(page: Page): Promise<{ readonly next: Page; readonly address: string }> {
  const address = page.url();
  expect(address).toContain('#/review');
  const context = page.context();
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => {});
  await crashed;
  const next = await context.newPage();
  await page.close();
  return { next, address };
}

test('[SAFE-22] [SAFE-21] a card that ends the program twice is passed over, listed, edited and then asked again', async ({
  app,
}) => {
  test.skip(app.shell === 'electron', 'its windows are not made by the test');
  const asked = await question(await started(app.page));
  await app.page.getByRole('button', { name: 'Today' }).first().click();
  const first = await restarted(app.page);
  await expect(today(first)).toBeVisible();
  await first.evaluate(neverPainted);
  await first.getByRole('button', { name: /^(Begin|Continue)/ }).click();
  await question(first);
  const { next: second, address } = await ended(first);

  // Once may be anything: the start is the one that was asked for, and so is the card.
  await second.addInitScript(neverPainted);
  await second.goto(address);
  expect(await question(second)).toBe(asked);
  const { next: page } = await ended(second);
  await page.goto(address);

  await expect(today(page)).toBeVisible();
  expect(page.url()).toMatch(/#\/$/);
  await expect(page.getByText('Rounds ended twice in a row while it drew a card.')).toBeVisible();

  await begin(page);
  expect(await question(page)).not.toBe(asked);
  await expect(page.getByText('1 card could not be drawn and is passed over.')).toBeVisible();

  await page.getByRole('link', { name: 'Show in the library' }).click();
  const preview = page.getByRole('article', { name: 'Preview' });
  await expect(
    preview.getByText('Rounds ended twice in a row while it drew this card.'),
  ).toBeVisible();
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
