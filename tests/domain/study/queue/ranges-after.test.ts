import { expect, test } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import { ALL_DECKS, emptyDay, type Review } from '../../../../src/domain/collection/review.ts';
import { laneOf } from '../../../../src/domain/study/lane.ts';
import { rangesAfter } from '../../../../src/domain/study/queue/ranges-after.ts';
import { dueRange, newRange, type Ranges } from '../../../../src/domain/study/queue/ranges.ts';
import type { CardId, DeckId, NoteId } from '../../../../src/kernel/ids.ts';
import {
  A_DECK,
  aCard,
  DECK,
  inLearning,
  inReview,
  NOW,
  TODAY,
} from '../../../support/collection.ts';
import { aCollection, rangesIn } from '../../../support/study.ts';

const OTHER = 'other' as DeckId;
const decks = [A_DECK, { ...A_DECK, id: OTHER, name: 'Other', sections: [] }];
const new1 = aCard('a/1', { position: 4 });
const new2 = aCard('b/1', { position: 1 });
const due = aCard('c/1', { schedule: inReview(TODAY - 1) });
const sibling = aCard('c/2', { schedule: inReview(TODAY) });
const soon = aCard('d/1', { schedule: inLearning(NOW) });
const away = aCard('e/1', { deckId: OTHER, sections: [], schedule: inReview(TODAY) });
const before = [new1, new2, due, sibling, soon, away];

const review: Review = {
  operationId: 'device:1' as Review['operationId'],
  cardId: new1.id,
  deckId: DECK,
  atMillis: NOW,
  studyDay: TODAY,
  grade: 3,
  durationMillis: 9000,
  kind: 'new',
  elapsedDays: 0,
  intervalDays: 0,
  memory: { stability: 1, difficulty: 5 },
};

/** The ranges after the cards became `now`: patched, and counted anew from all cards. */
function bothWays(now: readonly Card[]): readonly [patched: Ranges, anew: Ranges] {
  const changes = now.map((after) => {
    const old = before.find(({ id }) => id === after.id);
    return { table: 'cards', key: after.id, before: old, after } as const;
  });
  const cards = new Map(before.map((card) => [card.id as string, card]));
  const all = before.map((card) => now.find(({ id }) => id === card.id) ?? card);
  return [
    rangesAfter(rangesIn(aCollection({ cards: before, decks })), { changes, review, cards }),
    rangesIn(aCollection({ cards: all, decks })),
  ];
}

/** An answer each: to a new card, to one that is due, the last step of one in learning, several at once. */
const steps: readonly [string, readonly Card[]][] = [
  ['a new card goes into steps', [{ ...new1, schedule: inLearning(NOW + 60_000) }]],
  ['one in steps that comes earlier', [{ ...new1, schedule: inLearning(NOW - 60_000) }]],
  ['a due card goes far away', [{ ...due, schedule: inReview(TODAY + 20) }]],
  ['a due card goes into steps', [{ ...due, schedule: inLearning(NOW + 600_000) }]],
  ['the last step is done', [{ ...soon, schedule: inReview(TODAY + 1) }]],
  ['an undone answer: due again today', [{ ...soon, schedule: inReview(TODAY) }]],
  [
    'two new cards change places',
    [
      { ...new1, position: 1 },
      { ...new2, position: 4 },
    ],
  ],
  ['a card of another deck', [{ ...away, schedule: inReview(TODAY + 3) }]],
  ['a card goes to another deck', [{ ...due, deckId: OTHER, sections: [] }]],
];

