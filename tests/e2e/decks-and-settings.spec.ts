import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { answer, begin, left, question } from './studying.ts';
import { fieldNamed } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

const HEART = `# Heart
- deck: heart
- source: Lecture notes, week 3
## Valves
### mitral
The {{c1::mitral::which}} valve lies between left atrium and left ventricle.
### valve-count
Q: How many valves does the heart have?
A: Four
`;

async function choose(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add from a file…' }).click();
  await (await chooser).setFiles(path);
}

test.describe('a deck file', () => {
  test.skip(({ shell }) => shell !== 'web', 'the system’s own dialog is not driven in Electron');

  test('[DECK-7] with errors, it says line and column, and the valid facts load', async ({
    app,
  }, testInfo) => {
    const { page } = app;
    const path = testInfo.outputPath('heart.md');
    await writeFile(path, `${HEART}### broken\nThis {{c1::never closes.\n`);
    await page.getByRole('link', { name: 'Decks' }).click();
    await choose(page, path);
    await expect(page.getByText('1 error in the file; every other fact loads.')).toBeVisible();
    await expect(page.getByText(/Line 1\d, column \d+/)).toBeVisible();
    await page.getByRole('button', { name: 'Add the deck' }).click();
    await expect(page.getByRole('button', { name: 'Study Heart' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Study Valves' })).toBeVisible();
  });

  test('[DECK-18] edited and loaded again: text follows, the schedule stays, a removed fact is offered for archiving', async ({
    app,
  }, testInfo) => {
    const { page } = app;
    const path = testInfo.outputPath('heart.md');
    await writeFile(path, HEART);
    await page.getByRole('link', { name: 'Decks' }).click();
    await choose(page, path);
    await page.getByRole('button', { name: 'Add the deck' }).click();
    await page.getByRole('button', { name: 'Study Heart' }).click();
    await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
    await answer(page, 4);
    expect(await left(page)).toEqual({ new: 1, learning: 0, review: 0 });

    const edited = HEART.replace('lies between', 'is the door between').replace(
      /### valve-count[\s\S]*/,
      '',
    );
    await writeFile(path, edited);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Decks' }).click();
    await choose(page, path);
    await expect(page.getByText('1 fact updated')).toBeVisible();
    await expect(page.getByRole('group', { name: 'No longer in the file' })).toContainText(
      'How many valves',
    );
    await page.getByRole('button', { name: 'Update the deck' }).click();
    // It leads there when the deck is loaded; until then its own screen stands.
    await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
    await expect(page.getByText('Heart has nothing today')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Study Heart' })).toBeHidden();

    // The graded card kept its date: eight days on it is asked with its new text.
    await app.setClock('2026-03-12T08:00:00Z');
    const later = await app.restart();
    await later.getByRole('button', { name: 'Study Heart' }).click();
    await expect.poll(() => question(later)).toContain('is the door between');
    expect(await left(later)).toEqual({ new: 0, learning: 0, review: 1 });
    await later.keyboard.press('Escape');
    await expect(later.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
    await later.keyboard.press('u');
    // It was done days ago, so it is not taken back without a question.
    await later.getByRole('button', { name: 'Take it back' }).click();
    await expect(later.getByText(/^Undid: load deck/)).toBeVisible();
    await later.getByRole('button', { name: 'Study Heart' }).click();
    await expect.poll(() => left(later)).toEqual({ new: 1, learning: 0, review: 1 });
  });
});

test('[DECK-19] a deck is saved as a file with the person’s own edits in it', async ({ app }) => {
  test.skip(app.shell !== 'web', 'the system’s own dialog is not driven in Electron');
  const { page } = app;
  await begin(page);
  await page.keyboard.press('e');
  await fieldNamed(page, 'Extra').fill('my own words');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Note saved.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Decks' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Save as a text file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Natalizumab in multiple sclerosis.md');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('### discovery');
  expect(text).toContain('- extra: my own words');
});

test('[QUEUE-6] fewer new cards a day, and a later start of the day, hold at once and after a restart', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'New cards a day' }).fill('7');
  await page.getByText('More options', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Learning steps', exact: true }).fill('oops');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The steps could not be read');
  await page.getByRole('textbox', { name: 'Learning steps', exact: true }).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Study options saved.')).toBeVisible();
  const again = await app.restart();
  await expect(again.getByText('7 new', { exact: true })).toBeVisible();
  await begin(again);
  await again.keyboard.press('Space');
  await expect(again.getByRole('button', { name: /^Good next in \d+ days?$/ })).toBeVisible();
});

test('[OPTIONS-1][OPTIONS-3] study options of one’s own: made, given to a deck, weighed before they are saved, deleted', async ({
  app,
}) => {
  const { page } = app;
  const deck = page.getByRole('checkbox', { name: 'Natalizumab in multiple sclerosis' });
  const options = page.getByRole('combobox', { name: 'Options', exact: true });
  const workload = page.getByText(/^About \d+ minutes? a day/);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(deck).toBeChecked();
  await page.getByRole('button', { name: 'New options …' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Before the exam');
  await page.keyboard.press('Enter');
  await expect(options.locator('option:checked')).toHaveText('Before the exam – 0 decks');
  await deck.click();
  const question = page.getByRole('dialog', {
    name: /^Study “Natalizumab .* with “Before the exam”/,
  });
  await expect(question.getByText(/^About \d+ minutes a day/)).toBeVisible();
  await expect(options.locator('option:checked')).toHaveText('Before the exam – 0 decks');
  await question.getByRole('button', { name: 'Use these' }).click();
  await expect(options.locator('option:checked')).toHaveText('Before the exam – 1 deck');

  await expect(workload).toHaveText(/if every day is studied in full\.$/);
  const retention = page.getByRole('textbox', { name: 'Desired retention, %' });
  await retention.fill('98');
  await expect(workload).toHaveText(/minutes? more than now\.$/);
  await retention.fill('120');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await retention.fill('98');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Study options saved.')).toBeVisible();
  await expect(workload).toHaveText(/if every day is studied in full\.$/);

  await options.selectOption({ index: 0 });
  await expect(retention).toHaveValue('90');
  await expect(deck).not.toBeChecked();
  await options.selectOption('Before the exam – 1 deck');
  await expect(retention).toHaveValue('98');
  await page.getByRole('button', { name: 'Delete “Before the exam”' }).click();
  await page
    .getByRole('dialog', { name: 'Delete “Before the exam”?' })
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  await expect(retention).toHaveValue('90');
  await expect(deck).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(options.locator('option')).toHaveCount(2);
});

test('[KEYS-1] a key can be given to another action, does only that, and is kept', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: '1', exact: true }).click();
  await page.keyboard.press('j');
  await expect(page.getByText('Again: J.')).toBeVisible();
  const again = await app.restart();
  await begin(again);
  const first = await question(again);
  await again.keyboard.press('Space');
  await again.keyboard.press('1');
  await expect(again.getByRole('button', { name: /^Good/ })).toBeVisible();
  await again.keyboard.press('j');
  await expect.poll(() => question(again)).not.toBe(first);
});

test('[KEYS-2] keys rest while a person types, and while a dialog is open', async ({ app }) => {
  const { page } = app;
  await begin(page);
  await page.keyboard.press('e');
  const field = fieldNamed(page, 'Text');
  await field.fill('');
  await field.pressSequentially('{{c1::u1234@!-=}} beside');
  await expect(field).toHaveText('{{c1::u1234@!-=}} beside');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.press('4');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  expect((await left(page)).new).toBe(20);
});

test('the theme can be chosen, and is there from the first paint on', async ({ app }) => {
  const { page } = app;
  const background = (at: Page) =>
    at.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await background(page)).not.toBe(light);
  const again = await app.restart();
  expect(await background(again)).not.toBe(light);
});
