import type { Card } from '../domain/collection/card.ts';
import {
  ALL_DECKS,
  countReview,
  type DayTotals,
  emptyDay,
  hasAnswers,
  type Review,
  sumOfDays,
} from '../domain/collection/review.ts';
import type { Change } from '../domain/collection/rows.ts';
import { PastDays } from '../domain/import/past-days.ts';
import { type TallyChanges, tallyKey } from '../domain/study/tally.ts';
import type { StudyDay } from '../kernel/study-day.ts';
import { keysWithAbove } from '../domain/text/same-name.ts';
import type { RoundsDatabase } from './schema.ts';
import { changedKeys, changedRows, type TallyRow } from './tally-row.ts';

/**
 * The kept counts and day totals that one operation changes, each once. Inside the caller's
 * transaction. What is read ahead, together with other rows, need not be waited for at the end. What
 * they are afterwards is known, and holds for the next operation where nothing else is written between.
 */
export class KeptCounts {
  readonly #db: RoundsDatabase;
  readonly #tallies = new Map<string, TallyRow | undefined>();
  readonly #days = new Map<string, DayTotals | undefined>();

  constructor(db: RoundsDatabase) {
    this.#db = db;
  }

  /** What was read, for another use of it: counting changes it. */
  copy(): KeptCounts {
    const copy = new KeptCounts(this.#db);
    for (const [key, row] of this.#tallies) copy.#tallies.set(key, row);
    for (const [key, row] of this.#days) copy.#days.set(key, row);
    return copy;
  }

  /** By tallyKey, as far as they are known; undefined: there is none. */
  get tallies(): ReadonlyMap<string, TallyRow | undefined> {
    return this.#tallies;
  }

  /** By deck and day, as far as they are known; undefined: nothing was answered. */
  get days(): ReadonlyMap<string, DayTotals | undefined> {
    return this.#days;
  }

  /** What most operations on `cards` will change; each is read once. */
  async readAhead(cards: Iterable<Card>, studyDay: StudyDay): Promise<void> {
    const keys = new Set<string>();
    const deckIds = new Set<string>([ALL_DECKS]);
    for (const { deckId, sections } of cards) {
      deckIds.add(deckId);
      for (const section of ['', ...keysWithAbove(sections)]) keys.add(tallyKey(deckId, section));
    }
    if (keys.size === 0) return;
    await Promise.all([
      this.#readTallies([...keys].filter((key) => !this.#tallies.has(key))),
      this.#readDays(
        [...deckIds].filter((id) => !this.#days.has(dayKey(id, studyDay))),
        studyDay,
      ),
    ]);
  }

  async change(changes: TallyChanges): Promise<void> {
    const keys = changedKeys(changes);
    if (keys.length === 0) return;
    await this.#readTallies(keys.filter((key) => !this.#tallies.has(key)));
    const rows = changedRows(
      changes,
      keys.map((key) => this.#tallies.get(key)),
    );
    for (const row of rows) this.#tallies.set(tallyKey(row.deckId, row.section), row);
    await this.#db.tallies.bulkPut(rows);
  }

  /** `sign` -1: an undo takes the review back. A day without any answer is not kept (TODAY-9). */
  async countReview(review: Review, sign: 1 | -1): Promise<void> {
    const { studyDay } = review;
    const deckIds = [review.deckId, ALL_DECKS];
    const missing = deckIds.filter((id) => !this.#days.has(dayKey(id, studyDay)));
    await this.#readDays(missing, studyDay);
    const days = deckIds.map((id) => {
      const day = this.#days.get(dayKey(id, studyDay)) ?? emptyDay(id, studyDay);
      return countReview(day, review, sign);
    });
    await this.#putDays(days);
  }

  /** What past logs add to days, and take from them. */
  async countPastLogs(changes: readonly Change[]): Promise<void> {
    const past = new PastDays();
    past.change(changes);
    const rows = past.rows();
    if (rows.length === 0) return;
    const before = await this.#db.days.bulkGet(rows.map(rowKeyOfDay));
    const days = rows.map((row, index) => {
      const known = this.#days.get(dayKey(row.deckId, row.studyDay)) ?? before[index];
      return known ? sumOfDays(known, row) : row;
    });
    await this.#putDays(days);
  }

  async #putDays(days: readonly DayTotals[]): Promise<void> {
    for (const day of days) {
      this.#days.set(dayKey(day.deckId, day.studyDay), hasAnswers(day) ? day : undefined);
    }
    const empty = days.filter((day) => !hasAnswers(day));
    await this.#db.days.bulkPut(days.filter(hasAnswers));
    if (empty.length > 0) await this.#db.days.bulkDelete(empty.map(rowKeyOfDay));
  }

  async #readTallies(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const rows = await this.#db.tallies.bulkGet(keys.map(rowKey));
    keys.forEach((key, index) => {
      this.#tallies.set(key, rows[index]);
    });
  }

  async #readDays(deckIds: readonly string[], studyDay: StudyDay): Promise<void> {
    if (deckIds.length === 0) return;
    const rows = await this.#db.days.bulkGet(deckIds.map((id): [string, number] => [id, studyDay]));
    deckIds.forEach((id, index) => {
      this.#days.set(dayKey(id, studyDay), rows[index]);
    });
  }
}

function rowKeyOfDay({ deckId, studyDay }: DayTotals): [deckId: string, studyDay: number] {
  return [deckId, studyDay];
}

/** The primary key of a kept count's row. */
function rowKey(key: string): [section: string, deckId: string] {
  const [deckId = '', section = ''] = key.split('\n');
  return [section, deckId];
}

function dayKey(deckId: string, studyDay: StudyDay): string {
  return `${deckId}\n${studyDay}`;
}
