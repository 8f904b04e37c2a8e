import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import type { Grade, Memory, Schedule } from '../../../src/domain/memory/schedule.ts';
import { GRADES } from '../../../src/domain/memory/schedule.ts';
import {
  answer,
  DEFAULT_OPTIONS,
  intervalFor,
  preview,
  validOptions,
} from '../../../src/domain/memory/scheduler.ts';
import { WEIGHT_BOUNDS } from '../../../src/domain/memory/weights.ts';
import { randomFrom } from './random.ts';

type Binding = typeof import('@open-spaced-repetition/binding-linux-x64-gnu');

/**
 * fsrs-rs is the reference: what the field's optimiser trains with. Its npm binding is to be had
 * for Linux x64 (glibc) alone; elsewhere these tests skip and say so, but there a missing binding
 * is a failure.
 */
function loadBinding(): { readonly binding: Binding } | { readonly missing: string } {
  try {
    return {
      binding: createRequire(import.meta.url)('@open-spaced-repetition/binding-linux-x64-gnu'),
    };
  } catch (error) {
    return { missing: String(error).split('\n')[0] ?? '' };
  }
}
const loaded = loadBinding();
const { glibcVersionRuntime } = (process.report.getReport() as ReportWithGlibc).header;
const isRequired = process.arch === 'x64' && glibcVersionRuntime !== undefined;
const missing = 'missing' in loaded ? `; skipped, the binding did not load: ${loaded.missing}` : '';

interface ReportWithGlibc {
  readonly header: { readonly glibcVersionRuntime?: string };
}

const STATES = 120_000;
const STATES_PER_WEIGHTS = 400;
const HISTORIES = 1000;
const card = 'natalizumab/1' as CardId;
const NEW: Schedule = { state: 'new', reps: 0, lapses: 0 };

/** Published defaults of FSRS-4.5 and FSRS-5. */
const FSRS_4_WEIGHTS = [
  0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461, 2.1072,
  0.0793, 0.3246, 1.587, 0.2272, 2.8755,
];
const FSRS_5_WEIGHTS = [
  0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925,
  1.9395, 0.11, 0.29605, 2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
];

/** fsrs-rs computes in single precision: numbers are 2^-23 apart, relative to their size. */
const SINGLE = 2 ** -23;
/** Roundings that may add up in one formula, some 20 operations, amplified by its powers. */
const ROUNDINGS = 32;

