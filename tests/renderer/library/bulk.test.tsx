import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import type { CardId, DeckId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { addNote, editNotes } from '../../../src/engine/commands/notes/notes.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import { accepted, cardOf, noteOf, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import {
  button,
  dialog,
  FRONTS,
  field,
  item,
  listed,
  node,
  row,
  type Sample,
  sampleLibrary,
  showLibrary,
} from './show-library.tsx';

let sample: Sample;
beforeEach(async () => {
  sample = await sampleLibrary();
});
afterEach(() => sample.deps.close());

const [first = '', second = '', third = ''] = FRONTS;
const undo = () => button(/^Undo/);
const card = (front: string) => cardOf(sample.deps, sample.cardOf(front));
const note = (front: string) => noteOf(sample.deps, sample.noteOf(front));

/** The whole listing is there, and the focus on the first row, which is chosen. */
async function begin(deps: TestDeps = sample.deps): Promise<void> {
  await showLibrary(deps);
  await expect.element(page.getByText(/^All cards: \d/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('row');
  await userEvent.keyboard('{Home}');
}

test('[LIBRARY-18] a few are changed at once, said with the number, and taken back by a button', async () => {
  await begin();
  const before = await hashOf(sample.deps.store);
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}j{/Control}');
  await expect.element(page.getByText('2 cards suspended.')).toBeVisible();
  expect((await card(first)).suspended && (await card(second)).suspended).toBe(true);
  await undo().click();
  await expect.element(page.getByText(/^Undid: suspend /)).toBeVisible();
  expect(await hashOf(sample.deps.store)).toBe(before);
});

test('[LIBRARY-18] the button takes back what it stands beside, and goes when something else was done since', async () => {
  await begin();
  await userEvent.keyboard('{Control>}j{/Control}');
  await expect.element(page.getByText('1 card suspended.')).toBeVisible();
  await expect.element(undo()).toBeVisible();
  const noteId = sample.noteOf(second);
  accepted(await editNotes(sample.deps, [{ noteId, fields: { back: 'new' } as FieldTexts }]));
  await expect.element(undo()).not.toBeInTheDocument();
  await expect.element(page.getByText('1 card suspended.')).toBeVisible();
  // The edit taken back, by the key, the suspension is the newest again; it has its line no more.
  await userEvent.keyboard('u');
  await expect.element(page.getByText(/^Undid: edit/)).toBeVisible();
  expect((await card(first)).suspended).toBe(true);
});

test('[LIBRARY-18] more than twenty are changed only after a question, as one step with its progress', async () => {
  const many = await withSampleDeck(600, 2);
  await begin(many);
  const before = await hashOf(many.store);
  await userEvent.keyboard('{Control>}a{/Control}@');
  await expect
    .element(page.getByRole('heading', { name: 'Suspend 1,200 cards of 600 notes?' }))
    .toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(await many.store.cards.filter((each) => each.suspended).count()).toBe(0);
  await userEvent.keyboard('@');
  await expect.element(dialog().getByRole('button', { name: 'Suspend' })).toHaveFocus();
  const seen: string[] = [];
  const watch = new MutationObserver(() => {
    const text = document.querySelector('.job-line .number')?.textContent;
    if (text) seen.push(text);
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('1,200 cards of 600 notes suspended.')).toBeVisible();
  watch.disconnect();
  expect(seen).toContain('1,000 of 1,200');
  expect(await many.store.cards.filter((each) => each.suspended).count()).toBe(1200);
  await userEvent.keyboard('u');
  await expect.element(page.getByText(/^Undid: suspend /)).toBeVisible();
  expect(await hashOf(many.store)).toBe(before);
  many.close();
});

test('[LIBRARY-10] of a listing that eight newer ones pushed out, Ctrl+A still takes every row', async () => {
  const many = await withSampleDeck(600, 1);
  await begin(many);
  for (let times = 0; times < 9; times++) await askElsewhere(many);
  await userEvent.keyboard('{Control>}a{/Control}@');
  await expect.element(page.getByRole('heading', { name: /^Suspend 600 cards/ })).toBeVisible();
  many.close();
});

test('[LIBRARY-10] of a listing that was pushed out, some rows must be chosen again', async () => {
  const many = await withSampleDeck(601, 1);
  await begin(many);
  await userEvent.keyboard('{ArrowDown}{Shift>}{End}{/Shift}');
  await expect.element(page.getByText('600 of 601 cards chosen')).toBeVisible();
  // So that the rows about the last one have been read.
  await expect.poll(() => listed().at(-1)).toBeTruthy();
  for (let times = 0; times < 9; times++) await askElsewhere(many);
  await userEvent.keyboard('@');
  await expect.element(page.getByText(/had to be read again/).first()).toBeVisible();
  // Until the rows are there again, there is nothing to choose.
  await expect.poll(() => listed().filter(Boolean).length).toBeGreaterThan(0);
  // A choice among the rows of before goes with them: it may come before the new ones.
  await expect
    .poll(async () => {
      await userEvent.keyboard('{Control>}a{/Control}');
      return page.getByText('601 of 601 cards chosen').query();
    })
    .not.toBeNull();
  await userEvent.keyboard('@');
  await expect.element(page.getByRole('heading', { name: /^Suspend 601 cards/ })).toBeVisible();
  many.close();
});

/** A search like those that the side tree and dialogs ask. */
function askElsewhere({ library }: TestDeps) {
  return library.find({
    text: 'hidden',
    mode: 'cards',
    sort: { column: 'due', descending: false },
  });
}

test('[LIBRARY-18] the menus say beforehand how many cards, and how many notes, a change is about', async () => {
  const many = await withSampleDeck(30, 2);
  await begin(many);
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  const headings = () =>
    [...document.querySelectorAll('.menu-heading')].map((each) => each.textContent);
  await expect.poll(headings).toEqual(['2 notes', '3 cards', 'Flag']);
  await userEvent.keyboard('{Escape}');
  many.close();
});

test('[LIBRARY-18] in notes a change reaches every card of the chosen notes, whatever is not in view', async () => {
  const many = await withSampleDeck(400, 2);
  await begin(many);
  await button('Notes').click();
  await expect.element(page.getByText('All cards: 400 notes with 800 cards')).toBeVisible();
  await page.getByRole('row').nth(1).click();
  await userEvent.keyboard('{Control>}a{/Control}{Control>}1{/Control}');
  await dialog().getByRole('button', { name: 'Flag' }).click();
  await expect.element(page.getByText('800 cards of 400 notes flagged red.')).toBeVisible();
  expect(await many.store.cards.filter((each) => each.flag === 1).count()).toBe(800);
  many.close();
});

test('[LIBRARY-18] changes asked for while one is being written wait their turn, and so do undos', async () => {
  await begin();
  const before = await hashOf(sample.deps.store);
  await userEvent.keyboard('{Control>}j{/Control}*{Control>}1{/Control}');
  await expect.element(page.getByText('1 card flagged red.')).toBeVisible();
  const changed = await card(first);
  expect([changed.suspended, changed.flag]).toEqual([true, 1]);
  expect((await note(first)).tags).toEqual(['marked']);
  await userEvent.keyboard('uuu');
  await expect.poll(() => hashOf(sample.deps.store)).toBe(before);
});

test('[LIBRARY-18] what is refused is said with what was kept, and nothing is chosen for nothing', async () => {
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await userEvent.keyboard('{Enter}@');
  await expect.element(page.getByText('Choose a row first.')).toBeVisible();
  await userEvent.keyboard('{Home}');
  await sample.deps.store.notes.clear();
  await sample.deps.store.cards.clear();
  await userEvent.keyboard('@');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing was changed.');
});

test('[LIBRARY-19] Ctrl+J, * and Ctrl+1 look at the row with the focus', async () => {
  accepted(await suspendCards(sample.deps, [sample.cardOf(second)], true));
  await begin();
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}j{/Control}');
  await expect.element(page.getByText('2 cards back in study.')).toBeVisible();
  expect((await card(second)).suspended).toBe(false);
  await userEvent.keyboard('*');
  await expect.element(page.getByText('2 notes marked.')).toBeVisible();
  await expect.element(row(/Marked.*absence/)).toBeVisible();
  await userEvent.keyboard('*');
  await expect.element(page.getByText('2 notes no longer marked.')).toBeVisible();
  await userEvent.keyboard('{Control>}3{/Control}');
  await expect.element(row(/Green flag.*absence/)).toBeVisible();
  expect((await card(first)).flag).toBe(3);
  await userEvent.keyboard('{Control>}3{/Control}');
  await expect.element(page.getByText('2 cards without a flag.')).toBeVisible();
  expect((await card(first)).flag).toBe(0);
});

test('[LIBRARY-20] tags are added and taken off several notes at once, by keyboard alone', async () => {
  await begin();
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}{Shift>}a{/Shift}{/Control}');
  await expect.element(dialog().getByRole('combobox', { name: 'Tags' })).toHaveFocus();
  await userEvent.keyboard('"Week 1"Hard, Pharma::Drugs');
  await userEvent.click(dialog().getByRole('button', { name: 'Add tags' }));
  await expect.element(page.getByText('3 tags added to 2 notes.')).toBeVisible();
  expect((await note(second)).sections).toEqual([
    'Lectures::Tuesday',
    'Week 1',
    'Hard',
    'Pharma::Drugs',
  ]);
  await button('Edit').first().click();
  await item('Take tags off…').click();
  await userEvent.keyboard('"Week 1"Lectures::Tuesday{Enter}');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('2 tags taken off 2 notes.')).toBeVisible();
  expect((await note(second)).sections).toEqual(['Hard', 'Pharma::Drugs']);
});

