import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

const WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
const TAGS = Array.from({ length: 40 }, (_, index) =>
  index % 7 === 0 ? `T${index}::${WORD.slice(0, 90)}` : `Tag${index}::Part`,
);
/** A name of 3,000 letters. */
const NAME = 'Longname'.repeat(375);
const DECK = `# ${NAME}
- deck: long
- source: https://example.org/${WORD}
## ${NAME}::${WORD}
${[1, 2, 3].map((number) => `### f${number}\nQ: ${WORD} ${number}\nA: ${WORD}\n- also: ${TAGS.join(', ')}\n`).join('\n')}`;

/** Other screens, by their address. */
const PLACES = ['library', 'exams', 'exams/new', 'types', 'media', 'import', 'settings', 'advice'];

/** Each screen is reached where there is least room, and looked at in all of these. */
const WIDTHS = [320, 400, 1200];
const HEIGHT = 640;
const NARROWEST = { width: 320, height: HEIGHT };

test.use({ viewport: NARROWEST, reducedMotion: 'reduce' });
test.skip(({ shell }) => shell !== 'web', 'the desktop shell asks through the native dialog');

test('[LARGE-7] no screen scrolls sideways with long words, long names and forty tags', async ({
  app,
}, testInfo) => {
  const { page } = app;
  const at = (path: string) => page.goto(page.url().replace(/#.*|$/, `#/${path}`));
  const stays = (screen: string) => staysWithin(page, screen);
  const file = testInfo.outputPath('long.md');
  await writeFile(file, DECK);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await at('deck');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add from a file…' }).click();
  await (await chooser).setFiles(file);
  const add = page.getByRole('button', { name: 'Add the deck' });
  await expect(add).toBeVisible();
  await stays('a deck’s report');
  await add.click();
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
  await stays('Today');

  await at('add');
  const front = page.getByRole('textbox', { name: /^Front/ }).first();
  await front.click();
  await page.keyboard.insertText(`https://example.org/${WORD} ${WORD}`);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(WORD);
  await page.getByRole('combobox', { name: 'Tags' }).fill(`${TAGS.join(' ')} `);
  await expect(page.getByRole('button', { name: /^Take off the tag/ })).toHaveCount(40);
  await stays('Add, written');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Added.').first()).toBeVisible();
  await stays('Add, added');
  await page.locator('.added li button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await stays('the note’s editor');
  await page.keyboard.press('Escape');
  await at('deck');
  await expect(page.getByRole('heading', { name: 'Your decks' })).toBeVisible();
  await stays('Decks');
  for (const place of PLACES) {
    await at(place);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await stays(place);
  }
  await at('import');
  const rows = page.getByRole('textbox', { name: 'Paste a table' });
  await rows.fill(`${WORD}\t${TAGS.join(' ')}\t${WORD}\t${WORD}\t${WORD}\n`);
  await page.getByRole('button', { name: 'See what it makes' }).click();
  await expect(page.getByRole('button', { name: 'Import 1 note' })).toBeVisible();
  await stays('an import of a table');
  await page.getByRole('button', { name: 'Import 1 note' }).click();
  await expect(page.getByRole('button', { name: 'Study now' })).toBeVisible();
  await stays('an import’s report');
});

test('[LARGE-7] no step of studying, choosing, planning and mending scrolls sideways with such names', async ({
  app,
}, testInfo) => {
  const { page } = app;
  const at = (path: string) => page.goto(page.url().replace(/#.*|$/, `#/${path}`));
  const stays = (screen: string) => staysWithin(page, screen);
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const file = testInfo.outputPath('long.md');
  await writeFile(file, DECK);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await at('deck');
  const chooser = page.waitForEvent('filechooser');
  await button('Add from a file…').click();
  await (await chooser).setFiles(file);
  await button('Add the deck').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();

  await button(/^Study Longname/).click();
  await expect(button(/^Show answer/)).toBeVisible();
  await stays('a question');
  await page.keyboard.press('Space');
  await expect(button(/^Good/)).toBeVisible();
  await stays('an answer');
  for (const [key, name] of [
    ['m', 'This card'],
    ['i', 'Card info'],
    ['Control+Shift+D', 'Set the due date'],
    ['e', /^Edit/],
  ] as const) {
    await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await stays(`review: ${name}`);
    await dialog
      .getByRole('button', { name: /^(Close|Cancel)/ })
      .first()
      .click();
    await expect(dialog).toBeHidden();
  }
  await page.keyboard.press('3');
  await expect(button(/^Show answer/)).toBeVisible();
  await stays('the next question');

  const search = page.getByRole('combobox').first();
  for (const typed of ['tag:', 'deck:', `deck:${NAME} tag:${WORD}`]) {
    await at('library');
    await search.fill(typed);
    await expect(page.getByRole('listbox')).toBeVisible();
    await stays(`completion of ${typed.slice(0, 5)}`);
  }
  for (const [name, keys] of [
    ['move', 'Control+d'],
    ['add tags', 'Control+Shift+A'],
    ['take tags off', 'Control+Alt+Shift+A'],
    ['find and replace', 'Control+Alt+f'],
  ] as const) {
    // Two addresses in one go are one for the program, and the dialog would stay.
    await at('');
    await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
    await at('library');
    await search.fill('tag:T0');
    await expect(page.getByRole('row')).toHaveCount(4);
    await page.getByRole('row').nth(1).click();
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    if (name === 'find and replace') {
      await dialog.getByRole('textbox', { name: 'Find' }).fill('Pneumono');
      await dialog.getByRole('textbox', { name: 'Replace with' }).fill(WORD);
      await expect(dialog.getByText(/^\d+ places? in/)).toBeVisible();
    } else await dialog.getByRole('combobox').first().fill('n');
    await stays(name);
  }

  await at(`exams/new?section=${encodeURIComponent(NAME)}`);
  await page.getByText('Weights by section').click();
  await stays('an exam’s form');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/exams$/);
  await stays('exams');
  await page
    .getByRole('link', { name: /Longname/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await stays('an exam, and the question whether it goes');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cram', exact: true }).click();
  await expect(button(/^Show answer/)).toBeVisible();
  await stays('a card being crammed');
  for (let given = 0; given < 3; given++) {
    await page.keyboard.press('Space');
    await expect(button(/^Good/)).toBeVisible();
    await page.keyboard.press('3');
    await expect(button(/^Good/)).toBeHidden();
  }
  await expect(page.getByRole('heading', { name: 'All recalled' })).toBeVisible();
  await stays('a round of cramming, done');

  await at('types');
  await button('Copy as a new type').click();
  await page.getByRole('textbox', { name: 'Name of the type' }).fill(NAME);
  await page.getByRole('textbox', { name: 'Name of field 1' }).fill(NAME);
  await stays('a note type');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await at('settings');
  await button('Check the collection').click();
  await expect(page.getByText(/operations/).first()).toBeVisible();
  await stays('the report of a check');
  await at('add');
  await page.getByRole('combobox', { name: 'Deck' }).click();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox')).toBeVisible();
  await stays('a list of decks');

  await page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { delete(name: string): Promise<void> };
    };
    await storageBuckets.delete('rounds-cards');
  });
  await page.reload();
  await expect(button('Go on')).toBeVisible();
  await stays('recovery');
});

async function staysWithin(page: Page, screen: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.evaluate(async () => {
      await document.fonts.ready;
      // Twice: what measures itself is drawn again in the next frame.
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    });
    // Longer where a part is still on its way, as on a busy machine.
    await expect
      .configure({ soft: true })
      .poll(() => sideways(page), { message: `${screen}, ${width} px`, timeout: 5_000 })
      .toBe(0);
  }
  await page.setViewportSize(NARROWEST);
}

/** By how many pixels the page, or an open dialog, can be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const places = [document.documentElement, ...document.querySelectorAll('dialog:modal')];
    return Math.max(...places.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
}
