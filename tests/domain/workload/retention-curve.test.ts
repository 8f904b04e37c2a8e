import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  schedulerOptions,
} from '../../../src/domain/collection/deck.ts';
import type { Figure } from '../../../src/domain/statistics/absence.ts';
import { AnswerIntake } from '../../../src/domain/statistics/columns/intake.ts';
import type { CardToTell } from '../../../src/domain/statistics/columns/scoped.ts';
import {
  type RetentionCurve,
  retentionCurve,
} from '../../../src/domain/workload/retention-curve.ts';
import { inReview } from '../../support/collection.ts';
import { anAnswer, insightsIn, TODAY, told, toTell } from '../statistics/answers.ts';

const NEW = { state: 'new', reps: 0, lapses: 0 } as const;

/** Cards in review with memories from two days to half a year, due within them. */
function learned(count: number, more: Partial<Card> = {}): CardToTell[] {
  return Array.from({ length: count }, (_, index) => {
    const stability = 2 + ((index * 37) % 180);
    const schedule = {
      ...inReview(TODAY + ((index * 53) % Math.round(stability))),
      memory: { stability, difficulty: 2 + (index % 8) },
    };
    return toTell(`c${index}/1`, { schedule, ...more });
  });
}

function fresh(count: number): CardToTell[] {
  return Array.from({ length: count }, (_, index) => toTell(`n${index}/1`, { schedule: NEW }));
}

/** A card shown anew and one reviewed, `perDay` of each, on the last thirty days. */
function answers(perDay: number, kind: 'new' | 'review' = 'new') {
  return Array.from({ length: perDay * 30 }, (_, index) =>
    anAnswer(`c${index}/1`, index % 30, { kind }),
  );
}

function curveOf(
  cards: readonly CardToTell[],
  reviews: ReturnType<typeof answers>,
): { readonly curve: Figure<RetentionCurve>; readonly told: readonly number[] } {
  const intake = new AnswerIntake();
  for (const review of reviews) intake.addReview(review);
  const steps = retentionCurve({ columns: intake.columns(), cards, today: TODAY });
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { curve: step.value, told: shares };
    shares.push(step.value);
  }
}

function withRetention(cards: readonly CardToTell[], desiredRetention: number): CardToTell[] {
  const preset = { ...DEFAULT_PRESET, desiredRetention };
  const options = schedulerOptions(preset, DEFAULT_STUDY_SETTINGS);
  return cards.map((each) => ({ ...each, deck: { ...each.deck, options } }));
}

type Drawn = ReturnType<typeof curveOf>;

/** `draw`'s curve, drawn when it is first asked for: each plays 10,000 courses for each percent. */
function drawnOnce(draw: () => Drawn): () => Drawn {
  let drawn: Drawn | undefined;
  return () => {
    drawn ??= draw();
    return drawn;
  };
}

const usual = { cards: [...learned(400), ...fresh(900)], reviews: answers(3) };
const curveOfUsual = drawnOnce(() => curveOf(usual.cards, usual.reviews));
const curveAt = (retention: number) =>
  drawnOnce(() => curveOf(withRetention(learned(40), retention), answers(1, 'review')));
const curveAt65 = curveAt(0.65);
const curveAt99 = curveAt(0.99);

test('[OPTIONS-6] a higher retention takes more minutes, and no fewer cards are known', () => {
  const { curve, told: shares } = curveOfUsual();
  const { points } = told(curve);
  expect(points.map(({ percent }) => percent)).toEqual(
    Array.from({ length: 28 }, (_, index) => 70 + index),
  );
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!before) continue;
    expect(point.minutesPerDay).toBeGreaterThan(before.minutesPerDay);
    expect(point.known).toBeGreaterThanOrEqual(before.known);
  }
  expect(shares).toHaveLength(points.length);
  expect(shares.at(-1)).toBe(1);
});

test('[OPTIONS-6] the minutes of the present retention are those of what is coming', () => {
  const { points, newPerDay } = told(curveOfUsual().curve);
  const coming = told(insightsIn(usual).coming);
  const present = points.find(({ percent }) => percent === 90)?.minutesPerDay ?? 0;
  const expected = coming.means[2]?.withNew.minutes ?? 0;
  expect(newPerDay).toBe(coming.newPerDay);
  expect(Math.abs(present - expected)).toBeLessThan(0.02 * expected);
});

