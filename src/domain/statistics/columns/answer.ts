import type { Review } from '../../collection/review.ts';
import { answersAmong } from '../../import/past-answers-of.ts';
import { unpackedLog } from '../../import/packed-log.ts';
import { type KeptPastLog, kindOfEntry, type PastEntry } from '../../import/past-log.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { AnswerKind } from '../../memory/time-estimate.ts';

/** An answer as the columns keep it. */
export interface AnswerRow {
  readonly atMillis: number;
  readonly studyDay: StudyDay;
  readonly grade: number;
  readonly kind: AnswerKind;
  readonly millis: number;
  /** Days until the card was due again; 0 in steps. */
  readonly intervalDays: number;
  /** The interval that came to its end, where the log tells it; else it is that of the answer before. */
  readonly lastIntervalDays?: number;
  /** A step that lasted a day or more: its end is a review as any other. */
  readonly endsLongStep?: boolean;
  /** The card had no memory: it was new, or forgotten on request. */
  readonly isAnew: boolean;
  /** What the answer left, as it was worked out then; absent: the log does not tell. */
  readonly memory?: { readonly stability: number; readonly difficulty: number };
}

/** What stands in a history beside its answers (STATS-2, STATS-3). */
export interface OtherLines {
  readonly crammed: number;
  readonly byHand: number;
  readonly broken: number;
}

export const NO_OTHER_LINES: OtherLines = { crammed: 0, byHand: 0, broken: 0 };

/** No program for flashcards that can be imported is older: what is dated before is broken. */
const EARLIEST_MILLIS = Date.UTC(2000, 0, 1);
const LATEST_MILLIS = Date.UTC(2200, 0, 1);
/** Who looks at a card for longer has gone away; clocks that jumped say days. */
const MOST_MILLIS = 3_600_000;
const SECONDS_PER_DAY = MILLIS_PER_DAY / 1000;

/** An answer given here, or while cramming and accepted since. */
export function rowOfReview(review: Review): AnswerRow {
  return {
    atMillis: review.atMillis,
    studyDay: review.studyDay,
    grade: review.grade,
    kind: review.kind,
    millis: soundMillis(review.durationMillis),
    intervalDays: review.intervalDays,
    isAnew: review.kind === 'new',
    ...(isSound(review.memory) ? { memory: review.memory } : {}),
  };
}

/** The answers of a past log that count, oldest first, and how many lines are none. */
export function rowsOfLog(log: KeptPastLog): { rows: AnswerRow[]; others: OtherLines } {
  const entries: PastEntry[] = [];
  const others = { crammed: 0, byHand: 0, broken: 0 };
  const anew = new Set<number>();
  let isReset = true;
  for (const entry of unpackedLog(log.packed)) {
    if (!(entry.atMillis >= EARLIEST_MILLIS && entry.atMillis < LATEST_MILLIS)) {
      others.broken++;
      continue;
    }
    const kind = kindOfEntry(entry.grade, entry.type, entry.factor);
    if (kind === 'cramming') others.crammed++;
    else if (kind !== 'answer') others.byHand++;
    if (kind === 'reset') isReset = true;
    if (kind !== 'answer') continue;
    if (isReset) anew.add(entries.length);
    isReset = false;
    entries.push(entry);
  }
  const rows = answersAmong(entries, log).map((answer, index): AnswerRow => {
    const lastInterval = entries[index]?.lastInterval ?? 0;
    return {
      atMillis: answer.atMillis,
      studyDay: answer.studyDay,
      grade: answer.grade,
      kind: answer.kind,
      millis: soundMillis(answer.durationMillis),
      intervalDays: answer.intervalDays,
      lastIntervalDays: Math.max(0, lastInterval),
      endsLongStep: lastInterval >= 1 || lastInterval <= -SECONDS_PER_DAY,
      isAnew: anew.has(index),
    };
  });
  return { rows, others };
}

/** One history of both, oldest first. What came back from elsewhere counts once, as given here. */
export function oneHistoryOfRows(given: readonly AnswerRow[], past: readonly AnswerRow[]) {
  const known = new Set(given.map(({ atMillis }) => atMillis));
  const others = past.filter(({ atMillis }) => !known.has(atMillis));
  return [...given, ...others].sort((a, b) => a.atMillis - b.atMillis);
}

/** A memory of a damaged row is worked out again. */
function isSound({ stability, difficulty }: Review['memory']): boolean {
  return stability > 0 && difficulty >= 1 && difficulty <= 10;
}

function soundMillis(millis: number): number {
  return millis > 0 ? Math.min(millis, MOST_MILLIS) : 0;
}
