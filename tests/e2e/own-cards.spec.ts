import { expect, test } from './app.ts';
import { storedState } from './stored.ts';
import { begin, cardSide, question } from './studying.ts';
import { addNow, chooseType, fieldNamed, intoNewDeck, openAdd, study } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

test('[WRITE-1][WRITE-5][WRITE-9] a note is added by keyboard, is listed, and is studied next', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  await page.keyboard.type('Which infection is feared under natalizumab?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('PML');
  await expect(page.getByText('One card')).toBeVisible();
  const preview = (side: string) =>
    page.frameLocator(`iframe[title="Preview of the ${side}"]`).locator('body');
  await expect(preview('answer')).toContainText('Which infection');
  await expect(preview('answer')).toContainText('PML');
  await page.getByRole('button', { name: 'Question', exact: true }).press('Enter');
  await expect(preview('question')).toContainText('Which infection');
  await expect(preview('question')).not.toContainText('PML');
  await addNow(page, 'Front');
  await expect(page.getByRole('button', { name: /^Edit: Which infection/ })).toBeVisible();
});

test('[WRITE-2] a half-written note is there again after a crash', async ({ app }) => {
  await openAdd(app.page);
  await app.page.keyboard.type('Half a thought');
  // The last quarter of a second is written after the rest.
  await expect.poll(() => storedState(app.page, [])).toContain('Half a thought');
  const page = await app.kill();
  await openAdd(page);
  await expect(page.getByRole('textbox', { name: /^Front/ }).first()).toContainText(
    'Half a thought',
  );
});

test('[WRITE-7] tags are completed from those in use', async ({ app }) => {
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

test('[WRITE-6] a note that is there already is pointed out, and can be added all the same', async ({
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

test('[WRITE-12] a near-duplicate is among the suggestions while one writes, and can be switched off', async ({
  app,
}) => {
  const { page } = app;
  const rest =
    'of the integrin on activated lymphocytes does natalizumab bind to in relapsing multiple sclerosis?';
  const said = page.getByText(/^Another note says nearly the same/);
  await openAdd(page);
  await page.keyboard.type(`Which subunit ${rest}`);
  await addNow(page, 'Front');
  await page.getByRole('button', { name: /^Edit: Which subunit/ }).click();
  await expect(fieldNamed(page.getByRole('dialog'), 'Front')).toBeFocused();
  // It is not like itself: there is time to find that it were.
  await page.waitForTimeout(1_500);
  await expect(page.getByRole('dialog').getByText(/^\d+ suggestions?$/)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await fieldNamed(page, 'Front').click();
  await page.keyboard.type(`Which subunits ${rest}`);
  await page.getByText(/^\d+ suggestions?$/).click();
  await expect(said).toBeVisible();
  await page.getByRole('button', { name: 'Never advise on: Nearly the same' }).click();
  await expect(said).toBeHidden();
});

test('[WRITE-9] an edit from the review screen keeps its card and its place', async ({ app }) => {
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

test('[REVIEW-5] an edit that takes the card away asks the next one, and does not show its answer', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  await intoNewDeck(page, 'Own');
  await chooseType(page, 'Cloze', 'Text');
  for (const words of ['first {{c1::alpha}} {{c2::beta}}', 'second {{c1::gamma}}']) {
    await page.keyboard.insertText(words);
    await addNow(page, 'Text');
  }
  await study(page, 'Own');
  await expect(cardSide(page, 'Question')).toContainText('first […] beta');
  await page.keyboard.press('Space');
  await expect(cardSide(page, 'Answer')).toContainText('first alpha beta');
  await page.keyboard.press('e');
  const text = page.getByRole('textbox', { name: /^Text/ }).first();
  await expect(text).toBeFocused();
  await text.fill('first alpha {{c2::beta}}');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
  await expect(cardSide(page, 'Question')).toContainText('[…]');
});
