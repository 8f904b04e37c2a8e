import { expect, test, vi } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import { TextBlocks } from '../../../src/domain/library/texts/text-blocks.ts';
import { LibraryIndex } from '../../../src/domain/library/library-index.ts';
import { PastAnswers } from '../../../src/domain/library/past-answers.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { aCard, inReview, TODAY } from '../../support/collection.ts';
import { aDeck, aRowNote, CLOCK, change, indexOf, nothingHeld } from './rows.ts';

const ALL: Query = { kind: 'all' };
const SORT = { column: 'sortField', descending: false } as const;
const CARDS = { mode: 'cards', sort: SORT, now: CLOCK } as const;

function small() {
  const held = nothingHeld();
  change(held, 'decks', 'd0', aDeck('d0', 'Deck'));
  for (const text of ['b', 'a', 'c']) {
    change(held, 'notes', text, aRowNote(text, [`<i>${text}</i>`]));
    change(held, 'cards', `${text}/1`, aCard(`${text}/1`, { deckId: aDeck('d0', '').id }));
  }
  return { held, index: indexOf(held) };
}

test('[SEARCH-29] a listing keeps its rows in place while they show what is now', () => {
  const { held, index } = small();
  const listing = index.find(ALL, CARDS);
  expect(index.ids(listing)).toEqual(['a/1', 'b/1', 'c/1']);
  index.change([
    change(held, 'notes', 'a', aRowNote('a', ['z'])),
    change(held, 'cards', 'c/1', aCard('c/1', { schedule: inReview(TODAY), flag: 2 })),
    change(held, 'notes', 'new', aRowNote('new', ['aa'])),
    change(held, 'cards', 'new/1', aCard('new/1')),
    change(held, 'cards', 'b/1', undefined),
    change(held, 'notes', 'b', undefined),
  ]);
  const rows = index.rows(listing, 0, 9, CLOCK);
  expect(rows.map(({ id, sortField, isGone }) => [id, sortField, isGone])).toEqual([
    ['a/1', 'z', false],
    ['b/1', 'b', true],
    ['c/1', 'c', false],
  ]);
  expect(rows[2]).toMatchObject({ flag: 2, state: 'review', due: { kind: 'day', day: TODAY } });
  expect(index.ids(index.find(ALL, CARDS))).toEqual(['new/1', 'c/1', 'a/1']);
});

test('[SEARCH-23] a card that goes leaves all others found, wherever they lie', () => {
  const held = nothingHeld();
  const ids = Array.from({ length: 300 }, (_, at) => `n${String(at).padStart(3, '0')}`);
  for (const id of ids) {
    change(held, 'notes', id, aRowNote(id, ['dose']));
    change(held, 'cards', `${id}/1`, aCard(`${id}/1`));
  }
  const index = indexOf(held);
  const glob = [{ kind: 'text', text: 'dose' }] as const;
  const found = () =>
    index.ids(index.find({ kind: 'text', test: { how: 'plain', glob } }, CARDS)).sort();
  expect(found()).toHaveLength(300);
  index.change([change(held, 'cards', 'n000/1', undefined)]);
  expect(found()).toEqual(ids.slice(1).map((id) => `${id}/1`));
  index.change([change(held, 'notes', 'n001', undefined)]);
  expect(found()).toEqual(ids.slice(2).map((id) => `${id}/1`));
});

test('[SEARCH-29] any part of a listing can be asked for, also beyond its end', () => {
  const { index } = small();
  const listing = index.find(ALL, CARDS);
  const ids = (from: number, to: number) =>
    index.rows(listing, from, to, CLOCK).map(({ id }) => id);
  expect(ids(1, 2)).toEqual(['b/1']);
  expect(ids(2, 99)).toEqual(['c/1']);
  expect(ids(9, 12)).toEqual([]);
});

test('[SEARCH-24] a note without a card is a row of notes, looked at by what it says', () => {
  const { held, index } = small();
  index.change([change(held, 'notes', 'bare', aRowNote('bare', ['only text']))]);
  const found = (query: Query) =>
    index.ids(index.find(query, { mode: 'notes', sort: SORT, now: CLOCK }));
  expect(found(ALL)).toContain('bare');
  expect(found({ kind: 'deck', glob: [{ kind: 'text', text: 'deck' }] })).toContain('bare');
  expect(found({ kind: 'is', state: 'new' })).not.toContain('bare');
  expect(found({ kind: 'not', part: { kind: 'is', state: 'new' } })).toEqual(['bare']);
  const row = index
    .rows(index.find(ALL, { mode: 'notes', sort: SORT, now: CLOCK }), 0, 9, CLOCK)
    .find(({ id }) => id === 'bare');
  expect(row).toMatchObject({ state: 'none', cardIds: [], due: undefined, suspended: false });
});

