import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Review } from '../../../src/domain/collection/review.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { SecondsTally } from '../../../src/domain/statistics/figures/seconds-tally.ts';
import { MILLIS_PER_DAY, MILLIS_PER_HOUR } from '../../../src/kernel/time.ts';
import { anAnswer, insightsIn, TODAY, told } from './answers.ts';

const GRADES: readonly Grade[] = [1, 2, 3, 4];
/** Cards, each answered on days of its own: a new one first, later in steps or in review. */
const histories = fc.array(
  fc.uniqueArray(
    fc.record({
      ago: fc.nat(14),
      hour: fc.integer({ min: 5, max: 23 }),
      grade: fc.constantFrom(...GRADES),
      kind: fc.constantFrom('review' as const, 'review' as const, 'learning' as const),
      intervalDays: fc.constantFrom(0, 5, 20, 21, 50),
      durationMillis: fc.nat(90_000),
    }),
    { selector: ({ ago }) => ago, minLength: 1, maxLength: 10 },
  ),
  { minLength: 1, maxLength: 6 },
);

/** An answer, and the interval that came to its end. */
interface Ended {
  readonly review: Review;
  readonly lastInterval: number;
}

function endedIn(given: typeof histories extends fc.Arbitrary<infer Each> ? Each : never): Ended[] {
  return given.flatMap((answers, card) => {
    const inOrder = answers.toSorted((a, b) => b.ago - a.ago);
    return inOrder.map(({ ago, hour, kind, ...more }, at): Ended => {
      const atMillis = (TODAY - ago) * MILLIS_PER_DAY + hour * MILLIS_PER_HOUR;
      const own = { ...more, kind: at === 0 ? ('new' as const) : kind, atMillis };
      const review = anAnswer(`c${card}/1`, ago, own);
      return { review, lastInterval: inOrder[at - 1]?.intervalDays ?? 0 };
    });
  });
}

const isReview = ({ review }: Ended): boolean => review.kind === 'review';
const isMature = (each: Ended): boolean => isReview(each) && each.lastInterval >= 21;
const inWeek = ({ review }: Ended): boolean => review.studyDay > TODAY - 7;
const sumOf = (among: readonly Ended[]): number =>
  among.reduce((sum, { review }) => sum + review.durationMillis, 0);
const recalledOf = (among: readonly Ended[]) => ({
  of: among.length,
  count: among.filter(({ review }) => review.grade > 1).length,
});

/** To a tenth of a second below a minute and to a second above: the middle of it. */
function medianSeconds(millis: readonly number[]): number | undefined {
  const middle = millis.toSorted((a, b) => a - b)[Math.ceil(millis.length / 2) - 1];
  if (middle === undefined) return undefined;
  const width = middle < 60_000 ? 100 : 1000;
  return (Math.floor(middle / width) * width + width / 2) / 1000;
}

test('[STATS-21][STATS-22][STATS-23][STATS-24] how a week was answered is what looking at every answer tells', () => {
  let failing = 0;
  fc.assert(
    fc.property(histories, (given) => {
      const ended = endedIn(given);
      const own = ended.filter(inWeek);
      const { answering } = insightsIn({
        reviews: ended.map(({ review }) => review),
        asked: { scope: { kind: 'all' }, period: 'week' },
      });
      if (own.length === 0) {
        expect(answering.is).toBe('absent');
        return;
      }
      const { buttons, secondsByButton, slowest, mostFailed } = told(answering);
      const pressed = (among: readonly Ended[]) =>
        GRADES.map((grade) => among.filter(({ review }) => review.grade === grade).length);
      expect(buttons.learning).toEqual(pressed(own.filter((each) => !isReview(each))));
      expect(buttons.young).toEqual(
        pressed(own.filter((each) => isReview(each) && !isMature(each))),
      );
      expect(buttons.mature).toEqual(pressed(own.filter(isMature)));
      for (const [at, grade] of GRADES.entries()) {
        const these = own.filter(({ review }) => review.grade === grade);
        const seconds = secondsByButton[at as 0];
        expect(seconds.answers).toBe(these.length);
        expect(seconds.minutes).toBeCloseTo(sumOf(these) / 60_000, 9);
        expect(seconds.median).toBe(
          medianSeconds(these.map(({ review }) => review.durationMillis)),
        );
        if (these.length === 0) expect(seconds.mean).toBeUndefined();
        else expect(seconds.mean).toBeCloseTo(sumOf(these) / these.length / 1000, 9);
      }
      const cards = [...new Set(own.map(({ review }) => review.cardId))].sort();
      const lines = cards.map((cardId) => {
        const these = own.filter(({ review }) => review.cardId === cardId);
        const reviews = these.filter(isReview);
        const failed = reviews.filter(({ review }) => review.grade === 1).length;
        const mean = sumOf(these) / these.length / 1000;
        return { cardId, answers: these.length, reviews: reviews.length, failed, mean };
      });
      expect(slowest.map(({ cardId, answers }) => ({ cardId, answers }))).toEqual(
        lines
          .filter(({ answers }) => answers >= 3)
          .sort((a, b) => b.mean - a.mean)
          .map(({ cardId, answers }) => ({ cardId, answers })),
      );
      const often = lines.filter(({ failed }) => failed >= 2).sort((a, b) => b.failed - a.failed);
      failing += often.length;
      expect(mostFailed.map(({ cardId, reviews, failed }) => [cardId, reviews, failed])).toEqual(
        often.map(({ cardId, reviews, failed }) => [cardId, reviews, failed]),
      );
    }),
    { numRuns: 25 },
  );
  expect(failing).toBeGreaterThan(0);
});

