import type { PastEntry } from '../../domain/import/past-log.ts';
import type { Schedule, SchedulerOptions } from '../../domain/memory/schedule.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { AnkiReviews } from '../anki/anki-collection.ts';
import { type MemoryRules, replayedSchedule } from '../anki/mapping/answers/memories.ts';

/** What recall is taken to have been before FSRS, where nobody says. */
const USUAL_RETENTION = 0.9;

/**
 * Where a card stands after `entries`, in the order of time, by Anki's rules of what counts
 * (ANKI-8), answered under `options`. New: nothing in them counts.
 */
export function replayedLog(
  entries: readonly PastEntry[],
  options: SchedulerOptions,
  days: Pick<MemoryRules, 'utcOffsetMinutes' | 'rolloverHour'>,
  cardId: CardId,
): Schedule {
  const rules: MemoryRules = {
    weights: options.weights,
    historicalRetention: USUAL_RETENTION,
    ignoreBeforeMillis: 0,
    utcOffsetMinutes: days.utcOffsetMinutes,
    rolloverHour: days.rolloverHour,
  };
  const rows = Int32Array.from(entries.keys());
  return replayedSchedule(logColumns(entries), rows, rules, options, cardId);
}

/** A log in columns, as the rules that Anki has for it read one. */
export function logColumns(entries: readonly PastEntry[]): AnkiReviews {
  return {
    length: entries.length,
    ids: Float64Array.from(entries, ({ atMillis }) => atMillis),
    cardIds: new Float64Array(entries.length),
    ease: Int8Array.from(entries, ({ grade }) => grade),
    intervals: Int32Array.from(entries, ({ interval }) => interval),
    lastIntervals: Int32Array.from(entries, ({ lastInterval }) => lastInterval),
    factors: Int32Array.from(entries, ({ factor }) => factor),
    millis: Int32Array.from(entries, ({ durationMillis }) => durationMillis),
    types: Int8Array.from(entries, ({ type }) => type),
    usns: new Int32Array(entries.length),
  };
}