test.each(steps)(
  '[REVIEW-12] what a queue is read from after a step, as if read anew: %s',
  async (_, now) => {
    const [patched, anew] = bothWays(now);
    const ids = async (rows: Promise<readonly { readonly id: CardId }[]>) =>
      (await rows).map(({ id }) => id);
    expect(await ids(patched.inSteps())).toEqual(await ids(anew.inSteps()));
    for (const deckId of [undefined, DECK, OTHER]) {
      for (const range of [
        dueRange(deckId, TODAY),
        dueRange(deckId, TODAY - 1),
        { ...newRange(DECK), deckId },
        { lane: 'new', deckId, below: 4 } as const,
      ]) {
        for (const from of [undefined, 1, 2, TODAY, TODAY + 1]) {
          for (const count of [1, 2, 9]) {
            expect(await ids(patched.lane(range, from, count))).toEqual(
              await ids(anew.lane(range, from, count)),
            );
          }
        }
        expect((await patched.laneIds(range)).toSorted()).toEqual(
          (await anew.laneIds(range)).toSorted(),
        );
      }
    }
    expect(await patched.dueByDay()).toEqual(await anew.dueByDay());
    const all = before.map(({ id }) => id);
    expect((await patched.cards(all)).map((card) => card?.schedule)).toEqual(
      (await anew.cards(all)).map((card) => card?.schedule),
    );
    for (const notes of [['a'], ['c'], ['a', 'c', 'd'], []] as unknown as NoteId[][]) {
      expect(await ids(patched.cardsOfNotes(new Set(notes)))).toEqual(
        await ids(anew.cardsOfNotes(new Set(notes))),
      );
    }
  },
);

test('[REVIEW-12] the answered card is the one that is shown after the step, with its place', async () => {
  const answered = { ...new1, schedule: inLearning(NOW + 5000) };
  const [patched] = bothWays([answered]);
  expect(await patched.cards([new1.id, new2.id])).toEqual([
    { ...answered, ...laneOf(answered) },
    new2,
  ]);
});

test('[REVIEW-12] a card that the step took away is gone', async () => {
  const changes = [{ table: 'cards', key: due.id, before: due, after: undefined }] as const;
  const cards = new Map([due, sibling].map((card) => [card.id as string, card]));
  const ranges = rangesIn(aCollection({ cards: before, decks }));
  const patched = rangesAfter(ranges, { changes, review: undefined, cards });
  expect(await patched.cards([due.id, sibling.id])).toEqual([undefined, sibling]);
  expect(await patched.laneIds(dueRange(DECK, TODAY))).toEqual([sibling.id]);
  expect((await patched.lane(dueRange(DECK, TODAY), undefined, 1)).map(({ id }) => id)).toEqual([
    sibling.id,
  ]);
});

test('[REVIEW-12] counts follow the step, of whole decks and of sections, for the decks asked for', async () => {
  const [patched] = bothWays([{ ...due, schedule: inReview(TODAY + 20) }]);
  const ranges = rangesIn(aCollection({ cards: before, decks }));
  for (const section of ['', 'General']) {
    const old = (await ranges.tallies(section, undefined, TODAY)).get(DECK);
    const now = (await patched.tallies(section, undefined, TODAY)).get(DECK);
    expect(now?.reviewCards).toEqual({
      ...old?.reviewCards,
      [TODAY - 1]: (old?.reviewCards[TODAY - 1] ?? 0) - 1,
      [TODAY + 20]: 1,
    });
    expect(now?.newCards).toEqual(old?.newCards);
    expect((await patched.tallies(section, [OTHER], TODAY)).get(DECK)).toEqual(old);
    expect((await patched.tallies(section, [DECK], TODAY)).get(DECK)).toEqual(now);
  }
});

test('[REVIEW-12] the day’s totals have the answer, in its deck and in all; those of other days have not', async () => {
  const [patched] = bothWays([{ ...new1, schedule: inLearning(NOW + 60_000) }]);
  const counted = (deckId: DeckId) => ({
    ...emptyDay(deckId, TODAY),
    byKind: {
      ...emptyDay(deckId, TODAY).byKind,
      new: { answers: 1, recalled: 1, millis: 9000 },
    },
  });
  expect(await patched.totals(TODAY, undefined)).toEqual(
    new Map([
      [DECK, counted(DECK)],
      [ALL_DECKS, counted(ALL_DECKS)],
    ]),
  );
  expect(await patched.totals(TODAY, [DECK])).toEqual(new Map([[DECK, counted(DECK)]]));
  expect(await patched.totals(TODAY, [OTHER])).toEqual(new Map());
  expect(await patched.totals(TODAY - 1, undefined)).toEqual(new Map());
});