test('[OPTIONS-6] the same cards and answers give the same curve', () => {
  expect(curveOf([...learned(400), ...fresh(900)], answers(3))).toEqual(curveOfUsual());
});

test('[OPTIONS-6] a retention that is in use outside of these is on the curve too', () => {
  expect(told(curveAt99().curve).points.at(-1)?.percent).toBe(99);
  expect(told(curveAt65().curve).points[0]?.percent).toBe(65);
});

test('[OPTIONS-7] cards count that are in study and learned by then, the new ones at their rate', () => {
  const suspended = learned(3, { suspended: true });
  const { points, cards } = told(
    curveOf([...learned(5), ...suspended, ...fresh(20)], answers(2)).curve,
  );
  expect(cards).toBe(25);
  for (const { known } of points) {
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThan(cards);
  }
  const year = told(curveOf([...learned(60), ...fresh(2000)], answers(2)).curve);
  expect(year.cards).toBeCloseTo(60 + 2 * 365, 6);
});

test('[OPTIONS-7] a card that is not asked within the year is known as it then would be', () => {
  const stability = 2000;
  const schedule = {
    ...inReview(TODAY + 500),
    lastReview: { atMillis: 0, studyDay: TODAY - 100 },
    memory: { stability, difficulty: 5 },
  };
  const { points } = told(curveOf([toTell('c0/1', { schedule })], answers(1, 'review')).curve);
  const { weights } = DEFAULT_STUDY_SETTINGS;
  const decay = weights[20] ?? 0;
  const recall = (days: number) => (1 + ((0.9 ** (-1 / decay) - 1) * days) / stability) ** -decay;
  const weeks = Array.from({ length: 19 }, (_, index) => recall(465 + (index - 9) * 10));
  const expected = weeks.reduce((sum, each) => sum + each, 0) / weeks.length;
  for (const { known, minutesPerDay } of points) {
    expect(known).toBeCloseTo(expected, 6);
    expect(minutesPerDay).toBe(0);
  }
});

test('[OPTIONS-8] up to the suggested one a minute brings more than on average, beyond it less', () => {
  const { points, suggestion } = told(curveOfUsual().curve);
  const at = (percent: number) => points.find((point) => point.percent === percent);
  const perMinute = (from: number, to: number) => {
    const [low, high] = [at(from), at(to)];
    if (!low || !high) throw new Error('not on the curve');
    return (high.known - low.known) / (high.minutesPerDay - low.minutesPerDay);
  };
  const { percent, from, to } = suggestion;
  expect([from, to]).toEqual([80, 97]);
  expect(percent).toBeGreaterThan(from);
  expect(percent).toBeLessThan(to);
  for (let below = from; below < percent; below++) {
    expect(perMinute(below, percent)).toBeGreaterThan(perMinute(from, to));
  }
  for (let above = percent + 1; above <= to; above++) {
    expect(perMinute(percent, above)).toBeLessThanOrEqual(perMinute(from, to));
  }
});

test('[OPTIONS-8] less than 80 % is suggested only to who asks for less', () => {
  expect(told(curveAt99().curve).suggestion).toMatchObject({ from: 80, to: 97 });
  expect(told(curveAt65().curve).suggestion.from).toBe(65);
});

test('[OPTIONS-9] without cards, answers or anything to come there is no curve, and why', () => {
  const why = (...given: Parameters<typeof curveOf>) => {
    const { curve } = curveOf(...given);
    return curve.is === 'absent' ? curve.because.reason : 'there';
  };
  expect(why([], [])).toBe('no-cards');
  expect(why(learned(3), [])).toBe('no-answers');
  const suspended = learned(3, { suspended: true });
  expect(why(suspended, answers(1))).toBe('nothing-learned');
  // A new card alone, once the rate is known, is enough.
  expect(why([...suspended, ...fresh(1)], answers(1))).toBe('there');
});

test('[OPTIONS-7] cards that were learned together make no steps of the curve', () => {
  const together = Array.from({ length: 120 }, (_, index) =>
    toTell(`c${index}/1`, { schedule: inReview(TODAY + (index % 12)) }),
  );
  const { points } = told(curveOf(together, answers(3, 'review')).curve);
  const known = points.filter(({ percent }) => percent >= 80).map((point) => point.known);
  for (const [index, each] of known.entries()) {
    const before = known[index - 1] ?? each;
    expect(each).toBeGreaterThan(before - 0.01 * 120);
    expect(each).toBeLessThan(before + 0.03 * 120);
  }
});
