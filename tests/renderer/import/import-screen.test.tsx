import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { BASIC } from '../../../src/domain/content/stock.ts';
import { DEFAULT_CHOICES, type ImportChoices } from '../../../src/engine/import/import-look.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { failed, ok } from '../../../src/kernel/problem.ts';
import type { Watch } from '../../../src/kernel/watch.ts';
import { dropWaiting, handIn } from '../../../src/renderer/door/waiting-files.ts';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import { engineOf, type TestDeps, testDeps } from '../../support/deps.ts';
import { type Answers, aLook, aReport, example, showImport, withImport } from './show-import.tsx';
import { waitUntil } from '../../support/wait-for.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(async () => {
  dropWaiting();
  await cleanup();
  deps.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = () => page.getByRole('heading', { level: 1 });
const file = (name = 'Step 1.apkg') => new File(['a'], name);

/** The screen, with a file that came in. */
async function show(answers: Partial<Answers> = {}, files = [file()]) {
  const { engine, asked } = withImport(engineOf(deps), answers);
  handIn(files);
  const shown = await showImport(engine);
  const of = (name: string) => asked.filter(([each]) => each === name).map(([, given]) => given);
  return { ...shown, of };
}
const chosen = (of: (name: string) => unknown[]) => of('runImport') as ImportChoices[];

test('[ANKI-36] what a file would bring is said in a sentence, and Enter imports it', async () => {
  const { of } = await show();
  await expect.element(heading()).toHaveTextContent('Step 1.apkg');
  await expect.element(heading()).toHaveFocus();
  await expect
    .element(page.getByText(/^From Anki: 320 notes with 410 cards in 3 decks/))
    .toHaveTextContent('3 note types, 5,200 answers, 31 pictures and sounds.');
  await expect.element(page.getByText('300 notes are new')).toBeVisible();
  await expect
    .element(page.getByText('2 were changed here and in the file: decide below'))
    .toBeVisible();
  await expect
    .element(page.getByText('4 cards get answers that were given elsewhere'))
    .toBeVisible();
  expect(of('runImport')).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(heading()).toHaveTextContent('Step 1.apkg is here');
  await expect.element(heading()).toHaveFocus();
  // As the file was looked at when it was read.
  expect(chosen(of)).toEqual([DEFAULT_CHOICES]);
});

test('[ANKI-37] decks are chosen in their tree, a deck with all that lie below it', async () => {
  const { of } = await show();
  await page.getByText('All 3 decks').click();
  const box = (name: RegExp) => page.getByRole('checkbox', { name });
  await box(/^Lung/).click();
  const above = box(/^Med/).element() as HTMLInputElement;
  await waitUntil(() => above.indeterminate);
  await expect.element(page.getByText('2 of 3 decks')).toBeVisible();
  await waitUntil(() => of('lookAtImport').length === 1);
  expect(of('lookAtImport')).toMatchObject([{ decks: ['heart', 'skin'] }]);
  await box(/^Med/).click();
  await expect.element(page.getByText('All 3 decks')).toBeVisible();
  await box(/^Med/).click();
  await button('Import').click();
  await waitUntil(() => chosen(of).length === 1);
  expect(chosen(of)).toMatchObject([{ decks: ['skin'] }]);
});

test('[ANKI-37] each choice is looked at anew, the last one alone where several follow at once', async () => {
  let looked = 0;
  const { of } = await show({
    look: async () => {
      looked++;
      return ok(
        aLook({
          notes: {
            added: 300,
            updated: 0,
            unchanged: 18,
            inConflict: 0,
            deleted: 2,
          },
          conflicts: [],
        }),
      );
    },
  });
  const radio = (name: RegExp) => page.getByRole('radio', { name });
  await expect.element(radio(/^Leave mine as they are/)).toBeVisible();
  for (const name of [/^Without: every card is new/, /^Leave mine as they are/]) {
    (radio(name).element() as HTMLElement).click();
  }
  await expect.element(page.getByText('18 stay as they are')).toBeVisible();
  expect(looked).toBe(1);
  expect(of('lookAtImport')).toMatchObject([{ withSchedule: false, existing: 'keep' }]);
  await page.getByRole('checkbox', { name: /^Bring back what was deleted here/ }).click();
  await expect.element(page.getByText('2 were deleted here, and come back')).toBeVisible();
  await expect.element(button('Import 302 notes')).toBeVisible();
});

test('[ANKI-38] conflicts are decided one by one, and all at once', async () => {
  const { of } = await show();
  const ofNote = (name: string) => page.getByRole('group', { name });
  const radio = (name: string, whose: string) =>
    ofNote(name).getByRole('radio', { name: whose, exact: true });
  await expect.element(radio('Question 2', 'Mine')).toBeChecked();
  const marked = ofNote('Question 2').getByText('mitral (');
  expect(marked.element().tagName).toBe('DEL');
  await radio('Question 2', 'The file’s').click();
  await expect.poll(() => marked.element().tagName).toBe('INS');
  await expect.element(radio('Question 3', 'Mine')).toBeChecked();
  const all = page.getByRole('group', { name: /^In 2 notes both changed/ });
  await expect.element(all.getByRole('radio', { name: 'Mine' })).not.toBeChecked();
  await button('Import 311 notes').click();
  await waitUntil(() => chosen(of).length === 1);
  expect(chosen(of)).toMatchObject([{ conflicts: 'mine', perNote: { 'note-2': 'theirs' } }]);
  expect(of('lookAtImport')).toEqual([]);
});

