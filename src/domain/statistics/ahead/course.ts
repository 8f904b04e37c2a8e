import { MAXIMUM_STABILITY } from '../../memory/weights.ts';
import type { Grade, Memory, SchedulerOptions } from '../../memory/schedule.ts';
import type { StudentModel } from '../../planner/input.ts';
import {
  type MemoryModel,
  stabilityAfterLapse,
  stabilityAfterPass,
} from '../../planner/model/memory-model.ts';

/** Numbers in [0, 1). */
type Chance = () => number;

/** How memories go on from answer to answer under one list of options, as chance has it. */
export class MemoryCourse {
  readonly #model: MemoryModel;
  readonly #student: StudentModel;
  readonly #options: SchedulerOptions;
  readonly #daysPerStability: number;

  constructor(options: SchedulerOptions, model: MemoryModel, student: StudentModel) {
    this.#model = model;
    this.#student = student;
    this.#options = options;
    this.#daysPerStability = daysUntil(model, options.desiredRetention);
  }

  /** Of a new card that was shown for the first time, at the end of that day. */
  first(chance: Chance): Memory {
    const grade = drawn(this.#student.firstGrades, 1, chance());
    const stability = this.#model.firstStability(grade);
    const difficulty = this.#model.firstDifficulty(grade);
    if (grade === 4 || this.#options.learningStepsMinutes.length === 0) {
      return { stability, difficulty };
    }
    return {
      stability: this.#model.stabilitySameDay(stability, 3),
      difficulty: this.#model.difficultyAfter(difficulty, 3),
    };
  }

  /** At the end of the day of a review that was recalled with probability `recall`, or not. */
  after(
    { stability, difficulty }: Memory,
    recall: number,
    isRecalled: boolean,
    chance: Chance,
  ): Memory {
    const model = this.#model;
    if (isRecalled) {
      const grade = drawn(this.#student.passGrades, 2, chance()) as 2 | 3 | 4;
      return {
        stability: stabilityAfterPass(model, stability, difficulty, recall, grade),
        difficulty: model.difficultyAfter(difficulty, grade),
      };
    }
    const left = stabilityAfterLapse(model, stability, difficulty, recall);
    const harder = model.difficultyAfter(difficulty, 1);
    if (this.#options.relearningStepsMinutes.length === 0) {
      return { stability: left, difficulty: harder };
    }
    return {
      stability: model.stabilitySameDay(left, 3),
      difficulty: model.difficultyAfter(harder, 3),
    };
  }

  /** Days until a memory falls to the desired retention: not rounded, no maximum, no fuzz. */
  unroundedInterval(stability: number): number {
    return stability * this.#daysPerStability;
  }

  /** Whole days until the next review, without fuzz. */
  intervalOf(stability: number): number {
    const days = Math.round(this.unroundedInterval(stability));
    return Math.min(Math.max(1, days), this.#options.maximumIntervalDays);
  }
}

/** A grade by its odds, the first of which are those of `lowest`. */
function drawn(odds: readonly number[], lowest: Grade, chance: number): Grade {
  let rest = chance;
  // Not over entries: this is asked hundreds of thousands of times.
  for (let index = 0; index < odds.length; index++) {
    rest -= odds[index] ?? 0;
    if (rest < 0) return (lowest + index) as Grade;
  }
  return 4;
}

/** Stabilities until recall has fallen to `retention`: bisected, so that the curve may be any. */
function daysUntil(model: MemoryModel, retention: number): number {
  let [low, high] = [0, 1];
  while (model.recall(high, 1) > retention && high < MAXIMUM_STABILITY) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (model.recall(middle, 1) > retention) low = middle;
    else high = middle;
  }
  return high;
}