test('[LIBRARY-20] notes move to a deck there is, or to a new one', async () => {
  await begin();
  await userEvent.keyboard('{Control>}d{/Control}');
  await expect.element(dialog().getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('anat{Enter}');
  await expect.element(page.getByText('1 note moved to Anatomy.')).toBeVisible();
  await expect.element(node('Anatomy 3 cards')).toBeVisible();
  await userEvent.keyboard('{Control>}d{/Control}');
  await userEvent.keyboard('Infections{Enter}');
  await expect.element(page.getByText('1 note moved to Infections.')).toBeVisible();
  await expect.element(node('Infections 1 card')).toBeVisible();
});

test('[LIBRARY-20] a move to a new deck is one step: one undo takes the deck back too', async () => {
  await begin();
  const before = await hashOf(sample.deps.store);
  await userEvent.keyboard('{Control>}d{/Control}');
  await expect.element(dialog().getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('Infections{Enter}');
  await expect.element(page.getByText('1 note moved to Infections.')).toBeVisible();
  await undo().click();
  await expect.element(page.getByText(/^Undid: move to deck /)).toBeVisible();
  expect(await hashOf(sample.deps.store)).toBe(before);
});

test('[LIBRARY-20] a due date is given, or spread over days; forgetting makes new again', async () => {
  await begin();
  await userEvent.keyboard('{Control>}a{Shift>}d{/Shift}{/Control}');
  await expect.element(dialog().getByLabelText('Days from today')).toHaveFocus();
  await userEvent.fill(dialog().getByLabelText('Days from today'), '3');
  await userEvent.fill(dialog().getByLabelText('Spread over so many days more'), '4');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('5 cards due 3 to 7 days from now.')).toBeVisible();
  const today = Math.floor((sample.deps.nowMillis - 4 * 3_600_000) / 86_400_000);
  for (const front of FRONTS) {
    const { schedule } = await card(front);
    if (schedule.state !== 'review') throw new Error(`${front} is ${schedule.state}`);
    expect(schedule.dueDay - today).toBeGreaterThanOrEqual(3);
    expect(schedule.dueDay - today).toBeLessThanOrEqual(7);
  }
  await userEvent.keyboard('{Control>}{Alt>}n{/Alt}{/Control}');
  await expect.element(page.getByText('5 cards new again.')).toBeVisible();
  expect((await card(first)).schedule.state).toBe('new');
});

test('[LIBRARY-20] deleted and archived notes leave the listing, and come back by undo', async () => {
  await begin();
  await userEvent.keyboard('{Control>}{Delete}{/Control}');
  await expect.element(page.getByText('1 note deleted, cards and all.')).toBeVisible();
  await expect.poll(() => listed().length).toBe(4);
  // The row now in its place is chosen, so that the keys go on.
  await expect
    .poll(() => document.querySelectorAll('[aria-selected="true"].grid-row').length)
    .toBe(1);
  await button('Edit').first().click();
  await item('Archive').click();
  await expect.poll(() => listed().length).toBe(3);
  await undo().click();
  await expect.poll(() => listed().length).toBe(4);
  await userEvent.keyboard('u');
  await expect.poll(listed).toEqual(FRONTS);
});

test('[LIBRARY-20] the focus goes to the row in the place of a deleted one, so that the keys go on', async () => {
  await begin();
  await userEvent.keyboard('{End}{Shift>}{ArrowUp}{/Shift}{Control>}{Delete}{/Control}');
  await expect.poll(() => listed().length).toBe(3);
  await expect.poll(() => document.activeElement?.textContent).toContain(third);
  await userEvent.keyboard('{ArrowUp}{Control>}{Delete}{/Control}');
  await expect.poll(listed).toEqual([first, third]);
});

test('[LIBRARY-21] a change of type begins with the likely fields and keeps schedules', async () => {
  await begin();
  await userEvent.keyboard('{Control>}{Shift>}d{/Shift}{/Control}{Enter}');
  await expect.element(page.getByText('1 card due in 1 day.')).toBeVisible();
  const before = await card(first);
  await button('Edit').first().click();
  await item('Change the type…').click();
  await userEvent.selectOptions(dialog().getByLabelText('From Basic to'), 'Basic and reversed');
  await expect.element(dialog().getByLabelText('Front is filled from')).toHaveValue('front');
  await expect.element(dialog().getByLabelText('Front to back goes on from')).toHaveValue('1');
  await expect.element(dialog().getByLabelText('Back to front goes on from')).toHaveValue('');
  await dialog().getByRole('button', { name: 'Change 1 note' }).click();
  await expect.element(page.getByText('1 note changed to Basic and reversed.')).toBeVisible();
  expect((await note(first)).noteTypeId).toBe('reversed');
  expect((await card(first)).schedule).toEqual(before.schedule);
  const reverse = `${sample.noteOf(first)}/2` as CardId;
  expect((await cardOf(sample.deps, reverse)).schedule.state).toBe('new');
});

test('[LIBRARY-21] notes of several types are changed one type at a time', async () => {
  const { deckId } = await note(first);
  const fields = { text: 'The {{c1::vagus}} slows the heart' } as unknown as FieldTexts;
  accepted(
    await addNote(sample.deps, deckId as DeckId, {
      noteTypeId: 'cloze' as NoteTypeId,
      fields,
      sections: [],
    }),
  );
  await begin();
  await userEvent.keyboard('{Control>}a{/Control}');
  await button('Edit').first().click();
  await item('Change the type…').click();
  await expect.element(page.getByText(/are of several types/)).toBeVisible();
  await userEvent.selectOptions(dialog().getByLabelText('Change'), 'Cloze: 1 note');
  await dialog().getByRole('button', { name: 'Go on' }).click();
  await expect
    .element(page.getByRole('heading', { name: 'Change the type of 1 note' }))
    .toBeVisible();
});

test('[LIBRARY-22] find and replace shows each change first, and does those and no others', async () => {
  await begin();
  const before = await hashOf(sample.deps.store);
  await userEvent.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}');
  await userEvent.keyboard('{Home}{Shift>}{ArrowDown}{/Shift}');
  await userEvent.keyboard('{Control>}{Alt>}f{/Alt}{/Control}');
  await expect.element(dialog().getByLabelText('Find')).toHaveFocus();
  await userEvent.keyboard('drug');
  await userEvent.fill(dialog().getByLabelText('Replace with'), 'Medicine');
  await expect.element(page.getByText('2 places in 2 notes.')).toBeVisible();
  const changes = page.getByRole('region', { name: 'Changes' });
  await expect.element(changes).toHaveTextContent('Medicine for absence seizures?');
  expect(await hashOf(sample.deps.store)).toBe(before);
  await dialog().getByRole('button', { name: 'Replace in 2 notes' }).click();
  await expect.element(page.getByText('2 places in 2 notes replaced.')).toBeVisible();
  await expect.poll(() => listed()[0]).toBe('Medicine for Pneumocystis?');
  await undo().click();
  await expect.poll(() => listed()[0]).toBe(first);
  expect(await hashOf(sample.deps.store)).toBe(before);
});