test('[ANKI-38] of hundreds of conflicts a few are drawn at first, and one press decides them all', async () => {
  const conflicts = Array.from({ length: 300 }, (_, at) =>
    example(at, `mine ${at}`, `theirs ${at}`),
  );
  const { of } = await show({
    read: async () => ok(aLook({ conflicts, notes: { ...aLook().notes, inConflict: 340 } })),
  });
  await expect.element(page.getByText('340 were changed here and in the file')).toBeVisible();
  const list = page.getByRole('region', { name: 'Changed here and in the file' });
  expect(list.getByRole('listitem').elements()).toHaveLength(10);
  await expect.element(page.getByText('40 more notes are not listed')).toBeVisible();
  await page
    .getByRole('group', { name: /^In 340 notes both changed/ })
    .getByRole('radio', { name: 'The file’s' })
    .click();
  await button(/^Show 100 of 290 more/).click();
  expect(list.getByRole('listitem').elements()).toHaveLength(110);
  await button(/^Import/).click();
  await waitUntil(() => chosen(of).length === 1);
  expect(chosen(of)).toMatchObject([{ conflicts: 'theirs', perNote: {} }]);
});

test('[ANKI-37] of 500 decks 100 are drawn, and a few letters find any', async () => {
  const decks = Array.from({ length: 500 }, (_, at) => ({
    id: `deck-${at}` as DeckId,
    name: `Deck ${at}`,
    notes: 1,
  }));
  await show({ read: async () => ok(aLook({ decks })) });
  await page.getByText('All 500 decks').click();
  const list = page.getByRole('list', { name: 'Decks of the file' });
  expect(list.getByRole('listitem').elements()).toHaveLength(100);
  await page.getByRole('textbox', { name: 'Find a deck by a few letters' }).fill('437');
  await expect.poll(() => list.getByRole('listitem').elements()).toHaveLength(1);
  await expect.element(list.getByRole('checkbox', { name: /Deck 437/ })).toBeChecked();
});

const table = {
  separator: ',',
  hasNames: false,
  isHtml: false,
  noteTypeId: BASIC.id as string,
  deckName: 'Words',
  columns: [
    { use: 'field', fieldId: BASIC.fields[0]?.id ?? '' },
    { use: 'field', fieldId: BASIC.fields[1]?.id ?? '' },
    { use: 'nothing' },
  ],
  rows: [
    ['cor', 'heart', 'latin'],
    ['pulmo', 'lung', 'latin'],
  ],
} as const;
const ofTable = { kind: 'text', hasSchedule: false, decks: [], scripts: [], table } as const;

test('[ANKI-39] a table’s columns are chosen above its first rows, no two for one field', async () => {
  const looked = (choices: ImportChoices) => {
    // Between other signs there is one cell in each row.
    const rows = choices.table?.separator === ';' ? [['cor,heart,latin']] : table.rows;
    return ok(aLook({ ...ofTable, table: { ...table, ...choices.table, rows } }));
  };
  const { of } = await show(
    { read: async () => ok(aLook(ofTable)), look: async (choices) => looked(choices) },
    [file('words.csv')],
  );
  const column = (place: number) => page.getByRole('combobox', { name: `Column ${place} becomes` });
  await expect.element(column(1)).toHaveDisplayValue(BASIC.fields[0]?.name ?? '');
  await expect.element(page.getByRole('cell', { name: 'pulmo' })).toBeVisible();
  await column(3).selectOptions('Tags');
  await column(1).selectOptions(BASIC.fields[1]?.name ?? '');
  await expect.element(column(2)).toHaveDisplayValue(BASIC.fields[0]?.name ?? '');
  await page.getByRole('combobox', { name: 'Columns are separated by' }).selectOptions('semicolon');
  await expect.element(page.getByRole('cell', { name: 'cor,heart,latin' })).toBeVisible();
  await expect.poll(() => page.getByRole('columnheader').elements()).toHaveLength(1);
  await page.getByRole('combobox', { name: 'Columns are separated by' }).selectOptions('comma');
  await expect.poll(() => page.getByRole('columnheader').elements()).toHaveLength(3);
  const [front, back, extra] = BASIC.fields;
  await expect
    .poll(() => of('lookAtImport').at(-1))
    .toMatchObject({
      table: {
        separator: ',',
        hasNames: false,
        columns: [{ fieldId: back?.id }, { fieldId: front?.id }, { fieldId: extra?.id }],
      },
    });
});

test('[ANKI-39] what is pasted goes the same way', async () => {
  const { of } = await show({ read: async () => ok(aLook(ofTable)) }, []);
  await page.getByRole('textbox', { name: 'Paste a table' }).fill('cor\theart');
  await button('See what it makes').click();
  await expect.element(page.getByRole('cell', { name: 'cor' })).toBeVisible();
  const [given] = of('readImport') as { name: string; content: Blob }[];
  expect(given?.name).toBe('Pasted table');
  expect(await given?.content.text()).toBe('cor\theart');
});

