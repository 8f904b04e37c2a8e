import { expect, test } from 'vitest';
import type { CardId } from '../../../../src/kernel/ids.ts';
import {
  memoryModel,
  stabilityAfterLapse,
  stabilityAfterPass,
} from '../../../../src/domain/planner/model/memory-model.ts';
import {
  difficultyRelearnt,
  stabilityRelearnt,
} from '../../../../src/domain/planner/model/moves.ts';
import type { Grade, Schedule } from '../../../../src/domain/memory/schedule.ts';
import {
  answer,
  DEFAULT_OPTIONS,
  forgettingCurve,
} from '../../../../src/domain/memory/scheduler.ts';
import { WEIGHT_BOUNDS } from '../../../../src/domain/memory/weights.ts';
import { randomFrom } from '../../../../src/kernel/seeded.ts';

const CARD = 'a/1' as CardId;
const NEW: Schedule = { state: 'new', reps: 0, lapses: 0 };
const DAY = 20_000;

/** ts-fsrs rounds recall to 8 decimals, which growth multiplies, and every result too. */
function near(mine: number, theirs: number): boolean {
  return Math.abs(mine - theirs) <= 2e-8 + 1e-5 * Math.abs(theirs);
}

function randomWeights(random: () => number): number[] {
  return WEIGHT_BOUNDS.map(([low, high]) => low + random() * (high - low));
}

function optionsWith(weights: readonly number[]) {
  return {
    ...DEFAULT_OPTIONS,
    weights,
    fuzz: false,
    learningStepsMinutes: [],
    relearningStepsMinutes: [],
  };
}

test('[PLAN-1] the planner remembers as the scheduler does, whatever the weights', () => {
  const random = randomFrom(20_261_128);
  const apart: string[] = [];
  for (let set = 0; set < 100; set++) {
    const options = optionsWith(set === 0 ? DEFAULT_OPTIONS.weights : randomWeights(random));
    const model = memoryModel(options.weights);
    for (let state = 0; state < 100; state++) {
      const memory = {
        stability: 10 ** (-1 + 5 * random()),
        difficulty: 1 + 9 * random(),
      };
      const { stability, difficulty } = memory;
      const days = 1 + Math.floor(stability * 3 * random());
      const recall = model.recall(days, stability);
      const check = (what: string, mine: number, theirs: number | undefined) => {
        if (theirs === undefined || !near(mine, theirs)) {
          apart.push(
            `${what}: ${mine}, scheduler ${theirs} (${stability}, ${difficulty}, ${days})`,
          );
        }
      };
      check('recall', recall, forgettingCurve(options, memory, days));
      for (const grade of [1, 2, 3, 4] as const) {
        const there = memoryAfter(options, memory, days, grade);
        const mine =
          grade === 1
            ? stabilityAfterLapse(model, stability, difficulty, recall)
            : stabilityAfterPass(model, stability, difficulty, recall, grade);
        check(`stability after ${grade}`, mine, there?.stability);
        check(
          `difficulty after ${grade}`,
          model.difficultyAfter(difficulty, grade),
          there?.difficulty,
        );
        const sameDay = memoryAfter(options, memory, 0, grade);
        check(`same day ${grade}`, model.stabilitySameDay(stability, grade), sameDay?.stability);
      }
      const lapsed = memoryAfter(options, memory, days, 1);
      const relearnt = lapsed && memoryAfter(options, lapsed, 0, 3);
      const left = stabilityAfterLapse(model, stability, difficulty, recall);
      check('relearnt stability', stabilityRelearnt(model, left), relearnt?.stability);
      check('relearnt difficulty', difficultyRelearnt(model, difficulty), relearnt?.difficulty);
    }
    for (const grade of [1, 2, 3, 4] as const) {
      const first = answer(options, CARD, NEW, grade, { atMillis: 0, studyDay: DAY });
      if (first.state === 'new') throw new Error('an answered card is not new');
      expect(near(model.firstStability(grade), first.memory.stability)).toBe(true);
      expect(near(model.firstDifficulty(grade), first.memory.difficulty)).toBe(true);
    }
  }
  expect(apart).toEqual([]);
});

function memoryAfter(
  options: ReturnType<typeof optionsWith>,
  memory: { readonly stability: number; readonly difficulty: number },
  days: number,
  grade: Grade,
) {
  const before: Schedule = {
    state: 'review',
    reps: 3,
    lapses: 0,
    memory,
    intervalDays: 1,
    dueDay: DAY,
    lastReview: { atMillis: 0, studyDay: DAY },
  };
  const after = answer(options, CARD, before, grade, { atMillis: 0, studyDay: DAY + days });
  return after.state === 'new' ? undefined : after.memory;
}
