import type { Card } from '../../../src/domain/collection/card.ts';
import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import type { Review } from '../../../src/domain/collection/review.ts';
import { dayPlanOf } from '../../../src/domain/exam/day/day-plan-of.ts';
import { examLines } from '../../../src/domain/exam/day/exam-lines.ts';
import { type ExamOutlook, withCurve } from '../../../src/domain/exam/outlook/outlook.ts';
import { outlookOf } from '../../../src/domain/exam/outlook/outlook-of.ts';
import { overlayWorkload } from '../../../src/domain/exam/overlay-workload.ts';
import { sceneOf } from '../../../src/domain/exam/scene.ts';
import { shareOfPile } from '../../../src/domain/exam/spread.ts';
import { studentOf } from '../../../src/domain/exam/student-of.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { DEFAULT_WEIGHTS } from '../../../src/domain/memory/weights.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { A_DECK, aCard, inReview, NOW, TODAY } from '../../support/collection.ts';
import {
  aBreak,
  aCatchUp,
  anExam,
  dayInput,
  everyDay,
  newCards,
  reviewCards,
  sceneInput,
} from './exams.ts';

const OTHER = 'other' as DeckId;

test('[EXAM-12] an exam’s line has its figures, and a change only where there is an older forecast', () => {
  const exam = anExam(9, {
    weights: [
      { section: 'A', weight: 2 },
      { section: 'B', weight: 3 },
    ],
  });
  const planned = dayPlanOf(dayInput([...reviewCards(5, 3), ...newCards(3)], [exam]));
  const first = examLines(planned, TODAY, new Map());
  expect(first.exams[0]).toMatchObject({ cards: 8, daysLeft: 9, change: undefined });
  const [forecast] = first.forecasts;
  expect(forecast).toMatchObject({
    studyDay: TODAY,
    cards: 8,
    unseen: 3,
    daysLeft: 9,
    minutesToday: 20,
    minutesAWeek: 140,
    weights: 5,
  });
  if (!forecast) throw new Error('no forecast');
  const older = { ...forecast, studyDay: TODAY - 1, daysLeft: 10, cards: 7 };
  const known = {
    older: { ...older, predicted: { ...older.predicted, expected: 0.1 } },
    studiedMinutes: 20,
  };
  const again = examLines(planned, TODAY, new Map([['exam', known]]));
  expect(again.exams[0]?.change).toMatch(
    /^Predicted recall went from 10 % to .*: 1 card came in\.$/,
  );
});

test('[EXAM-7] the curve goes by minutes, whatever order its points were found in', () => {
  const outlook = {
    minutesADay: 20,
    withoutStudy: 0.2,
    predicted: { expected: 0.6, low: 0.5, high: 0.7 },
  } as ExamOutlook;
  const { curve } = withCurve(outlook, [
    { factor: 2, recall: 0.8 },
    { factor: 0.5, recall: 0.4 },
    { factor: 3, recall: 0.75 },
  ]);
  expect(curve.map(({ minutesADay }) => minutesADay)).toEqual([0, 10, 20, 40, 60]);
  // Whoever has more minutes may leave some unused.
  expect(curve.map(({ recall }) => recall)).toEqual([0.2, 0.4, 0.6, 0.8, 0.8]);
});

test('[EXAM-20] a preview looks a week beyond the end, and three weeks at least, day by day', () => {
  const days = (overlay: ReturnType<typeof aBreak> | ReturnType<typeof aCatchUp>) =>
    overlayWorkload(overlay, [], [], TODAY, DEFAULT_STUDENT).map(
      ({ studyDay }) => studyDay - TODAY,
    );
  expect(days(aBreak(1, 3))).toEqual([...Array(21).keys()]);
  expect(days(aBreak(1, 40))).toEqual([...Array(40 + 3 + 1 + 7).keys()]);
  expect(days(aCatchUp(0, 30))).toEqual([...Array(29 + 1 + 7).keys()]);
});

test('[EXAM-15] each deck’s own limits hold, not those of the first', () => {
  const loose = { ...DEFAULT_PRESET, id: 'loose' as typeof DEFAULT_PRESET.id, reviewsPerDay: 3 };
  const decks = [A_DECK, { ...A_DECK, id: OTHER, name: 'Other', presetId: loose.id }];
  const cards = [...reviewCards(10, -200), ...reviewCards(10, -200, { deckId: OTHER }, 'other')];
  const day = dayPlanOf(
    dayInput(cards, [], { decks, presets: [DEFAULT_PRESET, loose], minutes: 120 }),
  ).day;
  const of = (prefix: string) => day.cards.filter(({ cardId }) => cardId.startsWith(prefix)).length;
  expect([of('seen'), of('other')]).toEqual([10, 3]);
});

