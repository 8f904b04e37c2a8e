import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId, FieldId } from '../../../src/kernel/ids.ts';
import { COLUMNS, type Column, type Mode } from '../../../src/domain/library/library.ts';
import { LibraryIndex } from '../../../src/domain/library/library-index.ts';
import type { Change } from '../../../src/domain/collection/rows.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { aCard } from '../../support/collection.ts';
import { aRowNote, CLOCK, change, edits, type Held, indexOf, nothingHeld } from './rows.ts';

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

test('[SEARCH-23] an index kept up with changes equals one built anew', () => {
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

test('[SEARCH-23] in whatever order the tables of a change come', () => {
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

const WORDS = ['kidney', 'pain', 'kidneypain', 'α4', 'dose', 'é', 'k', 'xylophone', 'phone', 'on'];
const sentences = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((all) => all.join(' '));

test('[SEARCH-20] the index finds what looking at the text of every note finds', () => {
  const many = fc.array(sentences, { minLength: 60, maxLength: 200 });
  const sought = fc.array(
    fc.oneof(fc.constantFrom(...WORDS), sentences, fc.constantFrom('y pain', 'phone k', 'ney')),
    { minLength: 1, maxLength: 2 },
  );
  const later = fc.array(fc.tuple(fc.nat(199), fc.option(sentences, { freq: 2 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(many, sought, later, (texts, words, edits) => {
      const held = nothingHeld();
      const index = new LibraryIndex();
      const write = (at: number, text: string | null): Change[] => {
        const note = text === null ? undefined : aRowNote(`n${at}`, [text, 'back']);
        const card = text === null ? undefined : aCard(`n${at}/1`, { absent: at % 7 === 0 });
        return [
          change(held, 'notes', `n${at}`, note),
          change(held, 'cards', `n${at}/1`, card),
          change(held, 'cards', `n${at}/2`, card && { ...card, id: `n${at}/2` as CardId }),
        ];
      };
      const query = read(words.map((word) => `"${word}"`).join(' '));
      const find = () => {
        const sort = { column: 'added', descending: false } as const;
        return index.ids(index.find(query, { mode: 'cards', sort, now: CLOCK }));
      };
      const expected = () =>
        [...held.cards.values()]
          .filter(({ absent }) => !absent)
          .filter(({ id }) => {
            const text = held.notes.get(id.split('/')[0] ?? '')?.fields['front' as FieldId] ?? '';
            const fields = [text, 'back'];
            return words.every((word) => fields.some((field) => field.includes(word)));
          })
          .map(({ id }) => id as string)
          .sort();
      index.change(texts.flatMap((text, at) => write(at, text)));
      expect(find()).toEqual(expected());
      for (const [at, text] of edits) index.change(write(at, text));
      expect(find()).toEqual(expected());
    }),
    { numRuns: 100 },
  );
});

test('[SEARCH-24] notes are those of which a card is found', () => {
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

test('[SEARCH-26] a count is what its search finds', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const index = indexOf(heldAfter(history));
      const found = (text: string): number =>
        index.find(read(text), {
          mode: 'cards',
          sort: { column: 'added', descending: false },
          now: CLOCK,
        }).cardCount;
      const { cards, notes, decks, tags, untagged, addedToday, types, states, flags } =
        index.counts(CLOCK);
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
      expect(addedToday).toBe(found('added:1'));
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
