import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/domain/collection/card.ts';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import type { Review } from '../../src/domain/collection/review.ts';
import type { Rows } from '../../src/domain/collection/rows.ts';
import type { Grade, Schedule } from '../../src/domain/memory/schedule.ts';
import type { CardId, OperationId } from '../../src/kernel/ids.ts';
import { effectsOf } from '../../src/log/effects.ts';
import { redateKind } from '../../src/log/kinds/cards/redate.ts';
import type { BodyOf } from '../../src/log/kind.ts';
import {
  aCard,
  aNote,
  anOperation,
  DECK,
  inLearning,
  inReview,
  NEW,
  NOW,
  rowsOf,
  TODAY,
} from '../support/collection.ts';

type Body = Omit<BodyOf<typeof redateKind>, 'kind'>;

const NOTE = aNote('a', [1, 2]);
const [ONE, TWO] = [`${NOTE.id}/1` as CardId, `${NOTE.id}/2` as CardId];
/** Answered under a clock a year ahead, with ten days to go from there. */
const AHEAD = inReview(TODAY + 375);
/** As the operation's day: what the answers ahead are moved to. */
const HERE = { atMillis: NOW, studyDay: TODAY };
/** Answered ten days ago and due today. */
const BEFORE = inReview(TODAY, { reps: 2 });

function aReview(number: number, more: Partial<Review> = {}): Review {
  return {
    operationId: `device-a:${number}` as OperationId,
    cardId: ONE,
    deckId: DECK,
    atMillis: NOW + 365 * 86_400_000,
    studyDay: TODAY + 365,
    grade: 3,
    durationMillis: 5000,
    kind: 'review',
    elapsedDays: 375,
    intervalDays: 10,
    memory: { stability: 10, difficulty: 5 },
    ...more,
  };
}

function redated(body: Body, cards: readonly Card[], change: Partial<Rows> = {}) {
  const rows = { ...rowsOf([NOTE], cards, { fuzz: false }), ...change };
  const result = effectsOf(anOperation({ kind: 'redate', ...body }), rows);
  if (!result.ok) throw new Error(result.problem.what);
  const { changes, recounted } = result.value;
  const after = Object.fromEntries(changes.map((each) => [each.key, each.after as Card]));
  return { after, recounted };
}

const scheduleOf = (body: Body, schedule: Schedule, change: Partial<Rows> = {}) =>
  redated(body, [aCard(ONE, { schedule })], change).after[ONE]?.schedule;

describe('[CARD-7] answers dated ahead, without what was before them:', () => {
  test('[CARD-7] the card counts as answered now, and keeps its interval', () => {
    expect(scheduleOf({ cardIds: [ONE] }, AHEAD)).toEqual({
      ...AHEAD,
      lastReview: HERE,
      dueDay: TODAY + 10,
    });
    const inSteps = { ...inLearning(NOW + 9e10), lastReview: { atMillis: 0, studyDay: TODAY + 1 } };
    expect(scheduleOf({ cardIds: [ONE] }, inSteps)).toMatchObject({ lastReview: HERE });
  });

  test.each<[string, Schedule]>([
    ['answered today', inReview(TODAY + 10)],
    ['answered before', inReview(TODAY)],
    ['new', NEW],
  ])('[CARD-7] a card %s stays as it is, and so do its answers', (_, schedule) => {
    const body = {
      cardIds: [ONE],
      answered: [{ cardId: ONE, before: NEW, grades: [3 as Grade] }],
      reviews: [aReview(1)],
    };
    const { after, recounted } = redated(body, [aCard(ONE, { schedule })]);
    expect(after[ONE]).toEqual(aCard(ONE, { schedule }));
    expect(recounted).toBeUndefined();
  });

  test('[CARD-7] one day ahead is ahead', () => {
    const schedule = inReview(TODAY + 11);
    expect(scheduleOf({ cardIds: [ONE] }, schedule)).toMatchObject({ dueDay: TODAY + 10 });
  });

  test('[CARD-7] its answers count today; what passed before them is less by as many days', () => {
    const reviews = [aReview(1), aReview(2, { elapsedDays: 365 }), aReview(3, { elapsedDays: 4 })];
    const { recounted } = redated({ cardIds: [ONE], reviews }, [aCard(ONE, { schedule: AHEAD })]);
    expect(recounted).toEqual(
      [10, 0, 0].map((elapsedDays, at) => ({
        before: reviews[at],
        after: { ...(reviews[at] as Review), ...HERE, elapsedDays },
      })),
    );
  });
});