describe('against fsrs-rs', () => {
  test('the binding is there where it is known to exist', () => {
    if (isRequired) expect(missing).toBe('');
  });

  test.skipIf('missing' in loaded)(
    `[MEMORY-3] [MEMORY-4] [MEMORY-10] 120,000 random states and random weights agree in all four grades${missing}`,
    () => {
      if ('missing' in loaded) return;
      const { FSRSBinding, BindingMemoryState } = loaded.binding;
      const random = randomFrom(20_261_101);
      const worst = { stability: 0, stabilityFromTenthDay: 0, difficulty: 0, ofAllowed: 0 };
      let compared = 0;
      while (compared < STATES) {
        const weights = compared < STATES / 4 ? DEFAULT_OPTIONS.weights : randomWeights(random);
        const reference = new FSRSBinding([...weights]);
        for (let index = 0; index < STATES_PER_WEIGHTS; index += 1) {
          const desiredRetention = Math.fround(0.7 + 0.29 * random());
          const options = { ...DEFAULT_OPTIONS, weights, desiredRetention, fuzz: false };
          const { memory, days } = randomState(random);
          const theirs = reference.nextStates(
            new BindingMemoryState(memory.stability, memory.difficulty),
            desiredRetention,
            days,
          );
          const ours = preview(options, card, reviewed(memory), { atMillis: 0, studyDay: days });
          const allTheirs = [theirs.again, theirs.hard, theirs.good, theirs.easy];
          for (const grade of GRADES) {
            const their = allTheirs[grade - 1];
            const our = memoryOf(ours[grade]);
            if (!their) throw new Error('fsrs-rs knows four grades.');
            const allowed = allowance(weights, memory, days, grade, our);
            const byStability = Math.abs(our.stability - their.memory.stability);
            const byDifficulty = Math.abs(our.difficulty - their.memory.difficulty);
            const share = Math.max(
              byStability / allowed.stability,
              byDifficulty / allowed.difficulty,
            );
            if (!(share <= 1)) {
              expect.fail(
                JSON.stringify({ weights, memory, days, grade, our, their: String(their.memory) }),
              );
            }
            worst.ofAllowed = Math.max(worst.ofAllowed, share);
            if (weights === DEFAULT_OPTIONS.weights) {
              const relative = byStability / our.stability;
              worst.stability = Math.max(worst.stability, relative);
              if (our.stability >= 0.1) {
                worst.stabilityFromTenthDay = Math.max(worst.stabilityFromTenthDay, relative);
              }
              worst.difficulty = Math.max(worst.difficulty, byDifficulty);
            }
            const ourDays = intervalFor(options, our);
            const theirDays = Math.max(1, their.interval);
            const slack = 0.5 + theirDays * 1e-4 + allowed.stability * (ourDays / our.stability);
            if (theirDays < 36_499 && !(Math.abs(ourDays - theirDays) <= slack)) {
              expect.fail(JSON.stringify({ weights, memory, days, grade, ourDays, theirDays }));
            }
          }
          compared += 1;
        }
      }
      console.info(`fsrs-rs: ${compared} states, 4 grades each; default weights:`, worst);
      expect(compared).toBeGreaterThanOrEqual(100_000);
      expect(worst.stability).toBeLessThan(1e-3);
      expect(worst.stabilityFromTenthDay).toBeLessThan(1e-4);
      expect(worst.difficulty).toBeLessThan(1e-5);
    },
  );

  test.skipIf('missing' in loaded)(
    `[MEMORY-3] [MEMORY-20] first and same-day answers agree for weights of 17, 19 and 21 numbers${missing}`,
    () => {
      if ('missing' in loaded) return;
      const { FSRSBinding, BindingMemoryState } = loaded.binding;
      const quick = DEFAULT_OPTIONS.weights.with(0, 0.02).with(19, 0);
      for (const weights of [FSRS_4_WEIGHTS, FSRS_5_WEIGHTS, DEFAULT_OPTIONS.weights, quick]) {
        const reference = new FSRSBinding([...weights]);
        const checked = validOptions({ weights, fuzz: false });
        if ('problem' in checked) throw new Error(checked.problem);
        const memory = { stability: 5, difficulty: 6 };
        for (const [schedule, days] of [
          [NEW, 0],
          [reviewed(memory), 0],
          [reviewed(memory), 9],
        ] as const) {
          const before = schedule === NEW ? null : new BindingMemoryState(5, 6);
          const theirs = reference.nextStates(before, 0.9, days);
          const ours = preview(checked.options, card, schedule, { atMillis: 0, studyDay: days });
          [theirs.again, theirs.hard, theirs.good, theirs.easy].forEach((their, index) => {
            const our = memoryOf(ours[GRADES[index] ?? 1]);
            expect(our.stability / their.memory.stability).toBeCloseTo(1, 5);
            expect(our.difficulty).toBeCloseTo(their.memory.difficulty, 5);
          });
        }
      }
    },
  );

  test.skipIf('missing' in loaded)(
    `[MEMORY-2] [MEMORY-4] a thousand histories of thirty answers stay together, same days and all${missing}`,
    () => {
      if ('missing' in loaded) return;
      const { FSRSBinding, BindingMemoryState } = loaded.binding;
      const reference = new FSRSBinding();
      const options = { ...DEFAULT_OPTIONS, fuzz: false };
      const random = randomFrom(7);
      let worst = 0;
      for (let history = 0; history < HISTORIES; history += 1) {
        let schedule: Schedule = NEW;
        let theirs: InstanceType<typeof BindingMemoryState> | undefined;
        let studyDay = 20_000;
        for (let review = 0; review < 30; review += 1) {
          const gap = review === 0 || random() < 0.3 ? 0 : Math.ceil(200 * random() ** 3);
          studyDay += gap;
          const grade = GRADES[Math.floor(random() * 4)] ?? 3;
          const next = reference.nextStates(theirs, 0.9, gap);
          theirs = [next.again, next.hard, next.good, next.easy][grade - 1]?.memory;
          schedule = answer(options, card, schedule, grade, { atMillis: 0, studyDay });
          const our = memoryOf(schedule);
          worst = Math.max(worst, Math.abs(our.stability / (theirs?.stability ?? 0) - 1));
        }
      }
      console.info(`fsrs-rs: ${HISTORIES} histories of 30 answers, stability apart by`, worst);
      expect(worst).toBeLessThan(1e-4);
    },
  );
});

type Random = () => number;

function randomWeights(random: Random): readonly number[] {
  return WEIGHT_BOUNDS.map(([low, high]) => low + (high - low) * random());
}

/** Stability evenly over its decades, a fifth of the answers on the same day. */
function randomState(random: Random): { memory: Memory; days: number } {
  const stability = Math.fround(0.001 * 36_500_000 ** random());
  const difficulty = Math.fround(1 + 9 * random());
  const days = random() < 0.2 ? 0 : Math.floor(Math.exp(10 * random()));
  return { memory: { stability, difficulty }, days };
}

function reviewed(memory: Memory): Schedule {
  const lastReview = { atMillis: 0, studyDay: 0 };
  return { state: 'review', reps: 1, lapses: 0, memory, intervalDays: 1, dueDay: 1, lastReview };
}

function memoryOf(schedule: Schedule): Memory {
  if (schedule.state === 'new') throw new Error('A graded card remembers.');
  return schedule.memory;
}

/**
 * How far single precision may lead the reference astray. Each formula subtracts 1 from, or adds
 * to, terms that may be far larger than what is left; a rounding of such a term stays in full.
 */
function allowance(
  weights: readonly number[],
  { stability, difficulty }: Memory,
  days: number,
  grade: Grade,
  after: Memory,
): Memory {
  const w = (index: number) => weights[index] ?? Number.NaN;
  const easiest = w(4) + Math.exp(3 * w(5));
  const terms = 10 + 2 * w(6) + w(7) * easiest;
  const recalled =
    stability *
    Math.exp(w(8)) *
    (11 - difficulty) *
    stability ** -w(9) *
    Math.exp(w(10)) *
    (grade === 2 ? w(15) : grade === 4 ? w(16) : 1);
  const forgotten = w(11) * difficulty ** -w(12) * (stability + 1) ** w(13) * Math.exp(w(14));
  const cancelled = days === 0 ? 0 : grade === 1 ? forgotten : recalled;
  return {
    stability: ROUNDINGS * SINGLE * (after.stability + cancelled) + 1e-8,
    difficulty: ROUNDINGS * SINGLE * terms,
  };
}
