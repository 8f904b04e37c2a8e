import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { storedRows } from './stored.ts';
import { begin, cardSide, question } from './studying.ts';
import { addNow, chooseType, openAdd } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

/** The fingerprint of the whole collection, as Settings tells it. */
async function stateHash(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Check the collection' }).click();
  const line = page.getByText(/^State [0-9a-f]{16}$/);
  await expect(line).toBeVisible();
  const text = (await line.innerText()).trim();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return text;
}

test('[E30][E32][E35] a note is added by keyboard, is listed, and is studied next', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  await page.keyboard.type('Which infection is feared under natalizumab?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('PML');
  await expect(page.getByText('One card')).toBeVisible();
  const preview = page.frameLocator('iframe[title="Preview of the question"]').locator('body');
  await expect(preview).toContainText('Which infection');
  await addNow(page, 'Front');
  await expect(page.getByRole('button', { name: /^Edit: Which infection/ })).toBeVisible();
});

test('[E31] a half-written note is there again after a crash', async ({ app }) => {
  await openAdd(app.page);
  await app.page.keyboard.type('Half a thought');
  await expect.poll(() => storedRows(app.page, 'drafts')).toBe(1);
  // The last quarter of a second may still be on its way.
  await app.page.waitForTimeout(1000);
  const page = await app.kill();
  await openAdd(page);
  await expect(page.getByRole('textbox', { name: /^Front/ }).first()).toContainText(
    'Half a thought',
  );
});

test('[E34] tags are completed from those in use', async ({ app }) => {
  const { page } = app;
  await openAdd(page);
  const tags = page.getByRole('combobox', { name: 'Tags' });
  await tags.focus();
  await page.keyboard.type('mech');
  await expect(page.getByRole('option', { name: 'Mechanism' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take off the tag Mechanism' })).toBeVisible();
  await page.keyboard.type('New::Part,');
  await expect(page.getByRole('button', { name: 'Take off the tag New::Part' })).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Take off the tag New::Part' })).toBeHidden();
});

test('[E33] a note that is there already is pointed out, and can be added all the same', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  for (let time = 0; time < 2; time++) {
    await page.keyboard.type('Twice');
    if (time === 1) {
      await expect(page.getByText(/There is a note with the same Front already/)).toBeVisible();
    }
    await addNow(page, 'Front');
  }
});

test('[E35] an edit from the review screen keeps its card and its place', async ({ app }) => {
  const { page } = app;
  await begin(page);
  const before = await question(page);
  await page.keyboard.press('e');
  const text = page.getByRole('textbox', { name: /^Text|^Front/ }).first();
  await expect(text).toBeFocused();
  await page.keyboard.type(' Indeed.');
  await page.keyboard.press('Control+Enter');
  await expect(cardSide(page, 'Question')).toContainText(`${before} Indeed.`);
});

test('[N1][E30][B20] ten notes by keyboard, found, changed, everything undone: the state of the start', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  const start = await stateHash(page);
  await openAdd(page);
  let notes = 0;
  for (const side of ['Basic', 'Basic and reversed', 'Typed answer']) {
    await chooseType(page, side, 'Front');
    for (const round of [1, 2]) {
      await page.keyboard.type(`${side} ${round}?`);
      await page.keyboard.press('Tab');
      await page.keyboard.type(`Answer ${round}`);
      await addNow(page, 'Front');
      notes++;
    }
  }
  await chooseType(page, 'Basic, reversed if asked', 'Front');
  await page.keyboard.type('Asked both ways');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Answered both ways');
  await page.keyboard.press('Tab');
  await page.keyboard.type('y');
  await addNow(page, 'Front');
  notes++;
  await chooseType(page, 'Cloze', 'Text');
  for (const word of ['receptor', 'integrin', 'antibody']) {
    await page.keyboard.type(`It binds the `);
    await page.keyboard.press('Control+Shift+C');
    await page.keyboard.type(word);
    await addNow(page, 'Text');
    notes++;
  }
  expect(notes).toBe(10);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await stateHash(page)).not.toBe(start);

  await page.keyboard.press('b');
  await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused();
  await page.keyboard.type('added:1 tag:none ');
  await expect(page.getByText(/: 13, of 10 notes/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: 'Asked both ways' }).first()).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('*');
  await expect(page.getByText(/10 notes marked/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(/^Undid: mark/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();

  const done = await storedRows(page, 'operations');
  for (let undone = 1; undone <= notes; undone++) {
    await page.keyboard.press('u');
    await expect(page.getByText('Undid: add note.').first()).toBeVisible();
    await expect.poll(() => storedRows(page, 'operations')).toBe(done + undone);
  }
  expect(await stateHash(page)).toBe(start);
});
