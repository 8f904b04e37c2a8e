import type { AnswerKind } from '../../memory/time-estimate.ts';
import { type AnswerRow, NO_OTHER_LINES, type OtherLines } from './answer.ts';

/** What a row's flags say. */
export const FLAGS = {
  /** The history's first answer of its study day. */
  firstOfDay: 1,
  /** To a card in review, or at the end of a step of a day or more. */
  review: 2,
  /** The card had no memory before. */
  anew: 4,
  /** Stability and difficulty are as they were worked out then. */
  memoryKept: 8,
} as const;

/** A review that true retention and calibration count (STATS-8). */
export const COUNTED = FLAGS.firstOfDay | FLAGS.review;

export const KINDS: readonly AnswerKind[] = ['new', 'learning', 'review'];

/** One array a value, a row an answer. Rows of a history are together, oldest first. */
export interface AnswerArrays {
  /** Minutes since 1970, UTC. */
  minute: Int32Array;
  day: Int32Array;
  grade: Uint8Array;
  /** Index in KINDS. */
  kind: Uint8Array;
  flags: Uint8Array;
  millis: Uint32Array;
  /** Days; 0 in steps. */
  interval: Uint16Array;
  /** The interval that came to its end. */
  lastInterval: Uint16Array;
  /** What the answer left; days, and 1 to 10. */
  stability: Float32Array;
  difficulty: Float32Array;
  /** Predicted before the answer, 0 to 1; NaN: on the same day as the one before, or without memory. */
  recall: Float32Array;
}

export interface AnswerHistory {
  readonly id: string;
  start: number;
  count: number;
  others: OtherLines;
  /** The weights that stability, difficulty and recall were worked out with; absent: not yet. */
  weights?: readonly number[];
}

/**
 * All answers in force, a history a card, in columns: a million of them take 30 MB and some
 * milliseconds to look through. A history is put anew when it changes; where it has grown, its old
 * rows are left behind until there are too many of those.
 */
export class AnswerColumns {
  readonly histories: AnswerHistory[] = [];
  readonly #byId = new Map<string, number>();
  #arrays: AnswerArrays;
  #length = 0;
  #left = 0;

  constructor(capacity = 1024) {
    this.#arrays = arraysOf(capacity);
  }

  get arrays(): Readonly<AnswerArrays> {
    return this.#arrays;
  }

  /** Answers in force. */
  get size(): number {
    return this.#length - this.#left;
  }

  /** The index of a history; undefined: nothing was ever answered under this id. */
  indexOf(id: string): number | undefined {
    return this.#byId.get(id);
  }

  /** `rows`: all of a history, oldest first, in place of what it was. */
  put(id: string, rows: readonly AnswerRow[], others: OtherLines = NO_OTHER_LINES): void {
    const known = this.#byId.get(id);
    let history = known === undefined ? undefined : this.histories[known];
    if (!history) {
      if (rows.length === 0 && isNothing(others)) return;
      history = { id, start: this.#length, count: 0, others };
      this.#byId.set(id, this.histories.length);
      this.histories.push(history);
    }
    history.others = others;
    delete history.weights;
    if (rows.length > history.count) {
      this.#left += history.count;
      history.start = this.#length;
      this.#reserve(rows.length);
      this.#length += rows.length;
    } else {
      this.#left += history.count - rows.length;
    }
    history.count = rows.length;
    this.#write(history, rows);
    if (this.#left > 4096 && this.#left > this.#length / 3) this.#compact();
  }

  #write({ start }: AnswerHistory, rows: readonly AnswerRow[]): void {
    const to = this.#arrays;
    let dayBefore: number | undefined;
    let intervalBefore = 0;
    let at = start;
    for (const row of rows) {
      const isReview = row.kind === 'review' || row.endsLongStep === true;
      const isFirst = row.studyDay !== dayBefore;
      to.minute[at] = Math.floor(row.atMillis / 60_000);
      to.day[at] = row.studyDay;
      to.grade[at] = row.grade;
      to.kind[at] = KINDS.indexOf(row.kind);
      to.flags[at] =
        (isFirst ? FLAGS.firstOfDay : 0) |
        (isReview ? FLAGS.review : 0) |
        (row.isAnew ? FLAGS.anew : 0) |
        (row.memory ? FLAGS.memoryKept : 0);
      to.millis[at] = row.millis;
      to.interval[at] = row.intervalDays;
      to.lastInterval[at] = Math.min(0xffff, row.lastIntervalDays ?? intervalBefore);
      to.stability[at] = row.memory?.stability ?? Number.NaN;
      to.difficulty[at] = row.memory?.difficulty ?? Number.NaN;
      to.recall[at] = Number.NaN;
      dayBefore = row.studyDay;
      intervalBefore = row.intervalDays;
      at++;
    }
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    const capacity = this.#arrays.day.length;
    if (needed > capacity) {
      this.#arrays = copyOf(this.#arrays, arraysOf(Math.max(needed, capacity * 2)));
    }
  }

  #compact(): void {
    const from = this.#arrays;
    const to = arraysOf(Math.max(1024, this.#length));
    let length = 0;
    for (const history of this.histories) {
      const { start, count } = history;
      for (const name of ARRAY_NAMES) {
        to[name].set(from[name].subarray(start, start + count), length);
      }
      history.start = length;
      length += count;
    }
    this.#arrays = to;
    this.#length = length;
    this.#left = 0;
  }
}

function isNothing({ crammed, byHand, broken }: OtherLines): boolean {
  return crammed + byHand + broken === 0;
}

function arraysOf(capacity: number): AnswerArrays {
  return {
    minute: new Int32Array(capacity),
    day: new Int32Array(capacity),
    grade: new Uint8Array(capacity),
    kind: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    millis: new Uint32Array(capacity),
    interval: new Uint16Array(capacity),
    lastInterval: new Uint16Array(capacity),
    stability: new Float32Array(capacity),
    difficulty: new Float32Array(capacity),
    recall: new Float32Array(capacity),
  };
}

const ARRAY_NAMES = Object.keys(arraysOf(0)) as (keyof AnswerArrays)[];

function copyOf(from: AnswerArrays, to: AnswerArrays): AnswerArrays {
  for (const name of ARRAY_NAMES) to[name].set(from[name]);
  return to;
}
