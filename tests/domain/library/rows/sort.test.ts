import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, type Column, type LibraryRow } from '../../../../src/domain/library/library.ts';
import { LibraryIndex } from '../../../../src/domain/library/library-index.ts';
import { TextRanks } from '../../../../src/domain/library/rows/text-ranks.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import { aCard, inLearning, inReview, NEW, NOW, TODAY } from '../../../support/collection.ts';
import { aDeck, aRowNote, CLOCK, change, edits, indexOf, nothingHeld, OWN_TYPE } from '../rows.ts';

const DAY = 86_400_000;

/** What a row is sorted by, from what it shows; undefined for nothing. */
function shown(row: LibraryRow, column: Column): string | number | undefined {
  const { due } = row;
  const states = ['new', 'learning', 'relearning', 'review', 'mixed'];
  const values: Record<Column, string | number | undefined> = {
    sortField: row.sortField,
    deck: row.deckName,
    type: row.typeName,
    card: row.cardName,
    tags: row.tags.join(' '),
    state: row.state === 'none' ? undefined : states.indexOf(row.state),
    due:
      due?.kind === 'day'
        ? due.day * DAY + 4 * 3_600_000
        : due?.kind === 'instant'
          ? due.atMillis
          : due && 1e15 + due.position,
    interval: row.intervalDays,
    stability: row.stability,
    difficulty: row.difficulty,
    retrievability: row.retrievability,
    reps: row.state === 'none' ? 0 : row.reps,
    lapses: row.lapses,
    flag: row.flag,
    added: row.addedAtMillis,
    edited: row.editedAtMillis,
  };
  return values[column] === '' ? undefined : values[column];
}

