import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, type Column, type Mode } from '../../../src/domain/library/library.ts';
import { LibraryIndex } from '../../../src/domain/library/library-index.ts';
import type { Change } from '../../../src/domain/operation/rows.ts';
import { parseSearch } from '../../../src/domain/search/parse.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { CLOCK, edits, type Held, indexOf, nothingHeld } from './rows.ts';

const SEARCHES = [
  '',
  'dose',
  'is:absent or -is:absent',
  'deck:Neurology',
  'tag:A',
  'note:"drug card" or note:remedy',
  'preset:gentle',
  'is:due or is:new',
  'front:dose',
  'drug:dose',
  'prop:r>0.9',
  'hint',
];

function read(text: string): Query {
  const parsed = parseSearch(text);
  if (!parsed.ok) throw new Error(parsed.problem.what);
  return parsed.query;
}

/** All that an index can say. */
function everything(index: LibraryIndex, column: Column, descending: boolean) {
  const listings = SEARCHES.flatMap((text) =>
    (['cards', 'notes'] as const).map((mode) => {
      const listing = index.find(read(text), { mode, sort: { column, descending }, now: CLOCK });
      const { cardCount, noteCount } = listing;
      return { text, mode, cardCount, noteCount, rows: index.rows(listing, 0, 99, CLOCK) };
    }),
  );
  return { listings, counts: index.counts(CLOCK), vocabulary: index.vocabulary() };
}

const histories = fc.array(fc.array(edits, { maxLength: 6 }), { maxLength: 8 });
const columns = fc.constantFrom(...COLUMNS);

test('[F23] an index kept up with changes equals one built anew', () => {
  fc.assert(
    fc.property(histories, columns, fc.boolean(), (history, column, descending) => {
      const held = nothingHeld();
      const index = new LibraryIndex();
      for (const batch of history) {
        index.change(batch.map((edit) => edit(held)));
        // Looked at in between, so that what is remembered must be forgotten.
        index.find(read(''), { mode: 'cards', sort: { column, descending }, now: CLOCK });
      }
      expect(everything(index, column, descending)).toEqual(
        everything(indexOf(held), column, descending),
      );
    }),
    { numRuns: 300 },
  );
});

test('[F23] in whatever order the tables of a change come', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 20 }), fc.nat(8), (batch, turn) => {
      const held = nothingHeld();
      const changes = batch.map((edit) => edit(held));
      const tables = ['cards', 'notes', 'decks', 'presets', 'noteTypes', 'settings', 'searches'];
      const turned = [...tables.slice(turn), ...tables.slice(0, turn)];
      const index = new LibraryIndex();
      for (const table of turned) index.change(changes.filter((each) => each.table === table));
      expect(everything(index, 'sortField', false)).toEqual(
        everything(indexOf(held), 'sortField', false),
      );
    }),
  );
});

function heldAfter(history: readonly (readonly ((held: Held) => Change)[])[]): Held {
  const held = nothingHeld();
  for (const batch of history) for (const edit of batch) edit(held);
  return held;
}

test('[F24] notes are those of which a card is found', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(...SEARCHES), (history, text) => {
      const held = heldAfter(history);
      const index = indexOf(held);
      const find = (mode: Mode) =>
        index.find(read(text), { mode, sort: { column: 'added', descending: false }, now: CLOCK });
      const cards = index.rows(find('cards'), 0, 999, CLOCK);
      const notes = index.rows(find('notes'), 0, 999, CLOCK);
      const withCards = new Set([...held.cards.keys()].map((id) => id.split('/')[0]));
      const ofCards = new Set<string>(cards.map(({ noteId }) => noteId));
      expect(new Set(notes.map(({ id }) => id).filter((id) => withCards.has(id)))).toEqual(ofCards);
      expect(find('cards')).toMatchObject({ cardCount: cards.length, noteCount: ofCards.size });
      expect(find('notes')).toMatchObject({ cardCount: cards.length, noteCount: notes.length });
    }),
    { numRuns: 200 },
  );
});

test('[F26] a count is what its search finds', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const index = indexOf(heldAfter(history));
      const found = (text: string): number =>
        index.find(read(text), {
          mode: 'cards',
          sort: { column: 'added', descending: false },
          now: CLOCK,
        }).cardCount;
      const { cards, notes, decks, tags, untagged, types, states, flags } = index.counts(CLOCK);
      expect(cards).toBe(found(''));
      expect(notes).toBe(
        index.find(read(''), {
          mode: 'notes',
          sort: { column: 'added', descending: false },
          now: CLOCK,
        }).noteCount,
      );
      for (const { name, cards } of decks)
        expect([name, cards]).toEqual([name, found(`deck:"${name}"`)]);
      for (const { name, cards } of tags)
        expect([name, cards]).toEqual([name, found(`tag:"${name}"`)]);
      expect(untagged).toBe(found('tag:none'));
      for (const { id, cards } of types) expect([id, cards]).toEqual([id, found(`mid:${id}`)]);
      for (const [state, cards] of Object.entries(states)) {
        expect([state, cards]).toEqual([state, found(`is:${state}`)]);
      }
      for (const [flag, cards] of flags.entries()) {
        expect([flag, cards]).toEqual([flag, found(`flag:${flag}`)]);
      }
    }),
    { numRuns: 200 },
  );
});
