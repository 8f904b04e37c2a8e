import { intervalInBalance } from '../../balance/balanced.ts';
import { hasEasyDays, type WeekdayOptions } from '../../balance/easy-days.ts';
import { fuzzRange } from '../../memory/fuzz.ts';
import type { Memory } from '../../memory/schedule.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { randomFrom } from '../../../kernel/seeded.ts';
import type { StudentModel } from '../../planner/input.ts';
import type { MemoryModel } from '../../planner/model/memory-model.ts';
import { MemoryCourse } from './course.ts';

/** So many courses are played: few cards several times, of many cards a sample. */
const COURSES = 20_000;

/** What each day to come asks for: expected reviews, and those of them that will be recalled. */
export interface ComingReviews {
  readonly reviews: Float64Array;
  readonly recalled: Float64Array;
}

/** The same with what it leads to: how many cards would be recalled, as the mean of some days. */
export interface ComingKnown extends ComingReviews {
  readonly known: number;
}

/** A review that comes on a day, to a memory that was left `elapsedDays` before. */
export interface FirstReview extends Memory {
  /** From today on, today 0. */
  readonly inDays: number;
  readonly elapsedDays: number;
}

/**
 * Reviews to come under one list of options, each done on its day (STATS-31). Every first review is
 * counted as it is; what follows from it is played out by chance, the same chances each time.
 */
export class ReviewFlow {
  readonly #today: StudyDay;
  readonly #days: number;
  readonly #options: WeekdayOptions;
  readonly #hasEasyDays: boolean;
  readonly #model: MemoryModel;
  readonly #course: MemoryCourse;
  readonly #courses: number;
  readonly #knownOn: readonly number[];
  #chance = randomFrom(0);

  /**
   * `courses`: how many are played for each question; fewer are less exact. `knownOn`: the days,
   * ascending, on which it is asked what is known, before that day's reviews.
   */
  constructor(
    { today, days }: { readonly today: StudyDay; readonly days: number },
    options: WeekdayOptions,
    model: MemoryModel,
    student: StudentModel,
    courses = COURSES,
    knownOn: readonly number[] = [],
  ) {
    this.#today = today;
    this.#days = days;
    this.#options = options;
    this.#hasEasyDays = options.fuzz && hasEasyDays(options.easyDays);
    this.#model = model;
    this.#course = new MemoryCourse(options, model, student);
    this.#courses = courses;
    this.#knownOn = knownOn;
  }

  /** What cards ask for whose next review is known. */
  ofReviews(reviews: readonly FirstReview[]): ComingKnown {
    const coming = this.#none();
    for (const { inDays, elapsedDays, stability } of reviews) {
      this.#count(coming, inDays, 1, this.#model.recall(elapsedDays, stability));
      this.#know(coming, inDays - elapsedDays, inDays, stability, 1);
    }
    const ahead = reviews.filter(({ inDays }) => inDays < this.#days);
    const each = Math.max(1, ahead.length / this.#courses);
    const times = Math.max(1, Math.floor(this.#courses / ahead.length));
    let course = 0;
    for (let at = 0; at < ahead.length; at += each) {
      const first = ahead[Math.floor(at)];
      for (let time = 0; first && time < times; time++) {
        this.#chance = randomFrom(++course);
        const recall = this.#model.recall(first.elapsedDays, first.stability);
        const memory = this.#course.after(first, recall, this.#chance() < recall, this.#chance);
        this.#play(coming, memory, first.inDays, each / times);
      }
    }
    return coming;
  }

  /** What one new card asks for that is shown for the first time today; that answer is no review. */
  ofNewCard(): ComingKnown {
    return this.ofNewCards([1]);
  }

  /** The same for so many of each day, today first. */
  ofNewCards(shown: ArrayLike<number>): ComingKnown {
    const coming = this.#none();
    let all = 0;
    for (let day = 0; day < shown.length; day++) all += shown[day] ?? 0;
    if (all === 0) return coming;
    const each = all / this.#courses;
    let day = 0;
    let until = shown[0] ?? 0;
    for (let course = 0; course < this.#courses; course++) {
      // Days get as many courses as they have cards.
      while (until <= each * course && day < shown.length - 1) until += shown[++day] ?? 0;
      this.#chance = randomFrom(course);
      this.#play(coming, this.#course.first(this.#chance), day, each);
    }
    return coming;
  }

  #none(): Counting {
    const [reviews, recalled] = [new Float64Array(this.#days), new Float64Array(this.#days)];
    return { reviews, recalled, known: 0 };
  }

  /** The reviews of a card whose memory on `day` is `memory`, to the end of the days. */
  #play(coming: Counting, memory: Memory, day: number, weight: number): void {
    let left = memory;
    let previousDays = 0;
    for (let on = day; ; ) {
      const interval = this.#intervalFrom(on, left.stability, previousDays);
      previousDays = interval;
      this.#know(coming, on, on + interval, left.stability, weight);
      on += interval;
      if (on >= this.#days) return;
      const recall = this.#model.recall(interval, left.stability);
      this.#count(coming, on, weight, recall);
      left = this.#course.after(left, recall, this.#chance() < recall, this.#chance);
    }
  }

  /** Easy weekdays draw reviews away (BALANCE-10); else fuzz and evening out leave the mean as it is. */
  #intervalFrom(on: number, stability: number, previousDays: number): number {
    if (!this.#hasEasyDays) return this.#course.intervalOf(stability);
    const { maximumIntervalDays: maximumDays, easyDays = [] } = this.#options;
    const asked = this.#course.unroundedInterval(stability);
    const range = fuzzRange(asked, { previousDays, minimumDays: 1, maximumDays });
    const choice = { fraction: this.#chance(), today: this.#today + on, dueOn: () => 0 };
    return intervalInBalance(range, choice, { evenOut: false, easyDays });
  }

  /** What is known of a card from one review to the next. */
  #know(coming: Counting, from: number, to: number, stability: number, weight: number): void {
    const days = this.#knownOn;
    if (to < (days[0] ?? Number.POSITIVE_INFINITY)) return;
    for (const day of days) {
      if (day <= from || day > to) continue;
      coming.known += (weight * this.#model.recall(day - from, stability)) / days.length;
    }
  }

  #count({ reviews, recalled }: ComingReviews, day: number, weight: number, recall: number): void {
    if (day >= this.#days) return;
    reviews[day] = (reviews[day] ?? 0) + weight;
    recalled[day] = (recalled[day] ?? 0) + weight * recall;
  }
}

interface Counting extends ComingReviews {
  known: number;
}