describe('[CARD-7] answers dated ahead, where it is said what was before:', () => {
  const given = (grades: readonly Grade[], before: Schedule = BEFORE): Body => ({
    cardIds: [ONE],
    answered: [{ cardId: ONE, before, grades: [...grades] }],
  });
  const answered = (reps: number) => inReview(TODAY + 375, { reps });

  test('[CARD-7] the card is answered anew today, grade by grade', () => {
    const once = scheduleOf(given([3]), answered(3));
    expect(once).toMatchObject({ state: 'review', reps: 3, lapses: 0, lastReview: HERE });
    expect(once).not.toMatchObject({ dueDay: TODAY + 10 });
    const twice = scheduleOf(given([3, 1]), answered(4));
    expect(twice).toMatchObject({ state: 'relearning', reps: 4, lapses: 1, lastReview: HERE });
  });

  test('[CARD-7] by the options of its deck, and the usual ones where none are set', () => {
    const due = (change: Partial<Rows>) => {
      const schedule = scheduleOf(given([3]), answered(3), change);
      return schedule?.state === 'review' ? schedule.intervalDays : undefined;
    };
    const usual = due({}) ?? 0;
    expect(due({ settings: new Map() })).toBe(usual);
    const presets = new Map([['default', { ...DEFAULT_PRESET, maximumIntervalDays: 3 }]]);
    expect(due({ presets })).toBe(3);
    const weights = DEFAULT_STUDY_SETTINGS.weights.map((each, at) =>
      at === 8 ? each + 0.5 : each,
    );
    const settings = new Map([['study', { ...DEFAULT_STUDY_SETTINGS, weights }]]);
    expect(due({ settings })).not.toBe(usual);
  });

  test('[CARD-7] what does not fit the number of its answers is not believed', () => {
    const kept = { ...answered(4), lastReview: HERE, dueDay: TODAY + 10 };
    expect(scheduleOf(given([3]), answered(4))).toEqual(kept);
    expect(scheduleOf(given([3, 3, 3]), answered(4))).toEqual(kept);
    // What is told of another card is not told of this one.
    const other = { cardIds: [ONE], answered: [{ cardId: TWO, before: BEFORE, grades: [] }] };
    expect(scheduleOf(other, answered(2))).toMatchObject({ dueDay: TODAY + 10 });
  });

  test('[CARD-7] its answers count today, with what they led to now', () => {
    const reviews = [aReview(1), aReview(2, { grade: 1 })];
    const card = aCard(ONE, { schedule: answered(4) });
    const { after, recounted } = redated({ ...given([3, 1]), reviews }, [card]);
    const [first, second, ...more] = recounted ?? [];
    expect(more).toEqual([]);
    expect([first?.before, second?.before]).toEqual(reviews);
    const one = scheduleOf(given([3]), answered(3));
    if (one?.state !== 'review') throw new Error('in review');
    expect(first?.after).toEqual({
      ...reviews[0],
      ...HERE,
      kind: 'review',
      elapsedDays: 10,
      intervalDays: one.intervalDays,
      memory: one.memory,
    });
    const last = after[ONE]?.schedule;
    if (last?.state !== 'relearning') throw new Error('in relearning');
    expect(second?.after).toEqual({
      ...reviews[1],
      ...HERE,
      elapsedDays: 0,
      intervalDays: 0,
      memory: last.memory,
    });
  });

  test('[CARD-7] where fewer answers are told than grades, those count and the card is the same', () => {
    const card = aCard(ONE, { schedule: answered(4) });
    const { after, recounted } = redated({ ...given([3, 1]), reviews: [aReview(1)] }, [card]);
    expect(recounted).toHaveLength(1);
    expect(after).toEqual(redated(given([3, 1]), [card]).after);
  });

  test('[CARD-7] answers are told under the card’s history, which may be another’s id', () => {
    const card = aCard(ONE, { schedule: answered(3), historyId: 'old/1' as CardId });
    const body = { ...given([3]), reviews: [aReview(1, { cardId: 'old/1' as CardId })] };
    expect(redated(body, [card]).recounted).toHaveLength(1);
    expect(redated({ ...given([3]), reviews: [aReview(1)] }, [card]).recounted).toBeUndefined();
  });

  test('[CARD-7] of several cards each has its own answers, one card after the other', () => {
    const cards = [ONE, TWO].map((id) => aCard(id, { schedule: AHEAD }));
    const reviews = [aReview(1, { cardId: TWO }), aReview(2), aReview(3, { cardId: TWO })];
    const { recounted } = redated({ cardIds: [ONE, TWO], reviews }, cards);
    expect(recounted?.map(({ before }) => before.operationId)).toEqual([
      'device-a:2',
      'device-a:1',
      'device-a:3',
    ]);
  });
});