test('[LIBRARY-22] a pattern finds groups; one that cannot be read says why, and nothing can be done', async () => {
  await begin();
  await userEvent.keyboard('{Control>}a{/Control}{Control>}{Alt>}f{/Alt}{/Control}');
  await dialog()
    .getByLabelText(/Regular expression/)
    .click();
  await userEvent.fill(dialog().getByLabelText('Find'), '(drug for (');
  await expect.element(dialog().getByRole('alert')).toBeVisible();
  await expect
    .element(dialog().getByRole('button', { name: 'Replace', exact: true }))
    .toBeDisabled();
  await userEvent.fill(dialog().getByLabelText('Find'), '^(drug) for (.*)\\?$');
  await userEvent.fill(dialog().getByLabelText('Replace with'), '$2: which $1?');
  await expect.element(page.getByText('2 places in 2 notes.')).toBeVisible();
  await userEvent.selectOptions(dialog().getByLabelText('In the field'), 'Back');
  await expect.element(page.getByText('Nothing to replace was found.')).toBeVisible();
  await userEvent.selectOptions(dialog().getByLabelText('In the field'), 'any');
  await dialog().getByRole('button', { name: 'Replace in 2 notes' }).click();
  await expect.poll(() => listed()[1]).toBe('absence seizures: which Drug?');
});

