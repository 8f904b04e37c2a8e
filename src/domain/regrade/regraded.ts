import { type Card, historyIdOf } from '../collection/card.ts';
import type { Review } from '../collection/review.ts';
import type { Recounted } from '../collection/rows.ts';
import { packedLog, unpackedLog } from '../import/packed-log.ts';
import type { KeptPastLog } from '../import/past-log.ts';
import type { Memory, Schedule, SchedulerOptions } from '../memory/schedule.ts';
import { memoryAfter } from '../memory/scheduler.ts';
import { rowsOfLog } from '../statistics/columns/answer.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { elapsedDays } from '../../kernel/study-day.ts';

/** Answers of one card that were graded Hard and count as Again from now on, and what they hang on. */
export interface Regrade {
  readonly cardId: Card['id'];
  /** The card as it stood: one that is otherwise by now is left alone. */
  readonly reps: number;
  readonly memory: Memory;
  /** The memory before the first of `reviews`; absent: what the answers from elsewhere left. */
  readonly before?: Memory;
  /** All answers given here from the first one on whose memory changes, as they stood, in order. */
  readonly reviews: readonly Review[];
  /** Those of them that were Hard. */
  readonly hard: readonly OperationId[];
  /** The same of the answers from elsewhere, by their instants. */
  readonly pastHard: readonly number[];
}

/** A card, its answers and its past log after a regrade. */
export interface Regraded {
  readonly schedule: Schedule;
  readonly recounted: readonly Recounted[];
  readonly log: KeptPastLog | undefined;
}

/**
 * `card` as if the answers that `regrade` names had been graded Again: its memory by the formulas of
 * FSRS over every answer since, and a lapse for each; state and dates stay. undefined: the card is
 * not as it was, or its history is not known from its beginning.
 */
export function regraded(
  card: Card,
  regrade: Regrade,
  log: KeptPastLog | undefined,
  options: Pick<SchedulerOptions, 'weights'>,
): Regraded | undefined {
  const { schedule } = card;
  if (schedule.state === 'new' || schedule.reps !== regrade.reps) return undefined;
  if (!isSameMemory(schedule.memory, regrade.memory)) return undefined;
  const changed = log && regrade.pastHard.length > 0 ? failedIn(log, regrade.pastHard) : log;
  let memory = regrade.before ?? (changed && memoryLeftBy(changed, options));
  if (!memory) return undefined;
  const hard = new Set(regrade.hard);
  const recounted: Recounted[] = [];
  for (const before of regrade.reviews) {
    if (before.cardId !== historyIdOf(card)) return undefined;
    const grade = hard.has(before.operationId) ? 1 : before.grade;
    memory = memoryAfter(options, memory, before.elapsedDays, grade);
    recounted.push({ before, after: { ...before, grade, memory } });
  }
  const lapses = schedule.lapses + hard.size + regrade.pastHard.length;
  return { schedule: { ...schedule, lapses, memory }, recounted, log: changed };
}

export function isSameMemory(one: Memory, other: Memory): boolean {
  return one.stability === other.stability && one.difficulty === other.difficulty;
}

/** The lines of these instants, where they are Hard, as Again. */
function failedIn(log: KeptPastLog, instants: readonly number[]): KeptPastLog {
  const named = new Set(instants);
  const entries = unpackedLog(log.packed).map((entry) =>
    entry.grade === 2 && named.has(entry.atMillis) ? { ...entry, grade: 1 } : entry,
  );
  return { ...log, packed: packedLog(entries) };
}

/** What the answers of a past log left; undefined: its beginning is missing, or it is damaged. */
export function memoryLeftBy(
  log: KeptPastLog,
  options: Pick<SchedulerOptions, 'weights'>,
): Memory | undefined {
  const { rows, others } = rowsOfLog(log);
  const start = rows.findLastIndex(({ isAnew }) => isAnew);
  const first = rows[start];
  // The first line of a log is the first answer only where it says so; after a reset it is.
  if (!first || others.broken > 0 || (start === 0 && first.kind !== 'new')) return undefined;
  let memory: Memory | undefined;
  let day = first.studyDay;
  for (const { studyDay, grade } of rows.slice(start)) {
    if (!isGrade(grade)) return undefined;
    memory = memoryAfter(options, memory, elapsedDays(day, studyDay), grade);
    day = studyDay;
  }
  return memory;
}

function isGrade(grade: number): grade is 1 | 2 | 3 | 4 {
  return grade === 1 || grade === 2 || grade === 3 || grade === 4;
}
