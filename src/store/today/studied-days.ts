import { ALL_DECKS, type DayTotals } from '../../domain/collection/review.ts';
import { firstMissed, type IsKept, streakOf } from '../../domain/study/today/streak.ts';
import { PACE_DAYS } from '../../domain/study/today/day-pace.ts';
import type { TodayInput } from '../../domain/study/today/today.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { answerOf } from '../reads/requests.ts';
import type { RoundsDatabase } from '../schema.ts';

/** How far back a streak led when it was last looked at: that far is read at once the next time. */
const daysReadOf = new WeakMap<RoundsDatabase, number>();

/** What Today asks of the days on which something was studied. */
export type Studied = Pick<TodayInput, 'recentDays' | 'studiedDays' | 'isKept' | 'hasStudied'>;

/** The days on which something was studied: on no other are there totals (TODAY-9), so keys say it. */
export class StudiedDays {
  readonly #transaction: IDBTransaction;
  readonly #db: RoundsDatabase;
  readonly #today: StudyDay;
  readonly #recent: Promise<readonly DayTotals[]>;
  /** Up to how many days ago `#earlier` goes. */
  readonly #daysRead: number;
  readonly #earlier: Promise<readonly StudyDay[]>;

  /** Asks for what is wanted of them, as far as it is known beforehand. */
  constructor(transaction: IDBTransaction, db: RoundsDatabase, today: StudyDay) {
    this.#transaction = transaction;
    this.#db = db;
    this.#today = today;
    const recent = daysBetween(today - PACE_DAYS, today);
    this.#recent = answerOf(transaction.objectStore('days').getAll(recent));
    this.#daysRead = Math.max(PACE_DAYS, daysReadOf.get(db) ?? 0);
    this.#earlier =
      this.#daysRead > PACE_DAYS
        ? this.#newestFirst(today - this.#daysRead, today - PACE_DAYS - 1)
        : Promise.resolve([]);
  }

  /**
   * The totals that pace comes from, and the days, newest first: as many as the streak is long, and
   * at most twice as many are read beyond those.
   */
  async read(isKept: IsKept): Promise<Studied> {
    const today = this.#today;
    const recentDays = await this.#recent;
    const studiedDays = recentDays.map(({ studyDay }) => studyDay).reverse();
    studiedDays.push(...(await this.#earlier));
    let from = today - this.#daysRead;
    for (let size = 2 * (today - from); from > 0; size *= 2) {
      const isWhole = streakOf(studiedDays, today, isKept) === studiedDays.length;
      const next = studiedDays.length > 0 ? (studiedDays.at(-1) ?? today) - 1 : today;
      if (!isWhole || firstMissed(next, from - 1, today, isKept) !== undefined) break;
      studiedDays.push(...(await this.#newestFirst(from - size, from - 1)));
      from -= size;
    }
    const oldest = studiedDays[streakOf(studiedDays, today, isKept) - 1] ?? today;
    // One day more shows that the streak does not go on.
    daysReadOf.set(this.#db, today - oldest + 1);
    const hasStudied = studiedDays.length > 0 || (await this.#hasAnswersInForce());
    return { recentDays, studiedDays, isKept, hasStudied };
  }

  async #newestFirst(from: StudyDay, to: StudyDay): Promise<readonly StudyDay[]> {
    const days = this.#transaction.objectStore('days');
    const keys = await answerOf(days.getAllKeys(daysBetween(from, to)));
    return keys.map((key) => (key as [string, StudyDay])[1]).reverse();
  }

  /** Whether any answer counts, whatever the day totals say; undone ones do not (LOG-18). */
  async #hasAnswersInForce(): Promise<boolean> {
    const pastLogs = this.#transaction.objectStore('pastLogs');
    if ((await answerOf(pastLogs.getKey(IDBKeyRange.lowerBound('')))) !== undefined) return true;
    const PAGE = 64;
    const reviews = this.#transaction.objectStore('reviews');
    const undone = this.#transaction.objectStore('undone');
    for (let after: IDBKeyRange | undefined; ; ) {
      const ids = await answerOf(reviews.getAllKeys(after, PAGE));
      const found = await Promise.all(ids.map((id) => answerOf(undone.getKey(id))));
      if (found.some((key) => key === undefined)) return true;
      if (ids.length < PAGE) return false;
      after = IDBKeyRange.lowerBound(ids.at(-1), true);
    }
  }
}

function daysBetween(from: StudyDay, to: StudyDay): IDBKeyRange {
  return IDBKeyRange.bound([ALL_DECKS, from], [ALL_DECKS, to]);
}