test('[QUEUE-7] siblings are kept apart by their own deck’s options, not by the usual ones', () => {
  const loose = { ...DEFAULT_PRESET, id: 'loose' as typeof DEFAULT_PRESET.id, burySiblings: false };
  const decks = [{ ...A_DECK, presetId: loose.id }];
  const pair = ['n/1', 'n/2'].map((id) => aCard(id, { schedule: inReview(TODAY - 3) }));
  const asked = (presets: (typeof loose)[]) =>
    dayPlanOf(dayInput(pair, [], { decks, presets })).day.cards.length;
  expect(asked([DEFAULT_PRESET, loose])).toBe(2);
  expect(asked([DEFAULT_PRESET])).toBe(1);
});

test('[EXAM-19] what a catch-up has left counts its own cards, not those of an exam', () => {
  const own = reviewCards(30, 5);
  const pile = reviewCards(20, -120, { deckId: OTHER }, 'other');
  const decks = [A_DECK, { ...A_DECK, id: OTHER, name: 'Other' }];
  const exam = anExam(10, { minutes: everyDay(60), otherReviews: 'first' });
  const { cards, catchUp } = dayPlanOf(
    dayInput([...own, ...pile], [exam, aCatchUp(0, 4)], { decks }),
  ).day;
  const due = cards.filter(({ why }) => why.kind === 'due').length;
  expect(due).toBeGreaterThan(0);
  expect(due).toBeLessThan(cards.length);
  expect(catchUp?.left).toBe(due);
});

test('[PLAN-9] a step whose beginning is not among the answers counts towards nothing', () => {
  const step = {
    cardId: 'a/1',
    atMillis: NOW,
    studyDay: TODAY,
    grade: 3,
    durationMillis: 90_000,
    kind: 'learning',
  } as unknown as Review;
  expect(studentOf([step], DEFAULT_WEIGHTS)).toEqual(studentOf([], DEFAULT_WEIGHTS));
});

test('[EXAM-2] no exam’s floor is none; of a card’s several, the highest holds', () => {
  const scene = (...floors: (number | undefined)[]) =>
    sceneOf(
      sceneInput(
        reviewCards(3, 1),
        floors.map((retentionFloor, index) =>
          anExam(5 + index, {
            id: `exam-${index}` as never,
            ...(retentionFloor === undefined ? {} : { retentionFloor }),
          }),
        ),
      ),
    ).input.groups[0];
  expect(scene(undefined)).not.toHaveProperty('retentionFloor');
  expect(scene(0.7, undefined, 0.9, 0.8)?.retentionFloor).toBe(0.9);
});

test('[EXAM-15] cards in steps, learning again too, and those buried by hand are held back from the plan, siblings are not', () => {
  const review = inReview(TODAY);
  const again = { ...review, state: 'relearning', step: 0, dueAtMillis: NOW } as never;
  const cards = [
    aCard('a/1', { schedule: review, position: 0 }),
    aCard('b/1', { schedule: again, position: 1 }),
    aCard('c/1', { schedule: review, buriedUntil: TODAY + 1, position: 2 }),
    aCard('d/1', { schedule: review, buriedUntil: TODAY, position: 3 }),
    aCard('e/1', { ...byHand(TODAY + 1), schedule: review, position: 4 }),
    aCard('f/1', { ...byHand(TODAY), schedule: review, position: 5 }),
  ];
  expect(Array.from(sceneOf(sceneInput(cards, [anExam(5)])).input.isHeldBack ?? [])).toEqual([
    0, 1, 0, 0, 1, 0,
  ]);
});

function byHand(day: number): Partial<Card> {
  return { buriedUntil: day, putAwayUntil: day };
}

test('[EXAM-19] today’s answers were of the pile as far as what waits is', () => {
  expect(shareOfPile({ pile: 10, own: 30 }, 8, { name: '', day: 1, days: 5 })).toBe(31);
});

test('[EXAM-7] a day with time for what its dates ask for is not at risk', () => {
  const cards = reviewCards(8, 0);
  const { days } = outlookOf(anExam(8), sceneInput(cards, []), false).outlook;
  expect(days).toHaveLength(8);
  expect(days.every(({ ordinaryMinutes }) => ordinaryMinutes > 0)).toBe(true);
  expect(days.some(({ isAtRisk }) => isAtRisk)).toBe(false);
});
