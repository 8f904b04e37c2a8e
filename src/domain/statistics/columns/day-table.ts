import type { StudyDay } from '../../../kernel/study-day.ts';
import type { CountsByKind } from '../figures/recent.ts';
import { COUNTED } from './answer-columns.ts';
import type { AnswersTo } from './scoped.ts';

/** From so many days on an interval, and the memory behind it, is called mature. */
export const MATURE_DAYS = 21;

/** Columns by day: four kinds of answers, four grades, and first reviews of a day with those recalled. */
const COLUMNS = 12;
const KIND = 0;
const GRADE = 4;
const REVIEWS = 8;

/** New 0, learning 1, young 2, mature 3. */
export type KindByAge = 0 | 1 | 2 | 3;

/** What an answer of `kind` (index in KINDS) counts as, by the interval that came to its end. */
export function kindByAge(kind: number, lastInterval: number): KindByAge {
  if (kind < 2) return kind as 0 | 1;
  return lastInterval < MATURE_DAYS ? 2 : 3;
}

/** What was answered on each day from the first answer up to today: one look at every answer. */
export class DayTable {
  readonly first: StudyDay;
  readonly today: StudyDay;
  readonly #counts: Int32Array;
  readonly #millis: Float64Array;
  /** Answers, and those of them dated after today. */
  readonly ever: number;
  readonly ahead: number;

  constructor({ arrays, histories, to: today }: AnswersTo) {
    const { day, grade, kind, flags, millis, lastInterval } = arrays;
    let first = today;
    for (const { start, count } of histories) {
      // A clock that went back leaves later rows with earlier days.
      for (let at = start; at < start + count; at++) first = Math.min(first, day[at] ?? first);
    }
    const days = today - first + 1;
    const counts = new Int32Array(days * COLUMNS);
    const spent = new Float64Array(days);
    let ever = 0;
    let ahead = 0;
    const add = (index: number) => {
      counts[index] = (counts[index] ?? 0) + 1;
    };
    for (const { start, count } of histories) {
      for (let at = start; at < start + count; at++) {
        const row = (day[at] ?? 0) - first;
        if (row >= days) {
          ahead++;
          continue;
        }
        ever++;
        const base = row * COLUMNS;
        const given = grade[at] ?? 1;
        const age = lastInterval[at] ?? 0;
        add(base + KIND + kindByAge(kind[at] ?? 0, age));
        add(base + GRADE + given - 1);
        spent[row] = (spent[row] ?? 0) + (millis[at] ?? 0);
        if (((flags[at] ?? 0) & COUNTED) === COUNTED) {
          const place = base + REVIEWS + (age < MATURE_DAYS ? 0 : 2);
          add(place);
          if (given > 1) add(place + 1);
        }
      }
    }
    this.first = first;
    this.today = today;
    this.#counts = counts;
    this.#millis = spent;
    this.ever = ever;
    this.ahead = ahead;
  }

  /** The last day with an answer; undefined: there is none. */
  lastAnswered(): StudyDay | undefined {
    for (let day = this.today; day >= this.first; day--) if (this.answers(day) > 0) return day;
    return undefined;
  }

  answers(day: StudyDay): number {
    const { new: fresh, learning, young, mature } = this.byKind(day);
    return fresh + learning + young + mature;
  }

  minutes(day: StudyDay): number {
    return (this.#millis[day - this.first] ?? 0) / 60_000;
  }

  byKind(day: StudyDay): CountsByKind {
    const [fresh = 0, learning = 0, young = 0, mature = 0] = this.#row(day, KIND, 4);
    return { new: fresh, learning, young, mature };
  }

  byGrade(day: StudyDay): [number, number, number, number] {
    const [again = 0, hard = 0, good = 0, easy = 0] = this.#row(day, GRADE, 4);
    return [again, hard, good, easy];
  }

  /** First reviews of the day: young, of them recalled, mature, of them recalled. */
  reviews(day: StudyDay): [number, number, number, number] {
    const [young = 0, youngRecalled = 0, mature = 0, matureRecalled = 0] = this.#row(
      day,
      REVIEWS,
      4,
    );
    return [young, youngRecalled, mature, matureRecalled];
  }

  #row(day: StudyDay, column: number, count: number): Int32Array | number[] {
    if (day < this.first || day > this.today) return [];
    const base = (day - this.first) * COLUMNS + column;
    return this.#counts.subarray(base, base + count);
  }
}
