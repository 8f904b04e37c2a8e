import { ALL_DECKS, type DayTotals } from '../collection/review.ts';
import type { Change } from '../collection/rows.ts';
import type { DeckId } from '../../kernel/ids.ts';
import type { AnswerKind } from '../memory/time-estimate.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { answersAmong } from './past-answers-of.ts';
import { unpackedLog } from './packed-log.ts';
import type { KeptPastLog } from './past-log.ts';

/** What past logs add to days' totals, or take from them. */
export class PastDays {
  readonly #days = new Map<string, Totals>();

  /** What is other after `changes`. */
  change(changes: readonly Change[]): void {
    for (const { table, before, after } of changes) {
      if (table !== 'pastLogs') continue;
      if (before) this.count(before, -1);
      if (after) this.count(after, 1);
    }
  }

  count(log: KeptPastLog, sign: 1 | -1): void {
    for (const { studyDay, kind, grade, durationMillis } of answersAmong(
      unpackedLog(log.packed),
      log,
    )) {
      for (const deckId of [log.deckId, ALL_DECKS]) {
        const totals = this.#of(deckId, studyDay).byKind[kind];
        totals.answers += sign;
        if (grade > 1) totals.recalled += sign;
        totals.millis += sign * durationMillis;
      }
    }
  }

  /** A row for each deck and day that is other. */
  rows(): readonly DayTotals[] {
    return [...this.#days.values()].filter(({ byKind }) =>
      Object.values(byKind).some(
        ({ answers, recalled, millis }) => answers !== 0 || recalled !== 0 || millis !== 0,
      ),
    );
  }

  #of(deckId: DeckId, studyDay: StudyDay): Totals {
    const key = `${deckId}\n${studyDay}`;
    const known = this.#days.get(key);
    if (known) return known;
    const nothing = () => ({ answers: 0, recalled: 0, millis: 0 });
    const made: Totals = {
      deckId,
      studyDay,
      byKind: { new: nothing(), learning: nothing(), review: nothing() },
    };
    this.#days.set(key, made);
    return made;
  }
}

/** Added to in place: there may be half a million answers. */
interface Totals {
  readonly deckId: DeckId;
  readonly studyDay: StudyDay;
  readonly byKind: Readonly<
    Record<AnswerKind, { answers: number; recalled: number; millis: number }>
  >;
}