describe('[CARD-7] siblings put off:', () => {
  const card = aCard(ONE, { schedule: AHEAD, buriedUntil: TODAY + 366 });
  const buried = (buriedUntil: number) =>
    redated({ cardIds: [ONE] }, [card, aCard(TWO, { schedule: AHEAD, buriedUntil })]).after;

  test('[CARD-7] beyond tomorrow they wait till then, and nothing else of them changes', () => {
    expect(buried(TODAY + 2)[TWO]).toEqual(aCard(TWO, { schedule: AHEAD, buriedUntil: TODAY + 1 }));
    expect(buried(TODAY + 2)[ONE]?.buriedUntil).toBe(TODAY + 1);
  });

  test('[CARD-7] till tomorrow they stay as they are', () => {
    expect(Object.keys(buried(TODAY + 1))).toEqual([ONE]);
    expect(Object.keys(buried(0))).toEqual([ONE]);
  });

  test('[CARD-7] cards of other notes are none', () => {
    const other = aCard('x/1', { buriedUntil: TODAY + 9 });
    expect(Object.keys(redated({ cardIds: [ONE] }, [card, other]).after)).toEqual([ONE]);
  });

  test('[CARD-7] a card that is named and put off till today stays so', () => {
    const named = aCard(ONE, { schedule: AHEAD, buriedUntil: TODAY });
    expect(redated({ cardIds: [ONE] }, [named]).after[ONE]?.buriedUntil).toBe(TODAY);
  });
});

test('[LOG-7] where none of the cards is there nothing changes, answers neither', () => {
  const body = { kind: 'redate', cardIds: ['x/1' as CardId], reviews: [aReview(1)] } as const;
  expect(effectsOf(anOperation({ ...body, reviews: [...body.reviews] }), rowsOf([NOTE])).ok).toBe(
    false,
  );
});

test('[LOG-12] a body of version 1 or 2 is read as it was meant', () => {
  const fields = { cardIds: [ONE] };
  expect(redateKind.version).toBe(3);
  expect(redateKind.upgrade?.[1]?.(fields as never)).toEqual(fields);
  expect(redateKind.upgrade?.[2]?.(fields as never)).toEqual(fields);
});

test('[LOG-22] it says what it is about, and sees the cards with their siblings alone', () => {
  expect(redateKind.word).toBe('correct dates');
  expect(redateKind.about({ cardIds: [ONE] })).toEqual({ cardIds: [ONE] });
  expect(redateKind.reach({ cardIds: [ONE] })).toEqual({ cardIds: [ONE], withoutNotes: true });
});
