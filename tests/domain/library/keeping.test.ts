import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Note } from '../../../src/domain/content/note.ts';
import { packCards, unpackCards } from '../../../src/domain/library/kept/card-part.ts';
import { Names } from '../../../src/domain/library/kept/names.ts';
import { packNotes, unpackNotes } from '../../../src/domain/library/kept/note-part.ts';
import { ChangedParts, PART_ROWS } from '../../../src/domain/library/kept/parts.ts';
import { LibraryIndex } from '../../../src/domain/library/library-index.ts';
import type { DeckId, NoteId } from '../../../src/kernel/ids.ts';
import { aCard, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';
import { aRowNote, change, type Held, nothingHeld } from './rows.ts';

const kept = (note: Note, text = 'text', sortText = 'sort') => ({ note, text, sortText });

describe('[SEARCH-30] what rows have in common is kept once:', () => {
  test('[SEARCH-30] names by their first place', () => {
    const names = new Names<string>();
    expect(['a', 'b', 'a', 'c', 'b'].map((each) => names.at(each))).toEqual([0, 1, 0, 2, 1]);
    expect(names.all).toEqual(['a', 'b', 'c']);
    const lists = new Names<readonly string[]>();
    expect([[], ['a'], ['a'], ['a', 'b'], []].map((each) => lists.at(each))).toEqual([
      0, 1, 1, 2, 0,
    ]);
  });

  test('[SEARCH-30] notes as columns, and a first field that is the sort text not again', () => {
    const one = aRowNote('n1', ['Front', 'Back'], { sections: ['A'], tags: ['A'], position: 4 });
    const two = aRowNote('n2', ['Other', ''], { archived: true, tags: ['x'], editedAtMillis: 7 });
    const { texts, numbers } = packNotes([kept(one, 'front back', 'Front'), kept(two, 'other')]);
    expect(texts).toEqual({
      ids: ['n1', 'n2'],
      decks: ['d0'],
      types: ['basic'],
      fieldIds: [['front', 'back']],
      lists: [['A'], [], ['x']],
      fields: ['Front', 'Back', 'Other', ''],
      texts: ['front back', 'other'],
      sorts: [0, 'sort'],
      odd: {},
    });
    expect([...numbers]).toEqual([
      ...[0, 0, 0, 0, 0, 4, 0, NOW, NOW],
      ...[0, 0, 0, 1, 2, 0, 1, NOW, 7],
    ]);
  });

  test('[SEARCH-30] cards as columns', () => {
    const review = inReview(TODAY, { memory: { stability: 2.5, difficulty: 6 } });
    const { texts, numbers } = packCards([
      aCard('n/1', { flag: 3, suspended: true, position: 5 }),
      aCard('n/2', { schedule: review, sections: ['B'], absent: true, buriedUntil: 9 }),
      aCard('n/3', { schedule: inLearning(NOW), deckId: 'other' as DeckId }),
    ]);
    expect(texts).toEqual({
      ids: ['n/1', 'n/2', 'n/3'],
      decks: ['deck', 'other'],
      lists: [['General'], ['B']],
      odd: {},
    });
    const day = TODAY - 10;
    expect([...numbers]).toEqual([
      ...[0, 0, 5, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 1, 0, 0, 0, 1, 9, 3, 3, 0, 2.5, 6, day * 86_400_000, day, 10, TODAY],
      ...[1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 5, NOW - 60_000, TODAY, 0, NOW],
    ]);
  });
});

const without = <Row extends object>(row: Row, key: keyof Row): Row => {
  const { [key]: _gone, ...rest } = row;
  return rest as Row;
};

describe('[SEARCH-30] rows that are not as usual are kept as they are:', () => {
  const note = aRowNote('n', ['a', 'b']);
  test.each<[string, object]>([
    ['more than usual', { ...note, ofTomorrow: 1 }],
    ['less than usual', without(note, 'tags')],
    ['something else in place', { ...without(note, 'tags'), ofTomorrow: 1 }],
    ['a text for a place', { ...note, position: '1' }],
    ['no time of adding', { ...note, addedAtMillis: null }],
    ['no time of editing', { ...note, editedAtMillis: undefined }],
    ['a number for a switch', { ...note, archived: 1 }],
    ['a text for sections', { ...note, sections: 'A' }],
    ['a text for tags', { ...note, tags: 'A' }],
    ['a number in a field', { ...note, fields: { front: 'a', back: 2 } }],
  ])('a note with %s', (_, odd) => {
    const all = [kept(note, 'one'), kept(odd as Note, 'two'), kept(note, 'three', 'a')];
    const packed = packNotes(all);
    expect(packed.texts).toMatchObject({ odd: { 1: odd }, fields: ['a', 'b', 'a', 'b'] });
    expect(unpackNotes(packed)).toEqual(all);
  });

  const card = aCard('n/1');
  const review = inReview(TODAY);
  test.each<[string, object]>([
    ['a history of its own', { ...card, historyId: 'x/1' }],
    ['less than usual', without(card, 'flag')],
    ['something else in place', { ...without(card, 'flag'), ofTomorrow: 1 }],
    ['a text for sections', { ...card, sections: 'A' }],
    ['a number for suspended', { ...card, suspended: 1 }],
    ['a number for absent', { ...card, absent: 0 }],
    ['a text for a place', { ...card, position: '1' }],
    ['a text for a flag', { ...card, flag: '1' }],
    ['no burial', { ...card, buriedUntil: null }],
    ['a state of tomorrow', { ...card, schedule: { ...card.schedule, state: 'asleep' } }],
    ['a new schedule that has more', { ...card, schedule: { ...card.schedule, x: 1 } }],
    ['a schedule that has more', { ...card, schedule: { ...review, x: 1 } }],
    ['a schedule that has less', { ...card, schedule: without(inLearning(NOW), 'step') }],
    ['a text in its schedule', { ...card, schedule: { ...review, dueDay: '1' } }],
  ])('a card with %s', (_, odd) => {
    const all = [card, odd as Card, aCard('n/3', { schedule: review })];
    const packed = packCards(all);
    expect(packed.texts).toMatchObject({ odd: { 1: odd } });
    expect(unpackCards(packed)).toEqual(all);
  });
});

describe('[SEARCH-31] a part that is torn is not taken up:', () => {
  const torn = { length: 0 };
  test('[SEARCH-31] notes without their deck, type, fields or tags', () => {
    const { texts, numbers } = packNotes([kept(aRowNote('n', ['a', 'b']))]);
    for (const gone of ['decks', 'types', 'fieldIds', 'lists']) {
      const part = { texts: { ...(texts as object), [gone]: [] }, numbers };
      expect(() => unpackNotes(part)).toThrow('torn');
    }
    const noTexts = { texts: { ...(texts as object), texts: [], sorts: [], fields: [] }, numbers };
    expect(unpackNotes(noTexts)).toMatchObject([
      { note: { fields: { front: '', back: '' } }, text: '', sortText: '' },
    ]);
    expect(() => unpackNotes({ texts: { ...(texts as object), ids: torn }, numbers })).toThrow();
  });

  test('[SEARCH-31] cards without their deck or sections, or in a state that there is not', () => {
    const { texts, numbers } = packCards([aCard('n/1')]);
    for (const gone of ['decks', 'lists']) {
      const part = { texts: { ...(texts as object), [gone]: [] }, numbers };
      expect(() => unpackCards(part)).toThrow('torn');
    }
    expect(() => unpackCards({ texts, numbers: numbers.with(7, 4) })).toThrow('torn');
    expect(() => unpackCards({ texts, numbers: numbers.with(0, -1) })).toThrow('torn');
    // Of columns that end too soon the first deck, and zeros, are left.
    expect(() => unpackCards({ texts, numbers: new Float64Array(0) })).toThrow('torn');
  });
});

/** An index of so many notes, one card each. */
function indexOf(count: number): { index: LibraryIndex; held: Held } {
  const held = nothingHeld();
  const index = new LibraryIndex();
  index.change(
    Array.from({ length: count }, (_, at) => [
      change(held, 'notes', `n${at}`, aRowNote(`n${at}`, ['front', 'back'])),
      change(held, 'cards', `n${at}/1`, aCard(`n${at}/1`)),
    ]).flat(),
  );
  return { index, held };
}

const NOTES = (...places: number[]) => places.map((at) => ({ table: 'notes' as const, at }));
const CARDS = (...places: number[]) => places.map((at) => ({ table: 'cards' as const, at }));

describe('[SEARCH-30] parts of a collection:', () => {
  test('[SEARCH-30] a part has its rows, and counts as kept once it was taken', () => {
    const { index, held } = indexOf(PART_ROWS + 1);
    const { keeping } = index;
    expect(keeping.sizes).toEqual({ notes: PART_ROWS + 1, cards: PART_ROWS + 1 });
    expect(keeping.changed()).toEqual([...NOTES(0, 1), ...CARDS(0, 1)]);
    const idsOf = (table: 'notes' | 'cards', at: number) =>
      (keeping.part({ table, at }).texts as { ids: string[] }).ids;
    expect(idsOf('notes', 0)).toHaveLength(PART_ROWS);
    expect(idsOf('notes', 0).at(-1)).toBe(`n${PART_ROWS - 1}`);
    expect(idsOf('notes', 1)).toEqual([`n${PART_ROWS}`]);
    expect(keeping.changed()).toEqual(CARDS(0, 1));
    expect(idsOf('cards', 0)).toHaveLength(PART_ROWS);
    expect(idsOf('cards', 1)).toEqual([`n${PART_ROWS}/1`]);
    expect(keeping.changed()).toEqual([]);
    keeping.mark([...NOTES(1), ...CARDS(0)]);
    expect(keeping.changed()).toEqual([...NOTES(1), ...CARDS(0)]);
    keeping.forget();
    expect(keeping.changed()).toEqual([...NOTES(1, 0), ...CARDS(0, 1)]);
    // A part that ends up without a row is none.
    index.change([
      change(held, 'cards', `n${PART_ROWS}/1`, undefined),
      change(held, 'notes', `n${PART_ROWS}`, undefined),
    ]);
    expect(keeping.changed()).toEqual([...NOTES(0), ...CARDS(0)]);
    for (const name of keeping.changed() ?? []) keeping.part(name);
    keeping.forget();
    expect(keeping.changed()).toEqual([...NOTES(0), ...CARDS(0)]);
  });

  test('[SEARCH-30] an empty collection has no part', () => {
    const { keeping } = new LibraryIndex();
    keeping.forget();
    expect(keeping.changed()).toEqual([]);
  });

  test('[SEARCH-30] a note’s cards are known by its id', () => {
    const { index, held } = indexOf(2);
    index.change([change(held, 'cards', 'n1/2', aCard('n1/2'))]);
    expect(index.keeping.cardIdsOf('n1' as NoteId)).toEqual(['n1/1', 'n1/2']);
    expect(index.keeping.cardIdsOf('gone' as NoteId)).toEqual([]);
  });

  test('[SEARCH-31] texts that would be others today are seen, in one note of five hundred', () => {
    const [own] = unpackNotes(indexOf(1).index.keeping.part({ table: 'notes', at: 0 }));
    if (!own) throw new Error('one note');
    const isOfToday = (wrong: number, other: Partial<typeof own>): boolean => {
      const index = new LibraryIndex();
      const notes = Array.from({ length: 501 }, (_, at) => ({
        ...own,
        ...(at === wrong ? other : {}),
        note: { ...own.note, id: `n${at}` as NoteId },
      }));
      index.keeping.add('notes', packNotes(notes));
      return index.keeping.isOfToday;
    };
    expect(isOfToday(0, {})).toBe(true);
    expect(isOfToday(0, { text: 'other' })).toBe(false);
    expect(isOfToday(500, { text: 'other' })).toBe(false);
    expect(isOfToday(500, { sortText: 'other' })).toBe(false);
    expect(isOfToday(499, { text: 'other' })).toBe(true);
    expect(isOfToday(1, { sortText: 'other' })).toBe(true);
  });
});

test('[SEARCH-30] a row counts for the part it lies in', () => {
  const changed = new ChangedParts();
  changed.add('notes', PART_ROWS - 1);
  changed.add('notes', 2 * PART_ROWS);
  changed.add('cards', PART_ROWS);
  expect([[...changed.notes], [...changed.cards]]).toEqual([[0, 2], [1]]);
});
