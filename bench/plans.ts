import { curveOf, DEFAULT_STUDENT, type PlanInput, plan } from '../src/domain/planner/plan.ts';
import { chanceFrom } from './chance.ts';
import type { Timings } from './interleaved.ts';

const DAYS = 30;
const MINUTES = 60;
const WARM_UPS = 2;
/** The plain formula takes less than a clock can tell: it is timed so many times over. */
const REPEATS = 50;

export type PlanKind = 'first' | 'daily';

/**
 * A plan for `cards` cards, a tenth of them new, over 30 days of an hour each, against computing
 * every card's retrievability once. first: from nothing; daily: the next day, from the plan of the
 * day before. In the processor's milliseconds: a plan takes long enough for other programs to get in
 * between, the formula does not.
 */
export function measurePlan(kind: PlanKind, cards: number, runs: number): Timings {
  const input = questionOf(cards);
  const made = plan(input);
  const question = kind === 'first' ? input : nextDay(input, made.today);
  const warm = kind === 'first' ? undefined : made.prices;
  const timings: Timings = { millis: [], rawMillis: [] };
  for (let run = 0; run < runs + WARM_UPS; run++) {
    const millis = timed(() => plan(question, warm));
    const rawMillis = timed(() => {
      for (let repeat = 0; repeat < REPEATS; repeat++) retrievabilities(question);
    });
    if (run >= WARM_UPS) {
      timings.millis.push(millis);
      timings.rawMillis.push(rawMillis / REPEATS);
    }
  }
  return timings;
}

/** Points of the curve that the page draws. */
const POINTS = [0.5, 1.5, 0.25, 2, 0.1, 3, 0.75, 1.25, 0.9, 1.1];

/** Ten points of the minutes curve of such a plan, from its prices, against the plan itself. */
export function measureCurveOfPlan(cards: number, runs: number): Timings {
  const input = questionOf(cards);
  const timings: Timings = { millis: [], rawMillis: [] };
  for (let run = 0; run < runs + WARM_UPS; run++) {
    let { prices } = plan(input);
    const rawMillis = timed(() => {
      prices = plan(input).prices;
    });
    const millis = timed(() => {
      const at = curveOf(input, prices);
      for (const factor of [1, ...POINTS]) at(factor);
    });
    if (run < WARM_UPS) continue;
    timings.millis.push(millis);
    timings.rawMillis.push(rawMillis);
  }
  return timings;
}

function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** R = (1 + F·t/S)^−w20 of every card. */
function retrievabilities({ cards, student }: PlanInput): Float64Array {
  const decay = student.weights[20] ?? 0;
  const factor = 0.9 ** (-1 / decay) - 1;
  const recall = new Float64Array(cards.stability.length);
  for (let card = 0; card < recall.length; card++) {
    const elapsed = cards.elapsedDays[card] ?? 0;
    recall[card] = (1 + (factor * elapsed) / (cards.stability[card] || 1)) ** -decay;
  }
  return recall;
}

function questionOf(length: number): PlanInput {
  const chance = chanceFrom(4);
  const cards = {
    stability: new Float64Array(length),
    difficulty: new Float64Array(length),
    elapsedDays: new Float64Array(length),
    isNew: new Uint8Array(length),
    group: new Uint16Array(length),
  };
  for (let card = 0; card < length; card++) {
    if (chance.next() < 0.1) {
      cards.isNew[card] = 1;
      continue;
    }
    const stability = Math.exp(0.5 + 4 * chance.next());
    cards.stability[card] = stability;
    cards.difficulty[card] = 1 + 9 * chance.next();
    cards.elapsedDays[card] = 1 + Math.floor(stability * chance.next());
  }
  return {
    cards,
    groups: [{ targets: [{ day: DAYS, weight: 1 }] }],
    budgetSeconds: new Float64Array(DAYS).fill(MINUTES * 60),
    student: DEFAULT_STUDENT,
  };
}

/** The day after: a day has passed for every card, and today's were seen yesterday. */
function nextDay(input: PlanInput, today: Uint32Array): PlanInput {
  const { cards } = input;
  const elapsedDays = cards.elapsedDays.map((days, card) => (cards.isNew[card] ? 0 : days + 1));
  for (const card of today) if (!cards.isNew[card]) elapsedDays[card] = 1;
  return {
    ...input,
    cards: { ...cards, elapsedDays },
    groups: [{ targets: [{ day: DAYS - 1, weight: 1 }] }],
    budgetSeconds: input.budgetSeconds.slice(1),
  };
}
