import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Change, TableName } from '../../../src/domain/collection/rows.ts';
import { packCards, unpackCards } from '../../../src/domain/library/kept/card-part.ts';
import {
  type KeptNote,
  packNotes,
  unpackNotes,
} from '../../../src/domain/library/kept/note-part.ts';
import type { Packed } from '../../../src/domain/library/kept/packed.ts';
import { PART_ROWS, type PartTable } from '../../../src/domain/library/kept/parts.ts';
import { LibraryIndex } from '../../../src/domain/library/library-index.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { aCard } from '../../support/collection.ts';
import { aRowNote, CLOCK, change, edits, type Held, indexOf, nothingHeld } from './rows.ts';

const SMALL: readonly TableName[] = ['settings', 'presets', 'decks', 'noteTypes', 'searches'];
const SEARCHES = ['', 'dose', 'is:absent or -is:absent', 'deck:Neurology', 'drug:dose', 'hint'];

function shelved({ texts, numbers }: Packed): Packed {
  return { texts: JSON.parse(JSON.stringify(texts)), numbers: numbers.slice() };
}

/** Parts as a database would hold them: as JSON and numbers, written over one by one. */
class Shelf {
  readonly #parts = { notes: new Map<number, Packed>(), cards: new Map<number, Packed>() };
  #sizes = { notes: 0, cards: 0 };
  written = 0;

  keep(index: LibraryIndex): void {
    for (const name of index.keeping.changed() ?? []) {
      this.#parts[name.table].set(name.at, shelved(index.keeping.part(name)));
      this.written++;
    }
    this.#sizes = { ...index.keeping.sizes };
  }

  takenUp(held: Held): LibraryIndex {
    const index = new LibraryIndex();
    for (const table of SMALL) {
      index.change(
        [...held[table]].map(([key, after]) => ({ table, key, after }) as unknown as Change),
      );
    }
    for (const table of ['notes', 'cards'] as PartTable[]) {
      for (let at = 0; at * PART_ROWS < this.#sizes[table]; at++) {
        const packed = this.#parts[table].get(at);
        if (packed) index.keeping.add(table, shelved(packed));
      }
    }
    return index;
  }
}

function everything(index: LibraryIndex) {
  const listings = SEARCHES.flatMap((text) => {
    const parsed = parseSearch(text);
    if (!parsed.ok) throw new Error(parsed.problem.what);
    return (['cards', 'notes'] as const).map((mode) => {
      const sort = { column: 'sortField', descending: false } as const;
      const listing = index.find(parsed.query, { mode, sort, now: CLOCK });
      return index.rows(listing, 0, 9999, CLOCK);
    });
  });
  return { listings, counts: index.counts(CLOCK), vocabulary: index.vocabulary() };
}

const histories = fc.array(fc.array(edits, { maxLength: 6 }), { maxLength: 6 });

test('[SEARCH-30] an index taken up as it was kept, and changed on, equals one built anew', () => {
  let kept = 0;
  fc.assert(
    fc.property(histories, histories, histories, (first, second, third) => {
      const held = nothingHeld();
      const shelf = new Shelf();
      let index = new LibraryIndex();
      for (const history of [first, second, third]) {
        for (const batch of history) index.change(batch.map((edit) => edit(held)));
        if (index.keeping.changed() === undefined) continue;
        kept++;
        shelf.keep(index);
        expect(index.keeping.changed()).toEqual([]);
        index = shelf.takenUp(held);
        expect(index.keeping.changed()).toEqual([]);
        expect(index.keeping.isOfToday).toBe(true);
        expect(everything(index)).toEqual(everything(indexOf(held)));
      }
    }),
    { numRuns: 150 },
  );
  expect(kept).toBeGreaterThan(50);
});

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0);
const text = fc.string({ unit: 'binary', maxLength: 20 });
/** Rows that lack something, or have more than this program knows of. */
const unusual = <Row extends object>(rows: fc.Arbitrary<Row>, may: readonly (keyof Row)[]) =>
  fc.oneof(
    rows,
    rows.map((row) => ({ ...row, ofTomorrow: { deep: [1] } })),
    fc
      .tuple(rows, fc.subarray([...may]))
      .map(([row, gone]) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => !gone.includes(key as never))),
      ),
  );