test('[LIBRARY-22] only the first fifty changes are shown, and the number of all is', async () => {
  const many = await withSampleDeck(120, 1);
  await begin(many);
  await userEvent.keyboard('{Control>}a{/Control}{Control>}{Alt>}f{/Alt}{/Control}');
  await userEvent.keyboard('hidden');
  await userEvent.fill(dialog().getByLabelText('Replace with'), 'found');
  await expect
    .element(page.getByText('120 places in 120 notes, the first 50 fields here.'))
    .toBeVisible();
  expect(
    page.getByRole('region', { name: 'Changes' }).getByRole('listitem').elements(),
  ).toHaveLength(50);
  // The list scrolls, by keyboard too.
  expect(await problemsInLightAndDark(dialog().element(), ['region'])).toEqual([]);
  await dialog().getByRole('button', { name: 'Replace in 120 notes' }).click();
  await expect.element(page.getByText('120 places in 120 notes replaced.')).toBeVisible();
  await userEvent.fill(field(), 'found');
  await expect.element(page.getByText(/“found” in the text: 120/)).toBeVisible();
  many.close();
});

test('[LIBRARY-23] duplicates are listed in groups, and a group is shown in the table', async () => {
  const { deckId } = await note(third);
  const fields = { front: 'sign of <b>HYPERKALAEMIA</b>', back: 'x' } as unknown as FieldTexts;
  accepted(
    await addNote(sample.deps, deckId, { noteTypeId: 'basic' as NoteTypeId, fields, sections: [] }),
  );
  await begin();
  await button('Edit').first().click();
  await item('Find duplicates…').click();
  await expect.element(page.getByText(/2 notes in 1 group/)).toBeVisible();
  await dialog().getByRole('listitem').getByRole('button').click();
  await expect.poll(() => listed().length).toBe(2);
  await expect.element(row(/Sign of hyperkalaemia\?/)).toBeVisible();
});

test('[LIBRARY-23] without duplicates it says so', async () => {
  await begin();
  await button('Edit').first().click();
  await item('Find duplicates…').click();
  await expect.element(page.getByText('No two notes are alike in this way.')).toBeVisible();
});
