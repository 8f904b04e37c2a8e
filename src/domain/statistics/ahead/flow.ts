import type { Memory, SchedulerOptions } from '../../memory/schedule.ts';
import type { StudentModel } from '../../planner/input.ts';
import {
  type MemoryModel,
  stabilityAfterLapse,
  stabilityAfterPass,
} from '../../planner/model/memory-model.ts';
import { MAXIMUM_STABILITY, MINIMUM_STABILITY } from '../../memory/weights.ts';

/** Memories are sorted into so many stabilities, evenly by their logarithm, and difficulties. */
const STABILITIES = 64;
const DIFFICULTIES = 10;
const CELLS = STABILITIES * DIFFICULTIES;
const LOG_LEAST = Math.log(MINIMUM_STABILITY);
const LOG_STEP = (Math.log(MAXIMUM_STABILITY) - LOG_LEAST) / (STABILITIES - 1);

/** What each day to come asks for: expected reviews, and those of them that will be recalled. */
export interface ComingReviews {
  readonly reviews: Float64Array;
  readonly recalled: Float64Array;
}

/** A review that comes on a day, to a memory that was left `elapsedDays` before. */
export interface FirstReview extends Memory {
  /** From today on, today 0. */
  readonly inDays: number;
  readonly elapsedDays: number;
}

/**
 * Reviews to come under one list of options, each done on its day and recalled as often as the memory
 * says: expected values, without chance. After its first review a card is a share of the cells
 * nearest to its memory, so that a hundred thousand cards cost hardly more than a thousand (STATS-31).
 */
export class ReviewFlow {
  readonly #days: number;
  readonly #model: MemoryModel;
  readonly #student: StudentModel;
  readonly #options: SchedulerOptions;
  readonly #daysPerStability: number;
  /** By cell: its interval, recall at its end, and where each outcome leads. */
  readonly #intervals = new Int32Array(CELLS);
  readonly #recalls = new Float64Array(CELLS);
  readonly #outcomes: (readonly Share[])[] = [];

  constructor(days: number, options: SchedulerOptions, model: MemoryModel, student: StudentModel) {
    this.#days = days;
    this.#options = options;
    this.#model = model;
    this.#student = student;
    // Recall falls to the desired retention after so many stabilities: bisected, for any curve.
    this.#daysPerStability = daysUntil(model, options.desiredRetention);
    for (let cell = 0; cell < CELLS; cell++) {
      this.#intervals[cell] = this.#intervalOf(stabilityOf(cell));
    }
    for (let cell = 0; cell < CELLS; cell++) {
      const memory = { stability: stabilityOf(cell), difficulty: difficultyOf(cell) };
      const { recall, shares } = this.#after(memory, this.#intervals[cell] ?? 1);
      this.#recalls[cell] = recall;
      this.#outcomes.push(shares);
    }
  }