test('[SEARCH-30] every note is kept exactly, usual ones and others', () => {
  const note = fc.record({
    id: text,
    deckId: text,
    noteTypeId: fc.constantFrom('basic', 'cloze', 'gone'),
    fields: fc.dictionary(fc.constantFrom('front', 'back', 'text', 'x'), text, {
      noNullPrototype: true,
    }),
    sections: fc.array(text, { maxLength: 2 }),
    tags: fc.array(fc.constantFrom('leech', '\ud800'), { maxLength: 2 }),
    position: number,
    archived: fc.boolean(),
    addedAtMillis: number,
    editedAtMillis: number,
  });
  const kept = fc.record({
    note: unusual(note, ['position', 'archived', 'sections', 'editedAtMillis']),
    text,
    sortText: text,
  });
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 5 }), (all) => {
      const notes = all as unknown as KeptNote[];
      expect(unpackNotes(shelved(packNotes(notes)))).toEqual(notes);
    }),
  );
});

test('[SEARCH-30] every card is kept exactly, usual ones and others', () => {
  const counted = { reps: fc.nat(), lapses: fc.nat() };
  const memory = fc.record({ stability: number, difficulty: number });
  const lastReview = fc.record({ atMillis: number, studyDay: fc.nat() });
  const schedule = fc.oneof(
    fc.record({ state: fc.constant('new'), ...counted }),
    fc.record({
      state: fc.constantFrom('learning', 'relearning'),
      ...counted,
      memory,
      step: fc.nat(),
      dueAtMillis: number,
      lastReview,
    }),
    fc.record({
      state: fc.constant('review'),
      ...counted,
      memory,
      intervalDays: fc.nat(),
      dueDay: fc.nat(),
      lastReview,
    }),
  );
  const card = fc.record({
    id: text,
    deckId: text,
    sections: fc.array(text, { maxLength: 2 }),
    position: number,
    schedule,
    flag: fc.nat(7),
    suspended: fc.boolean(),
    buriedUntil: fc.nat(),
    absent: fc.boolean(),
  });
  const odd = unusual(card, ['position', 'sections', 'flag', 'absent', 'buriedUntil']);
  const moved = card.map((each) => ({ ...each, historyId: 'another/1' }));
  fc.assert(
    fc.property(fc.array(fc.oneof(odd, moved), { maxLength: 5 }), (all) => {
      const cards = all as unknown as Card[];
      expect(unpackCards(shelved(packCards(cards)))).toEqual(cards);
    }),
  );
});

test('[SEARCH-30] only the parts that changed are written again', () => {
  const held = nothingHeld();
  const index = new LibraryIndex();
  const count = 3 * PART_ROWS;
  const write = (at: number, text: string): Change[] => [
    change(held, 'notes', `n${at}`, aRowNote(`n${at}`, [text, 'back'])),
    change(held, 'cards', `n${at}/1`, aCard(`n${at}/1`)),
  ];
  index.change(Array.from({ length: count }, (_, at) => write(at, `text ${at}`)).flat());
  const shelf = new Shelf();
  shelf.keep(index);
  expect(shelf.written).toBe(6);
  const card = held.cards.get('n1500/1');
  index.change([change(held, 'cards', 'n1500/1', card && { ...card, flag: 3 })]);
  shelf.keep(index);
  expect(shelf.written).toBe(7);
  // The last of all takes the place of one that goes.
  index.change([
    change(held, 'cards', 'n10/1', undefined),
    change(held, 'notes', 'n10', undefined),
  ]);
  shelf.keep(index);
  expect(shelf.written).toBe(11);
  expect(everything(shelf.takenUp(held)).counts).toEqual(everything(indexOf(held)).counts);
});

test('[SEARCH-30] cards without a note are not kept, nor what stands beside them', () => {
  const index = new LibraryIndex();
  index.change([change(nothingHeld(), 'cards', 'a/1', aCard('a/1' as CardId))]);
  expect(index.keeping.changed()).toBeUndefined();
});
