import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import type { DeckId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { ok } from '../../../src/kernel/problem.ts';
import { flagCards, suspendCards } from '../../../src/engine/commands/study/cards.ts';
import {
  addNote,
  archiveNotes,
  deleteNotes,
  editNotes,
} from '../../../src/engine/commands/notes/notes.ts';
import { libraryPreferences } from '../../../src/renderer/library/library-preferences.ts';
import { NEWEST_FIRST } from '../../../src/renderer/search/use-finding.ts';
import { ATTACKS } from '../../support/attack-strings.ts';
import { accepted, testDeps, withSampleDeck } from '../../support/deps.ts';
import {
  button,
  chosen,
  dataRows,
  FRONTS,
  field,
  listed,
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

const heading = (name: string) => page.getByRole('columnheader', { name }).getByRole('button');
const grid = () => page.getByRole('grid');
const headings = () =>
  [...document.querySelectorAll('[role="columnheader"] .grid-text')].map(
    (each) => each.textContent,
  );
const cellsOf = (front: string) =>
  [
    ...row(new RegExp(front.replace(/\W/g, '.')))
      .element()
      .querySelectorAll('.grid-text'),
  ].map((each) => each.textContent);
const [first = '', second = '', third = '', fourth = '', last = ''] = FRONTS;

/** The library, its whole listing there, and the focus on the first row. */
async function begin(): Promise<void> {
  await showLibrary(sample.deps);
  await expect.element(page.getByText(/^All cards: \d/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('row');
}

test('[LIBRARY-2] of thousands of rows a few are in the document, and the whole is told', async () => {
  const large = await withSampleDeck(2000, 2);
  const rows = vi.fn(large.library.rows);
  await showLibrary({ ...large, library: { ...large.library, rows } });
  await expect.element(page.getByText('All cards: 4,000, of 2,000 notes')).toBeVisible();
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '4001');
  expect(dataRows().length).toBeLessThan(60);
  await userEvent.keyboard('{Enter}{End}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe('4001');
  await expect.poll(() => document.activeElement?.textContent).toContain('hidden 1999');
  expect(dataRows().length).toBeLessThan(60);
  for (const [{ from, to }] of rows.mock.calls) expect(to - from).toBeLessThanOrEqual(100);
  expect(rows.mock.calls.length).toBeLessThan(12);
  large.close();
});

test('[LIBRARY-2] the few rows around those in view are read too, so that none comes into view blank', async () => {
  const large = await withSampleDeck(400, 1);
  await showLibrary(large);
  await expect.element(page.getByText('All cards: 400')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('row');
  const blank = () => dataRows().filter((each) => each.getAttribute('aria-busy') === 'true').length;
  for (let row = 0; row < 100; row += 7) {
    await userEvent.keyboard('{ArrowDown>7/}');
    await expect.poll(blank).toBe(0);
  }
  large.close();
});

test('[LIBRARY-2] of a hundred thousand rows any can be gone to, and scrolling draws only what is in view', async () => {
  const total = 100_000;
  const { library } = sample.deps;
  const { token } = await library
    .find({ text: '', mode: 'cards', sort: NEWEST_FIRST })
    .then(accepted);
  const [like] = accepted(await library.rows({ token, from: 0, to: 1 }));
  if (!like) throw new Error('no row');
  const rowAt = (at: number) => ({ ...like, id: `n${at}/1`, sortField: `Row ${at}` });
  await showLibrary({
    ...sample.deps,
    library: {
      ...library,
      find: async () =>
        ok({
          token: 'large',
          mode: 'cards',
          total,
          cards: total,
          notes: total,
          explanation: 'All cards.',
        }),
      rows: async ({ from, to }) =>
        ok(Array.from({ length: Math.min(to, total) - from }, (_, at) => rowAt(from + at))),
    },
  });
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '100001');
  await userEvent.keyboard('{Enter}{End}');
  await expect.poll(() => document.activeElement?.textContent).toContain('Row 99999');
  const scroller = grid().element();
  const most = scroller.scrollHeight - scroller.clientHeight;
  for (let part = 0; part <= 40; part++) {
    scroller.scrollTop = (most * part) / 40;
    await new Promise(requestAnimationFrame);
    expect(dataRows().length).toBeLessThan(60);
  }
  scroller.scrollTop = most / 2;
  const inView = () =>
    dataRows().filter((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      const box = scroller.getBoundingClientRect();
      return top >= box.top && bottom <= box.bottom;
    });
  const places = () =>
    inView().map((each) => Number(each.textContent?.match(/Row (\d+)/)?.[1] ?? Number.NaN));
  const near = () => places().filter((at) => Math.abs(at - total / 2) < 40);
  await expect.poll(() => near().length).toBeGreaterThan(8);
  expect(near()).toEqual(places());
});

test('[SAFE-10] whatever a note holds is text in its row and in the tree', async () => {
  const hostile = await testDeps();
  const deckId = 'hostile' as DeckId;
  accepted(
    await import('../../../src/engine/commands/decks/load-deck.ts').then(({ loadDeck }) =>
      loadDeck(hostile, {
        deck: { id: deckId, name: '<img src=x onerror=alert(1)>', source: '' },
        drafts: [],
        problems: [],
        unread: new Set(),
        places: new Map(),
      }),
    ),
  );
  for (const [index, attack] of ATTACKS.slice(0, 40).entries()) {
    accepted(
      await addNote(hostile, deckId, {
        noteTypeId: 'basic' as NoteTypeId,
        fields: {
          front: `note ${index} ${attack.text}`,
          back: attack.text,
        } as unknown as FieldTexts,
        sections: ['<b>bold</b>'],
      }),
    );
  }
  const marks = window as unknown as { __hacked?: number };
  delete marks.__hacked;
  await showLibrary(hostile);
  await expect.poll(() => listed().length).toBeGreaterThan(10);
  const body = document.querySelector('.grid-body');
  await expect
    .poll(() => document.querySelector('[role="tree"]')?.textContent ?? '')
    .toContain('<img src=x onerror=alert(1)>');
  const tree = document.querySelector('[role="tree"]');
  for (const place of [body, tree]) {
    const allowed = place === body ? 'div, span' : 'div, span, button';
    expect(place?.querySelectorAll(`:not(:is(${allowed}))`)).toHaveLength(0);
  }
  expect(marks.__hacked).toBeUndefined();
  hostile.close();
});

test('[LIBRARY-8] a press on a heading sorts by it, and another the other way', async () => {
  await showLibrary(sample.deps);
  await expect.element(page.getByText('All cards: 5')).toBeVisible();
  await heading('Note').click();
  await expect.poll(() => listed()[0]).toBe('Drug for absence seizures?');
  const column = page.getByRole('columnheader', { name: 'Note' });
  await expect.element(column).toHaveAttribute('aria-sort', 'ascending');
  await heading('Note').click();
  await expect.poll(() => listed()[0]).toBe('Which nerve moves the tongue?');
  await expect.element(column).toHaveAttribute('aria-sort', 'descending');
  expect(libraryPreferences().sort).toEqual({ column: 'sortField', descending: true });
});

test('[LIBRARY-8] columns are moved, widened and left by keyboard alone', async () => {
  await begin();
  expect(headings()).toEqual(['Note', 'Card', 'Deck', 'Due']);
  (heading('Note').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(heading('Deck')).toHaveFocus();
  await userEvent.keyboard('{Control>}{ArrowLeft}{/Control}');
  expect(headings()).toEqual(['Note', 'Deck', 'Card', 'Due']);
  await expect.element(heading('Deck')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(libraryPreferences().widths.deck).toBe(162);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('row');
});

test('[LIBRARY-8] columns are dragged to another place, and their edges pulled', async () => {
  await begin();
  await userEvent.dragAndDrop(
    page.getByRole('columnheader', { name: 'Due' }),
    page.getByRole('columnheader', { name: 'Card' }),
  );
  expect(headings()).toEqual(['Note', 'Due', 'Card', 'Deck']);
  const column = page.getByRole('columnheader', { name: 'Due' }).element();
  const edge = column.querySelector('.grid-edge');
  const from = column.getBoundingClientRect().right;
  const pull = (type: string, clientX: number) =>
    edge?.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, bubbles: true }));
  // A pointer made by a test cannot be captured.
  const capture = vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
  pull('pointerdown', from);
  pull('pointermove', from + 60);
  pull('pointerup', from + 60);
  pull('pointermove', from + 90);
  await expect.poll(() => libraryPreferences().widths.due).toBe(160);
  expect(Math.round(column.getBoundingClientRect().width)).toBe(160);
  capture.mockRestore();
});

test('[LIBRARY-8] columns are chosen in a menu; the last one stays', async () => {
  await begin();
  await button('Columns').click();
  await page.getByRole('menuitemcheckbox', { name: 'State' }).first().click();
  expect(headings()).toEqual(['Note', 'Card', 'Deck', 'Due', 'State']);
  for (const name of ['Card', 'Deck', 'Due', 'State']) {
    await button('Columns').click();
    await page.getByRole('menuitemcheckbox', { name, exact: true }).first().click();
  }
  expect(headings()).toEqual(['Note']);
  await button('Columns').click();
  await page.getByRole('menuitemcheckbox', { name: 'Note' }).first().click({ force: true });
  expect(headings()).toEqual(['Note']);
});

test('[LIBRARY-8] cards or notes are listed, and that is remembered', async () => {
  const two = await withSampleDeck(3, 2);
  await showLibrary(two);
  await expect.poll(() => listed().length).toBe(6);
  await button('Notes').click();
  await expect.poll(() => listed().length).toBe(3);
  await expect.element(page.getByText('All cards: 3 notes with 6 cards')).toBeVisible();
  expect(libraryPreferences().mode).toBe('notes');
  two.close();
});

test('[LIBRARY-9] arrows go and choose one; with Shift they choose as they go', async () => {
  await begin();
  await userEvent.keyboard('{ArrowDown}');
  expect(chosen()).toEqual([second]);
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual([second, third, fourth]);
  await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}');
  expect(chosen()).toEqual([first, second]);
  await userEvent.keyboard('{End}');
  expect(chosen()).toEqual([last]);
  await userEvent.keyboard('{Shift>}{Home}{/Shift}');
  expect(chosen()).toEqual(FRONTS);
});

test('[LIBRARY-9] Space takes a row in or out, Ctrl leaves what is chosen, Ctrl+A takes all', async () => {
  await begin();
  await userEvent.keyboard('{ArrowUp}');
  await userEvent.keyboard('{Control>}{ArrowDown}{ArrowDown}{/Control}');
  expect(chosen()).toEqual([first]);
  await userEvent.keyboard(' ');
  expect(chosen()).toEqual([first, third]);
  await userEvent.keyboard(' ');
  expect(chosen()).toEqual([first]);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(chosen()).toEqual(FRONTS);
  await expect.element(page.getByText('5 of 5 cards chosen')).toBeVisible();
});

test('[LIBRARY-9] a mouse chooses one, with Ctrl some, with Shift all between', async () => {
  await begin();
  await row(/absence/).click();
  expect(chosen()).toEqual([second]);
  await row(/tongue/).click({ modifiers: ['Control'] });
  expect(chosen()).toEqual([second, fourth]);
  await row(/Pneumocystis/).click({ modifiers: ['Shift'] });
  expect(chosen()).toEqual([first, second, third, fourth]);
});

test('[LIBRARY-9] the row gone to stands clear of the head', async () => {
  const large = await withSampleDeck(200, 1);
  await showLibrary(large);
  await expect.element(page.getByText('All cards: 200')).toBeVisible();
  await userEvent.keyboard('{Enter}{End}');
  for (let press = 0; press < 40; press++) await userEvent.keyboard('{ArrowUp}');
  const head = document.querySelector('.grid-head')?.getBoundingClientRect();
  const focused = document.activeElement?.getBoundingClientRect();
  expect(focused?.top).toBeGreaterThanOrEqual((head?.bottom ?? 0) - 1);
  large.close();
});

test('[LIBRARY-10] chosen rows stay chosen when the order changes; another search begins with none', async () => {
  await begin();
  await row(/tongue/).click();
  await row(/absence/).click({ modifiers: ['Control'] });
  await heading('Note').click();
  await expect
    .poll(() => chosen().sort())
    .toEqual(['Drug for absence seizures?', 'Which nerve moves the tongue?']);
  await userEvent.fill(field(), 'nerve');
  await expect.poll(() => listed().length).toBe(2);
  expect(chosen()).toEqual([]);
});

test('[LIBRARY-11] a change shows in its row, which stays where it is', async () => {
  await begin();
  await userEvent.fill(field(), 'drug -is:suspended');
  await expect.poll(() => listed().length).toBe(2);
  const cardId = sample.cardOf('Drug for absence seizures?');
  accepted(await suspendCards(sample.deps, [cardId], true));
  await expect.element(page.getByText('Suspended').last()).toBeVisible();
  await expect.poll(() => document.querySelector('.grid-word')?.textContent).toBe('Suspended');
  expect(listed()).toEqual(['Drug for Pneumocystis?', 'Drug for absence seizures?']);
  const noteId = sample.noteOf('Drug for Pneumocystis?');
  const fields = { front: 'Drug for PCP?' } as unknown as FieldTexts;
  accepted(await editNotes(sample.deps, [{ noteId, fields }]));
  await expect.poll(listed).toEqual(['Drug for PCP?', 'Drug for absence seizures?']);
});

test('[LIBRARY-11] rows deleted elsewhere say so; a listing that was forgotten is asked for again', async () => {
  await begin();
  const noteId = sample.noteOf(second);
  accepted(await deleteNotes(sample.deps, [noteId]));
  await expect.poll(() => document.querySelector('.grid-word')?.textContent).toBe('Deleted');
  sample.deps.library.reset();
  await expect.poll(() => listed()).toEqual([first, third, fourth, last]);
});

test('[LIBRARY-12] flags, marks and suspension are said in words, whichever columns are shown', async () => {
  accepted(await suspendCards(sample.deps, [sample.cardOf(first)], true));
  accepted(await flagCards(sample.deps, [sample.cardOf(second)], 4));
  accepted(await archiveNotes(sample.deps, [sample.noteOf(third)], true));
  await begin();
  await expect.element(row(/Suspended.*Pneumocystis/)).toBeVisible();
  await expect.element(row(/Blue flag.*absence/)).toBeVisible();
  await userEvent.fill(field(), 'is:absent');
  await expect.element(row(/Out of sight.*hyperkalaemia/)).toBeVisible();
  await button('Columns').click();
  await page.getByRole('menuitemcheckbox', { name: 'State' }).first().click();
  await expect.poll(() => cellsOf(third)).toContain('Out of sight');
});
