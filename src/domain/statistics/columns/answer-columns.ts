import type { AnswerKind } from '../../memory/time-estimate.ts';
import { type AnswerRow, NO_OTHER_LINES, type OtherLines } from './answer.ts';
import { type AnswerArrays, arraysOf, copyRows } from './answer-arrays.ts';

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

export interface AnswerHistory {
  readonly id: string;
  start: number;
  count: number;
  others: OtherLines;
  /** The weights that stability, difficulty and recall were worked out with; absent: not yet. */
  weights?: readonly number[];
}

/** Some histories by themselves: their rows stand one history behind the other. */
export interface AnswerBlock {
  readonly histories: readonly Omit<AnswerHistory, 'start'>[];
  readonly arrays: AnswerArrays;
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

  get arrays(): AnswerArrays {
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
    if (rows.length === 0 && isNothing(others) && !this.#byId.has(id)) return;
    this.#write(this.#placed({ id, count: rows.length, others }), rows);
    this.#compactWhereWorthIt();
  }

  /** Some of the histories by themselves; an id that has none is left out. */
  block(ids: Iterable<string>): AnswerBlock {
    const histories = [...ids].flatMap((id) => this.histories[this.#byId.get(id) ?? -1] ?? []);
    const arrays = arraysOf(histories.reduce((sum, { count }) => sum + count, 0));
    let to = 0;
    for (const { start, count } of histories) {
      copyRows(this.#arrays, start, count, arrays, to);
      to += count;
    }
    return { histories: histories.map(({ start: _start, ...history }) => history), arrays };
  }

  /** Puts a block's histories in place of what they were. */
  take({ histories, arrays }: AnswerBlock): void {
    const rows = arrays.day.length;
    this.#reserve(rows);
    copyRows(arrays, 0, rows, this.#arrays, this.#length);
    let start = this.#length;
    this.#length += rows;
    for (const history of histories) {
      const known = this.histories[this.#byId.get(history.id) ?? -1];
      if (known) {
        this.#left += known.count;
        delete known.weights;
        Object.assign(known, history, { start });
      } else this.#add({ ...history, start });
      start += history.count;
    }
    this.#compactWhereWorthIt();
  }

  /** Where a history of so many rows is to stand: what it was is gone. */
  #placed({ id, count, others }: Omit<AnswerHistory, 'start'>): AnswerHistory {
    const history =
      this.histories[this.#byId.get(id) ?? -1] ?? this.#add({ id, start: 0, count: 0, others });
    history.others = others;
    delete history.weights;
    if (count > history.count) {
      this.#left += history.count;
      history.start = this.#length;
      this.#reserve(count);
      this.#length += count;
    } else {
      this.#left += history.count - count;
    }
    history.count = count;
    return history;
  }

  #add(history: AnswerHistory): AnswerHistory {
    this.#byId.set(history.id, this.histories.length);
    this.histories.push(history);
    return history;
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
    if (needed <= capacity) return;
    const grown = arraysOf(Math.max(needed, capacity * 2));
    copyRows(this.#arrays, 0, this.#length, grown, 0);
    this.#arrays = grown;
  }

  #compactWhereWorthIt(): void {
    if (this.#left <= 4096 || this.#left <= this.#length / 3) return;
    const { arrays } = this.block(this.histories.map(({ id }) => id));
    let length = 0;
    for (const history of this.histories) {
      history.start = length;
      length += history.count;
    }
    this.#arrays = arrays;
    this.#length = length;
    this.#left = 0;
  }
}

function isNothing({ crammed, byHand, broken }: OtherLines): boolean {
  return crammed + byHand + broken === 0;
}