test('[SEARCH-13] answers come from where they were logged, and a question of another day from another', () => {
  const { index } = small();
  const answers = new PastAnswers(TODAY - 9);
  for (const grade of [1, 2, 3, 4] as const) {
    answers.add({ cardId: 'a/1' as CardId, studyDay: TODAY - grade, grade, kind: 'review' });
  }
  answers.add({ cardId: 'b/1' as CardId, studyDay: TODAY, grade: 1, kind: 'new' });
  const found = (query: Query) => index.ids(index.find(query, { ...CARDS, answers }));
  expect([...answers.of('a/1' as CardId)]).toContainEqual({
    studyDay: TODAY - 3,
    grade: 3,
    isFirst: false,
  });
  expect(found({ kind: 'rated', days: 4, grade: 3 })).toEqual(['a/1']);
  expect(found({ kind: 'rated', days: 3, grade: 3 })).toEqual([]);
  expect(found({ kind: 'introduced', days: 1 })).toEqual(['b/1']);
});

test('[SEARCH-27] a search pauses again and again, and rows can be read meanwhile', () => {
  const held = nothingHeld();
  for (let at = 0; at < 9000; at++) {
    change(held, 'notes', `n${at}`, aRowNote(`n${at}`, [`text ${at}`]));
    change(held, 'cards', `n${at}/1`, aCard(`n${at}/1`));
  }
  const index = indexOf(held);
  const earlier = index.find(ALL, CARDS);
  const steps = index.search({ kind: 'is', state: 'new' }, CARDS);
  let pauses = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      expect(step.value.cardCount).toBe(9000);
      break;
    }
    pauses++;
    expect(index.rows(earlier, 0, 1, CLOCK)).toHaveLength(1);
  }
  expect(pauses).toBeGreaterThan(3);
});

test('[SEARCH-25] on another day the order is another', () => {
  const { held, index } = small();
  const reviewed = (daysAgo: number, stability: number) =>
    inReview(TODAY + 50, {
      intervalDays: 50 + daysAgo,
      memory: { stability, difficulty: 5 },
    });
  index.change([
    change(held, 'cards', 'a/1', aCard('a/1', { schedule: reviewed(2, 10) })),
    change(held, 'cards', 'b/1', aCard('b/1', { schedule: reviewed(10, 40) })),
  ]);
  const sort = { column: 'retrievability', descending: false } as const;
  const order = (days: number) => {
    const now = { ...CLOCK, atMillis: CLOCK.atMillis + days * 86_400_000 };
    return index.ids(index.find(ALL, { ...CARDS, sort, now }));
  };
  expect(order(0)).toEqual(['b/1', 'a/1', 'c/1']);
  expect(order(20)).toEqual(['a/1', 'b/1', 'c/1']);
});

test('[SEARCH-24] the cards of a note come by number', () => {
  const { held, index } = small();
  const ids = ['a/10', 'a/2', 'a/11', 'a/9'];
  index.change(ids.map((id) => change(held, 'cards', id, aCard(id))));
  const [row] = index.rows(index.find(ALL, { mode: 'notes', sort: SORT, now: CLOCK }), 0, 1, CLOCK);
  expect(row?.cardIds).toEqual(['a/1', 'a/2', 'a/9', 'a/10', 'a/11']);
});

test('[SEARCH-23] the day of the question decides what is due', () => {
  const { held, index } = small();
  index.change([change(held, 'cards', 'a/1', aCard('a/1', { schedule: inReview(TODAY + 1) }))]);
  const due = (atMillis: number) =>
    index.find({ kind: 'is', state: 'due' }, { ...CARDS, now: { ...CLOCK, atMillis } }).cardCount;
  expect(due(CLOCK.atMillis)).toBe(0);
  expect(due(CLOCK.atMillis + 86_400_000)).toBe(1);
  expect(new LibraryIndex().counts(CLOCK).cards).toBe(0);
});

test('[SEARCH-35] everything is listed without a look at a text, and is what any search would find', () => {
  const { held, index } = small();
  index.change([
    change(held, 'cards', 'a/2', aCard('a/2', { absent: true })),
    change(held, 'cards', 'b/1', aCard('b/1', { absent: true })),
    change(held, 'notes', 'bare', aRowNote('bare', ['d'])),
  ]);
  const looks = vi.spyOn(TextBlocks.prototype, 'visit');
  for (const mode of ['cards', 'notes'] as const) {
    const all = index.find(ALL, { ...CARDS, mode });
    expect(looks).not.toHaveBeenCalled();
    const sought = index.find({ kind: 'and', parts: [ALL, ALL] }, { ...CARDS, mode });
    expect(looks).toHaveBeenCalled();
    expect({ ...all }).toEqual({ ...sought });
    looks.mockClear();
  }
  looks.mockRestore();
});