  /** The flow of cards whose next review is known. */
  ofReviews(reviews: Iterable<FirstReview>): ComingReviews {
    const flow = this.#begin();
    for (const { inDays, elapsedDays, stability, difficulty } of reviews) {
      if (inDays >= this.#days) continue;
      const { recall, shares } = this.#after({ stability, difficulty }, elapsedDays);
      flow.reviews[inDays] = (flow.reviews[inDays] ?? 0) + 1;
      flow.recalled[inDays] = (flow.recalled[inDays] ?? 0) + recall;
      this.#put(flow.waiting, inDays, shares, 1);
    }
    return this.#run(flow);
  }

  /** The flow of one new card that is shown for the first time today; that answer is no review. */
  ofNewCard(): ComingReviews {
    const flow = this.#begin();
    for (const grade of [1, 2, 3, 4] as const) {
      const share = this.#student.firstGrades[grade - 1] ?? 0;
      let stability = this.#model.firstStability(grade);
      let difficulty = this.#model.firstDifficulty(grade);
      if (grade < 4 && this.#options.learningStepsMinutes.length > 0) {
        stability = this.#model.stabilitySameDay(stability, 3);
        difficulty = this.#model.difficultyAfter(difficulty, 3);
      }
      this.#put(flow.waiting, 0, sharesOf({ stability, difficulty }, share), 1);
    }
    return this.#run(flow);
  }

  #begin() {
    return {
      waiting: new Float64Array(this.#days * CELLS),
      reviews: new Float64Array(this.#days),
      recalled: new Float64Array(this.#days),
    };
  }

  #run(flow: ComingReviews & { readonly waiting: Float64Array }): ComingReviews {
    const { waiting, reviews, recalled } = flow;
    for (let day = 0; day < this.#days; day++) {
      for (let cell = 0; cell < CELLS; cell++) {
        const cards = waiting[day * CELLS + cell] ?? 0;
        if (cards === 0) continue;
        reviews[day] = (reviews[day] ?? 0) + cards;
        recalled[day] = (recalled[day] ?? 0) + cards * (this.#recalls[cell] ?? 0);
        this.#put(waiting, day, this.#outcomes[cell] ?? [], cards);
      }
    }
    return { reviews, recalled };
  }

  #put(waiting: Float64Array, day: number, shares: readonly Share[], cards: number): void {
    for (const { cell, share } of shares) {
      const then = day + (this.#intervals[cell] ?? 1);
      if (then >= this.#days) continue;
      const at = then * CELLS + cell;
      waiting[at] = (waiting[at] ?? 0) + cards * share;
    }
  }

  #after(memory: Memory, elapsedDays: number) {
    const { stability, difficulty } = memory;
    const model = this.#model;
    const recall = model.recall(elapsedDays, stability);
    const shares: Share[] = [];
    for (const grade of [2, 3, 4] as const) {
      const odds = recall * (this.#student.passGrades[grade - 2] ?? 0);
      const after = {
        stability: stabilityAfterPass(model, stability, difficulty, recall, grade),
        difficulty: model.difficultyAfter(difficulty, grade),
      };
      shares.push(...sharesOf(after, odds));
    }
    let left = stabilityAfterLapse(model, stability, difficulty, recall);
    let hard = model.difficultyAfter(difficulty, 1);
    if (this.#options.relearningStepsMinutes.length > 0) {
      left = model.stabilitySameDay(left, 3);
      hard = model.difficultyAfter(hard, 3);
    }
    shares.push(...sharesOf({ stability: left, difficulty: hard }, 1 - recall));
    return { recall, shares };
  }

  #intervalOf(stability: number): number {
    const days = Math.round(stability * this.#daysPerStability);
    return Math.min(Math.max(1, days), this.#options.maximumIntervalDays);
  }
}

interface Share {
  readonly cell: number;
  readonly share: number;
}

function stabilityOf(cell: number): number {
  return Math.exp(LOG_LEAST + Math.floor(cell / DIFFICULTIES) * LOG_STEP);
}

function difficultyOf(cell: number): number {
  return 1 + ((cell % DIFFICULTIES) * 9) / (DIFFICULTIES - 1);
}

/** `share` of a card among the cells around its memory, in proportion to how near they are. */
function sharesOf({ stability, difficulty }: Memory, share: number): Share[] {
  const row = clamp((Math.log(stability) - LOG_LEAST) / LOG_STEP, STABILITIES - 1);
  const column = clamp(((difficulty - 1) * (DIFFICULTIES - 1)) / 9, DIFFICULTIES - 1);
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const shares: Share[] = [];
  for (const [s, ofRow] of [[top, top + 1 - row] as const, [top + 1, row - top] as const]) {
    for (const [d, ofColumn] of [
      [left, left + 1 - column] as const,
      [left + 1, column - left] as const,
    ]) {
      const part = share * ofRow * ofColumn;
      if (part > 0) shares.push({ cell: s * DIFFICULTIES + d, share: part });
    }
  }
  return shares;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

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
