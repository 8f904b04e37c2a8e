import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { answer, begin, left } from './studying.ts';
import { fieldNamed, openAdd } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });
test.beforeEach(({ app }) => {
  test.skip(app.shell !== 'web', 'the desktop shell has one window');
});

const FOLLOWS = 'Another window of Rounds is writing; this one follows.';

async function another(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  await second.goto(page.url().replace(/#.*/, ''));
  await expect(second.getByText(FOLLOWS)).toBeVisible();
  await expect(second.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  return second;
}

test('[SHELL-22] [SHELL-32] a second window shows the program, follows live, and refuses to write', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  const second = await another(page);
  await second.getByRole('link', { name: 'Decks' }).click();
  await expect(second.getByRole('heading', { name: 'Decks', level: 1 })).toBeVisible();
  await second.getByRole('link', { name: 'Library' }).click();
  const rows = second.getByRole('row');
  await expect(rows.first()).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/'));
  await openAdd(page);
  await page.keyboard.type('Quokka fact');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It smiles');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Added.').first()).toBeVisible();
  await second.getByRole('searchbox').or(second.getByRole('combobox')).first().fill('quokka');
  await expect(second.getByText('Quokka fact').first()).toBeVisible();
  await second.getByRole('link', { name: 'Rounds' }).click();
  await second.getByRole('button', { name: /^(Begin|Continue)/ }).click();
  await expect(second.getByRole('alert')).toContainText('this one only follows');
});

test('[SHELL-33] a window that is asked hands over; what is typed in either stays', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  await page.keyboard.type('Typed in the first');
  const second = await another(page);
  await openAdd(second);
  await fieldNamed(second, '(Front|Text)').fill('Typed in the second');
  await second.keyboard.press('Control+Enter');
  await expect(second.getByText('this one only follows').first()).toBeVisible();
  await second.getByRole('button', { name: 'Use this window' }).click();
  await expect(second.getByText(FOLLOWS)).toBeHidden();
  await expect(page.getByText(FOLLOWS)).toBeVisible();
  await expect(fieldNamed(page, '(Front|Text)')).toHaveText('Typed in the first');
  await expect(fieldNamed(second, '(Front|Text)')).toHaveText('Typed in the second');
  await fieldNamed(second, 'Back').fill('Its back');
  await second.keyboard.press('Control+Enter');
  await expect(second.getByText('Added.').first()).toBeVisible();
  await page.close();
  // What the other window had begun comes up next.
  await second.getByRole('link', { name: 'Rounds' }).click();
  await openAdd(second);
  await expect(fieldNamed(second, '(Front|Text)')).toHaveText('Typed in the first');
});

test('[SHELL-33] a review goes on in the window that is asked, and a window loaded anew goes on writing', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  await answer(page, 4);
  const second = await another(page);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  await expect(second.getByText(FOLLOWS)).toBeVisible();
  const before = await left(page);
  await answer(page, 4);
  await second.getByRole('button', { name: 'Use this window' }).click();
  await expect(second.getByText(FOLLOWS)).toBeHidden();
  await begin(second);
  expect((await left(second)).new).toBe(before.new - 1);
  await answer(second, 4);
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await expect(page.getByRole('alert')).toContainText('this one only follows');
  await page.getByRole('button', { name: 'Use this window' }).click();
  await expect(page.getByText(FOLLOWS)).toBeHidden();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  expect((await left(page)).new).toBe(before.new - 2);
});

test.describe('with a window that dies', () => {
  // What is being loaded ahead through the service worker, which may live in the process that dies.
  test.use({ allowedErrors: [/crash|ERR_FAILED/i], newBrowser: true });

  test('[SHELL-33] where the window that writes is killed, the next one writes, with every grade', async ({
    app,
  }) => {
    const { page } = app;
    await begin(page);
    const second = await another(page);
    await answer(page, 4);
    const before = (await left(page)).new;
    const session = await page.context().newCDPSession(page);
    void session.send('Page.crash').catch(() => {});
    await expect(second.getByText(FOLLOWS)).toBeHidden();
    await begin(second);
    expect((await left(second)).new).toBe(before);
    await answer(second, 4);
    expect((await left(second)).new).toBe(before - 1);
  });
});

test('[SHELL-34] a window of a newer Rounds has the cards; the older one says so and stops', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  await answer(page, 4);
  // As a newer program's window does when it begins.
  const isFree = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    const channel = new BroadcastChannel('rounds-windows');
    channel.postMessage({ is: 'hello', version: 999 });
    return navigator.locks.request('rounds-only-instance', () => true);
  });
  expect(isFree).toBe(true);
  await expect(page.getByRole('alert')).toContainText('Another version of Rounds has taken over');
});

for (const afterMillis of [0, 60, 300]) {
  test(`[SHELL-34] a newer Rounds that comes ${afterMillis} ms into the start of an older one has the cards`, async ({
    app,
  }) => {
    const { page } = app;
    // As a newer program's window that is there already, when this one begins.
    await page.addInitScript((millis) => {
      const channel = new BroadcastChannel('rounds-windows');
      channel.addEventListener('message', ({ data }) => {
        if (data.is !== 'hello' || data.version === 999) return;
        setTimeout(() => channel.postMessage({ is: 'hello', version: 999 }), millis);
      });
    }, afterMillis);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Another version of Rounds has taken over');
    const isFree = () => navigator.locks.request('rounds-only-instance', () => true);
    expect(await page.evaluate(isFree)).toBe(true);
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('alert')).toContainText('Another version of Rounds has taken over');
    await expect(page.getByRole('link', { name: 'Decks' })).toBeHidden();
  });
}