test('[ANKI-40] a file that cannot be read is said in words, and another can be chosen', async () => {
  await show({
    read: async () => failed('The file is cut off.', 'Nothing was taken.', 'Export it again.'),
  });
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('The file is cut off.');
  await expect.element(alert).toHaveTextContent('Export it again.');
  await expect.element(button('Choose a file…')).toBeVisible();
});

/** Work that goes on until it is stopped. */
async function untilStopped(watch: Watch) {
  while (await watch(40, 100));
  return failed('Stopped.', 'Nothing was changed.', 'Go on.');
}

test('[ANKI-40] reading and importing say how far they are, and stop without a trace', async () => {
  let isFirst = true;
  await show({
    read: (_file, watch) => {
      if (!isFirst) return Promise.resolve(ok(aLook()));
      isFirst = false;
      return untilStopped(watch);
    },
    run: (_choices, watch) => untilStopped(watch),
  });
  await expect.element(page.getByText('Reading Step 1.apkg…')).toBeVisible();
  await expect.element(page.getByText('40 of 100')).toBeVisible();
  await button('Stop').click();
  await expect.element(page.getByText('Nothing was taken from the file.')).toBeVisible();
  expect(page.getByRole('alert').elements()).toEqual([]);
  handIn([file()]);
  await button(/^Import 310/).click();
  await expect.element(page.getByText('Importing Step 1.apkg…')).toBeVisible();
  await button('Stop').click();
  await expect.element(page.getByText(/^Stopped. Nothing was imported/)).toBeVisible();
  await expect.element(button(/^Import 310/)).toBeVisible();
});

test('[ANKI-41] the report says what came and what did not, and is saved as a text', async () => {
  const saved: string[] = [];
  const own = engineOf(deps);
  const platform = {
    ...own.platform,
    saveTextFile: async (name: string, text: string) => {
      saved.push(name, text);
      return ok(true);
    },
  };
  const leftOut = Array.from({ length: 3000 }, (_, at) => ({
    what: `Note ${at}`,
    why: 'It makes no card.',
  }));
  const { engine } = withImport(
    { ...own, platform },
    { run: async () => ok(aReport({ leftOut })) },
  );
  handIn([file()]);
  await showImport(engine);
  await button(/^Import 310/).click();
  await expect
    .element(
      page.getByText('300 notes came, with 390 cards, 5,200 answers and 31 pictures and sounds.'),
    )
    .toBeVisible();
  await page.getByText('3,000 things left out, and why').click();
  const list = page.getByRole('listitem').filter({ hasText: 'It makes no card.' });
  expect(list.elements()).toHaveLength(100);
  await button('Save the report…').click();
  await waitUntil(() => saved.length === 2);
  expect(saved[0]).toBe('Import of Step 1.apkg.txt');
  expect(saved[1]).toContain('- Note 2999: It makes no card.\n');
});

test('[ANKI-35] several files come one after the other, and it is said which', async () => {
  const { of } = await show({ read: async ({ name }) => ok(aLook({ fileName: name })) }, [
    file('one.apkg'),
    file('all.rounds'),
    file('two.csv'),
  ]);
  await expect.element(heading()).toHaveTextContent('one.apkg');
  await expect
    .element(page.getByText(/2 more files after this one: two.csv, all.rounds/))
    .toBeVisible();
  await button(/^Import 310/).click();
  await button('On to two.csv').click();
  await expect.element(heading()).toHaveTextContent('two.csv');
  await button('Only this one').click();
  expect(page.getByText(/more file/).elements()).toEqual([]);
  expect(of('readImport')).toHaveLength(2);
});

test.each([
  ['deck-file', '/deck'],
  ['rounds', '/settings?at=copies'],
] as const)(
  '[ANKI-35] a file that turns out to be a %s goes to its own screen',
  async (kind, to) => {
    const { place } = await show({ read: async () => ok(aLook({ kind })) });
    await waitUntil(() => place() === to);
  },
);

test('[ANKI-36] the screen is sound for everybody, in each of its states', async () => {
  await show();
  await expect.element(button(/^Import 310/)).toBeVisible();
  await page.getByText('All 3 decks').click();
  await page.getByText(/^1 of the 10 notes that change/).click();
  await page.getByText(/note type brings scripts/).click();
  const problems = () => problemsInLightAndDark(document, ['page-has-heading-one']);
  expect(await problems()).toEqual([]);
  await button(/^Import 310/).click();
  await expect.element(heading()).toHaveTextContent('is here');
  expect(await problems()).toEqual([]);
  await cleanup();
  await show({ read: async () => ok(aLook(ofTable)) });
  await expect.element(page.getByRole('cell', { name: 'cor' })).toBeVisible();
  expect(await problems()).toEqual([]);
  await button('Cancel').click();
  await expect.element(page.getByRole('textbox', { name: 'Paste a table' })).toBeVisible();
  expect(await problems()).toEqual([]);
});
