import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import {
  availableBy,
  EMPTY_TALLY,
  type Tally,
  TallyChanges,
  tallyKey,
} from '../../../src/domain/study/tally.ts';
import { aCard, DECK, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';
import { changedTally } from '../../support/tally.ts';

const SECTIONS = ['A', 'A::x', 'A::x::deep', 'B'];
const aState = fc.record({
  state: fc.constantFrom('new', 'review', 'learning'),
  day: fc.integer({ min: TODAY - 2, max: TODAY + 2 }),
  buriedUntil: fc.constantFrom(0, TODAY, TODAY + 1),
  suspended: fc.boolean(),
  absent: fc.boolean(),
});
const note = fc.record({
  sections: fc.subarray(SECTIONS, { minLength: 1 }),
  cards: fc.array(aState, { minLength: 1, maxLength: 3 }),
});

function cardsOf(notes: readonly (typeof note extends fc.Arbitrary<infer N> ? N : never)[]) {
  return notes.map(({ sections, cards }, at) =>
    cards.map(({ state, day, ...flags }, slot) =>
      aCard(`n${at}/${slot + 1}`, {
        ...flags,
        sections,
        schedule:
          state === 'new'
            ? aCard('x/1').schedule
            : state === 'review'
              ? inReview(day)
              : inLearning(NOW),
      }),
    ),
  );
}

/** Counted the slow way: one note and one card after the other, from the words of the rules. */
function countedAnew(notes: readonly Card[][], section: string, today: number) {
  const isThere = (card: Card) => !card.suspended && !card.absent && card.buriedUntil <= today;
  const isNew = (card: Card) => card.schedule.state === 'new';
  const isDue = ({ schedule }: Card) => schedule.state === 'review' && schedule.dueDay <= today;
  const counts = { newCards: 0, newNotes: 0, reviewCards: 0, reviewNotes: 0, newNotesInReview: 0 };
  for (const cards of notes) {
    const own = cards[0]?.sections ?? [];
    if (section && !own.some((s) => s === section || s.startsWith(`${section}::`))) continue;
    const there = cards.filter(isThere);
    counts.newCards += there.filter(isNew).length;
    counts.reviewCards += there.filter(isDue).length;
    if (there.some(isNew)) counts.newNotes++;
    if (there.some(isDue)) counts.reviewNotes++;
    if (there.some(isNew) && there.some(isDue)) counts.newNotesInReview++;
  }
  return counts;
}

function kept(changes: TallyChanges, section: string): Tally {
  const parts = changes.byKey.get(tallyKey(DECK, section));
  return parts ? changedTally(EMPTY_TALLY, parts) : EMPTY_TALLY;
}

test('[STORE-5][TODAY-1] kept counts equal a fresh count on every day, in every section and subsection', () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 8 }), (notes) => {
      const cards = cardsOf(notes);
      const changes = new TallyChanges();
      for (const own of cards) changes.count(own, 1);
      for (const section of ['', ...SECTIONS]) {
        for (let day = TODAY - 3; day <= TODAY + 3; day++) {
          const tally = kept(changes, section);
          const counted = Object.fromEntries(
            Object.entries(tally).map(([part, histogram]) => [part, availableBy(histogram, day)]),
          );
          expect(counted).toEqual(countedAnew(cards, section, day));
        }
      }
    }),
  );
});

test('[STORE-5] counting in and out again leaves nothing behind, not even a zero', () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 5 }), (notes) => {
      const changes = new TallyChanges();
      for (const own of cardsOf(notes)) changes.count(own, 1);
      const there = kept(changes, '');
      const out = new TallyChanges();
      for (const own of cardsOf(notes)) out.count(own, -1);
      const parts = out.byKey.get(tallyKey(DECK, ''));
      expect(parts ? changedTally(there, parts) : there).toEqual(EMPTY_TALLY);
    }),
  );
});

test('[TODAY-2] a note counts on its days, and where it has no card of a kind it counts nowhere', () => {
  const review = aCard('n/1', { sections: ['A'], schedule: inReview(TODAY + 2) });
  const early = aCard('n/2', {
    sections: ['A'],
    schedule: inReview(TODAY - 1),
    buriedUntil: TODAY,
  });
  const fresh = aCard('n/3', { sections: ['A'], buriedUntil: TODAY + 1 });
  const tallyOf = (cards: readonly Card[], section = '') => {
    const changes = new TallyChanges();
    changes.count(cards, 1);
    return changes.tally(DECK, section);
  };
  expect(tallyOf([review, early])).toEqual({
    ...EMPTY_TALLY,
    reviewCards: { [TODAY + 2]: 1, [TODAY]: 1 },
    reviewNotes: { [TODAY]: 1 },
  });
  expect(tallyOf([fresh], 'A')).toEqual({
    ...EMPTY_TALLY,
    newCards: { [TODAY + 1]: 1 },
    newNotes: { [TODAY + 1]: 1 },
  });
  expect(tallyOf([review, fresh])).toEqual({
    newCards: { [TODAY + 1]: 1 },
    newNotes: { [TODAY + 1]: 1 },
    reviewCards: { [TODAY + 2]: 1 },
    reviewNotes: { [TODAY + 2]: 1 },
    newNotesInReview: { [TODAY + 2]: 1 },
  });
  const quiet = [aCard('n/1', { suspended: true }), aCard('n/2', { schedule: inLearning(NOW) })];
  expect([tallyOf(quiet), tallyOf([]), tallyOf([fresh], 'B')]).toEqual([
    EMPTY_TALLY,
    EMPTY_TALLY,
    EMPTY_TALLY,
  ]);
});