test('[SEARCH-25] every column sorts both ways, what has no value last, equals by id', () => {
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  fc.assert(
    fc.property(
      fc.array(edits, { maxLength: 30 }),
      fc.constantFrom(...COLUMNS),
      fc.boolean(),
      fc.constantFrom('cards' as const, 'notes' as const),
      (history, column, descending, mode) => {
        const held = nothingHeld();
        const index = new LibraryIndex();
        index.change(history.map((edit) => edit(held)));
        // The rollover hour of the samples, so that days have one beginning.
        index.change([change(held, 'settings', 'study', undefined)]);
        const asked = { mode, sort: { column, descending }, now: CLOCK };
        const rows = index.rows(index.find({ kind: 'all' }, asked), 0, 99, CLOCK);
        for (const [at, row] of rows.slice(1).entries()) {
          const before = rows[at];
          const one = before && shown(before, column);
          const other = shown(row, column);
          const inOrder =
            typeof one === 'string' && typeof other === 'string'
              ? compare(one, other)
              : Number(one) - Number(other);
          const order =
            one === undefined || other === undefined
              ? Number(one === undefined) - Number(other === undefined)
              : inOrder * (descending ? -1 : 1);
          expect([column, one, other, order <= 0]).toEqual([column, one, other, true]);
          if (order === 0) expect((before?.id ?? '') < row.id).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('[SEARCH-25] text sorts as people read it', () => {
  const held = nothingHeld();
  const texts = ['item 10', 'Item 9', 'item 9', '', 'étude', 'eta', 'zeta', 'Ångström'];
  for (const [at, text] of texts.entries())
    change(held, 'notes', `n${at}`, aRowNote(`n${at}`, [text]));
  const index = indexOf(held);
  const sorted = (descending: boolean) => {
    const sort = { column: 'sortField', descending } as const;
    const listing = index.find({ kind: 'all' }, { mode: 'notes', sort, now: CLOCK });
    return index.rows(listing, 0, 99, CLOCK).map(({ sortField }) => sortField);
  };
  const expected = ['Ångström', 'eta', 'étude', 'item 9', 'Item 9', 'item 10', 'zeta'];
  expect(sorted(false)).toEqual([...expected, '']);
  expect(sorted(true)).toEqual([...expected.reverse(), '']);
});

test('[SEARCH-25] a note whose sort field has no text is listed by the first field that has', () => {
  const held = nothingHeld();
  change(held, 'notes', 'a', aRowNote('a', ['<img src="x.png">', '<b>The</b>&nbsp;heart']));
  change(held, 'notes', 'b', aRowNote('b', [`${'x'.repeat(199)}😀`, 'y']));
  const index = indexOf(held);
  const sort = { column: 'sortField', descending: false } as const;
  const listing = index.find({ kind: 'all' }, { mode: 'notes', sort, now: CLOCK });
  const texts = index.rows(listing, 0, 9, CLOCK).map(({ sortField }) => sortField);
  expect(texts).toEqual(['The heart', 'x'.repeat(199)]);
});

test('[SEARCH-25] what comes up first is first: steps by the minute, then days, new cards by place', () => {
  const held = nothingHeld();
  change(held, 'notes', 'n', aRowNote('n', ['x']));
  const schedules = [
    NEW,
    inReview(TODAY),
    inLearning(NOW + 60_000),
    inReview(TODAY - 3),
    inReview(TODAY + 1),
    NEW,
  ];
  for (const [at, schedule] of schedules.entries()) {
    change(held, 'cards', `n/${at}`, aCard(`n/${at}`, { schedule, position: 9 - at }));
  }
  const index = indexOf(held);
  const sort = { column: 'due', descending: false } as const;
  const listing = index.find({ kind: 'all' }, { mode: 'cards', sort, now: CLOCK });
  expect(index.ids(listing)).toEqual(['n/3', 'n/1', 'n/2', 'n/4', 'n/5', 'n/0']);
  const [row] = index.rows(
    index.find({ kind: 'all' }, { mode: 'notes', sort, now: CLOCK }),
    0,
    1,
    CLOCK,
  );
  expect(row).toMatchObject({ due: { kind: 'day', day: TODAY - 3 }, state: 'mixed', reps: 10 });
});

test('[SEARCH-25] texts placed one by one rank as texts sorted at once', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 4 }), (batches) => {
      const grown = new TextRanks();
      for (const batch of batches) grown.of(batch);
      const all = batches.flat();
      const order = (ranks: TextRanks) => {
        const places = ranks.of(all);
        return all.map((_, one) =>
          all.map((_, other) => Math.sign((places[one] ?? 0) - (places[other] ?? 0))),
        );
      };
      expect(order(grown)).toEqual(order(new TextRanks()));
    }),
    { numRuns: 100 },
  );
});

test('[SEARCH-25] a place that has been split too often is made anew', () => {
  const ranks = new TextRanks();
  ranks.of(['a', 'b']);
  // Each comes right after the one before: their numbers halve until none is left.
  const texts = Array.from({ length: 120 }, (_, at) => `a${'a'.repeat(at + 1)}`);
  for (const text of texts) ranks.of([text]);
  const places = [...ranks.of(['a', ...texts, 'b'])];
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(new Set(places).size).toBe(places.length);
});

test('[SEARCH-25] many texts at once rank in reading order, and others between them', () => {
  const ranks = new TextRanks();
  // 997 has no factor in common with 1200: all of them, out of order.
  const texts = Array.from({ length: 1200 }, (_, at) => `item ${(at * 997) % 1200}`);
  const placed = ranks.of(texts);
  const order = texts.map((text, at) => [placed[at] ?? 0, text] as const);
  order.sort(([one], [other]) => one - other);
  expect(order.map(([, text]) => text)).toEqual(texts.map((_, at) => `item ${at}`));
  const [before = 0, between = 0, after = 0, same] = ranks.of([
    'item 7',
    'item 7½',
    'item 8',
    'item 7',
  ]);
  expect(before < between && between < after).toBe(true);
  expect(same).toBe(before);
});

test('[SEARCH-25] each column alone puts two notes in its own order', () => {
  const held = nothingHeld();
  const early = { addedAtMillis: NOW - DAY, editedAtMillis: NOW - DAY };
  // By id, z comes last; by every column it comes first.
  change(held, 'decks', 'd0', aDeck('d0', 'Zoo'));
  change(held, 'decks', 'd1', aDeck('d1', 'Art'));
  change(held, 'noteTypes', 'own', { ...OWN_TYPE, name: 'A drug' });
  const second = { deckId: 'd0', tags: ['marked'] } as const;
  change(held, 'notes', 'a', aRowNote('a', ['zeta', 'x'], second as never));
  change(
    held,
    'notes',
    'z',
    aRowNote('z', ['alpha'], {
      ...early,
      deckId: 'd1',
      noteTypeId: 'own',
      tags: ['leech'],
    } as never),
  );
  const strong = inReview(TODAY + 9, {
    intervalDays: 90,
    reps: 9,
    lapses: 4,
    memory: { stability: 90, difficulty: 9 },
  });
  const weak = inLearning(NOW);
  change(held, 'cards', 'a/1', aCard('a/1', { schedule: strong, flag: 4, deckId: 'd0' as never }));
  change(held, 'cards', 'z/1', aCard('z/1', { schedule: weak, flag: 1, deckId: 'd1' as never }));
  const sorted = (column: Column, descending: boolean) => {
    const index = indexOf(held);
    const sort = { column, descending };
    return index.ids(index.find({ kind: 'all' }, { mode: 'notes', sort, now: CLOCK }));
  };
  // The template's name is the same; the others are of cards in review.
  const others: readonly Column[] = ['card', 'interval', 'retrievability'];
  for (const column of COLUMNS.filter((each) => !others.includes(each))) {
    expect([column, sorted(column, false)]).toEqual([column, ['z', 'a']]);
    expect([column, sorted(column, true)]).toEqual([column, ['a', 'z']]);
  }
  expect(sorted('interval', true)).toEqual(['a', 'z']);
  const forgotten = inReview(TODAY - 30, { intervalDays: 2 });
  change(held, 'cards', 'z/1', aCard('z/1', { schedule: forgotten, deckId: 'd1' as never }));
  for (const column of ['interval', 'retrievability'] as const) {
    expect([column, sorted(column, false)]).toEqual([column, ['z', 'a']]);
    expect([column, sorted(column, true)]).toEqual([column, ['a', 'z']]);
  }
});

test('[SEARCH-25] a note is shown by its cards in sight alone', () => {
  const held = nothingHeld();
  change(held, 'notes', 'n', aRowNote('n', ['x']));
  change(held, 'cards', 'n/1', aCard('n/1', { schedule: inReview(TODAY, { reps: 4 }), flag: 2 }));
  change(held, 'cards', 'n/2', aCard('n/2', { absent: true }));
  const shownBy = () => {
    const index = indexOf(held);
    const sort = { column: 'due', descending: false } as const;
    return index.rows(
      index.find({ kind: 'all' }, { mode: 'notes', sort, now: CLOCK }),
      0,
      1,
      CLOCK,
    )[0];
  };
  expect(shownBy()).toMatchObject({ state: 'review', reps: 4, flag: 2, intervalDays: 10 });
});

test('[SEARCH-25] each column of text sorts by its own text, whatever the others say', () => {
  const held = nothingHeld();
  change(held, 'noteTypes', OWN_TYPE.id, OWN_TYPE);
  for (const [id, name] of [
    ['d1', 'Anatomy'],
    ['d2', 'Pharmacology'],
  ] as const) {
    change(held, 'decks', id, aDeck(id, name));
  }
  // Each column has another of the two first.
  const one = { deckId: 'd2', noteTypeId: BASIC.id, tags: ['x'] } as never;
  const other = { deckId: 'd1', noteTypeId: OWN_TYPE.id, tags: ['leech'] } as never;
  change(held, 'notes', 'one', aRowNote('one', ['alpha'], one));
  change(held, 'notes', 'other', aRowNote('other', ['beta'], other));
  const index = indexOf(held);
  const first = (column: Column) => {
    const sort = { column, descending: false } as const;
    const listing = index.find({ kind: 'all' }, { mode: 'notes', sort, now: CLOCK });
    return index.rows(listing, 0, 1, CLOCK)[0]?.id;
  };
  expect(first('sortField')).toBe('one');
  expect(first('deck')).toBe('other');
  expect(first('type')).toBe('one');
  expect(first('tags')).toBe('other');
});