test('[STATS-12][STATS-14] reviews of a week, and by the hour, are what looking at every answer tells', () => {
  let reviewed = 0;
  fc.assert(
    fc.property(histories, (given) => {
      const ended = endedIn(given);
      const { retention } = insightsIn({
        reviews: ended.map(({ review }) => review),
        asked: { scope: { kind: 'all' }, period: 'week' },
      });
      const own = ended.filter(inWeek);
      const reviews = own.filter(isReview);
      if (reviews.length === 0) return;
      reviewed++;
      const { inPeriod, byHour } = told(retention);
      expect(inPeriod.all).toMatchObject(recalledOf(reviews));
      expect(inPeriod.mature).toMatchObject(recalledOf(reviews.filter(isMature)));
      expect(inPeriod.young).toMatchObject(recalledOf(reviews.filter((each) => !isMature(each))));
      for (const { hour, answers, minutes, all, mature } of byHour) {
        const then = own.filter(
          ({ review }) => (review.atMillis % MILLIS_PER_DAY) / MILLIS_PER_HOUR === hour,
        );
        expect(answers).toBe(then.length);
        expect(minutes).toBeCloseTo(sumOf(then) / 60_000, 9);
        expect(all).toMatchObject(recalledOf(then.filter(isReview)));
        expect(mature).toMatchObject(recalledOf(then.filter(isMature)));
      }
    }),
    { numRuns: 15 },
  );
  expect(reviewed).toBeGreaterThan(3);
});

test('[STATS-9] today, the week and the usual days and weeks are what looking at every answer tells', () => {
  fc.assert(
    fc.property(histories, (given) => {
      const ended = endedIn(given);
      const { recent } = insightsIn({ reviews: ended.map(({ review }) => review) });
      const { today, week, usualDay, usualWeek } = told(recent);
      const effort = (among: readonly Ended[]) => ({
        answers: among.length,
        newCards: among.filter(({ review }) => review.kind === 'new').length,
        recalled: recalledOf(among.filter(isReview)),
        byGrade: GRADES.map((grade) => among.filter(({ review }) => review.grade === grade).length),
      });
      const ago = ({ review }: Ended): number => TODAY - review.studyDay;
      expect(today).toMatchObject(effort(ended.filter((each) => ago(each) === 0)));
      expect(week).toMatchObject(effort(ended.filter(inWeek)));
      expect(week.minutes).toBeCloseTo(sumOf(ended.filter(inWeek)) / 60_000, 6);
      const before = ended.filter((each) => ago(each) > 0);
      const days = new Set(before.map(ago)).size;
      expect(usualDay === undefined).toBe(days < 7);
      if (usualDay) expect(usualDay.answers).toBeCloseTo(before.length / days, 9);
      if (usualDay) expect(usualDay.minutes).toBeCloseTo(sumOf(before) / 60_000 / days, 6);
      const first = Math.max(...ended.map(ago));
      const weeks = first >= 13 ? ended.filter((each) => ago(each) >= 7 && ago(each) < 14) : [];
      expect(usualWeek?.answers).toBe(first >= 13 ? weeks.length : undefined);
    }),
    { numRuns: 10 },
  );
});

test('[STATS-22] seconds are counted by tenths below a minute and by seconds above', () => {
  const tally = (...millis: number[]) => {
    const seconds = new SecondsTally();
    for (const each of millis) seconds.add(each);
    return seconds.told();
  };
  expect(tally()).toEqual({ answers: 0, median: undefined, mean: undefined, minutes: 0 });
  expect(tally(0).median).toBe(0.05);
  expect(tally(99).median).toBe(0.05);
  expect(tally(100).median).toBe(0.15);
  expect(tally(59_999).median).toBe(59.95);
  expect(tally(60_000).median).toBe(60.5);
  expect(tally(3_600_000).median).toBe(3600.5);
  expect(tally(1000, 3000).median).toBe(1.05);
  expect(tally(1000, 2000, 9000)).toEqual({ answers: 3, median: 2.05, mean: 4, minutes: 0.2 });
});
