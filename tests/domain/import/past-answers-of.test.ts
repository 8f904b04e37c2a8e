import { describe, expect, test } from 'vitest';
import type { Review } from '../../../src/domain/collection/review.ts';
import { packedLog } from '../../../src/domain/import/packed-log.ts';
import { PastDays } from '../../../src/domain/import/past-days.ts';
import { oneHistory, pastAnswersOf } from '../../../src/domain/import/past-answers-of.ts';
import type { KeptPastLog, PastEntry } from '../../../src/domain/import/past-log.ts';
import type { CardId, DeckId, OperationId } from '../../../src/kernel/ids.ts';
import { DECK, TODAY } from '../../support/collection.ts';

const DAY = 86_400_000;
/** Noon of TODAY in UTC. */
const NOON = TODAY * DAY + DAY / 2;
const CARD = 'n/1' as CardId;

function entry(more: Partial<PastEntry> = {}): PastEntry {
  const plain = { grade: 3, interval: 4, lastInterval: 0, factor: 2500, durationMillis: 5000 };
  return { atMillis: NOON, type: 1, ...plain, ...more };
}

function logOf(entries: readonly PastEntry[], more: Partial<KeptPastLog> = {}): KeptPastLog {
  const packed = packedLog(entries);
  return { id: CARD, deckId: DECK, utcOffsetMinutes: 0, rolloverHour: 4, packed, ...more };
}

describe('answers of a past log', () => {
  test('[ANKI-26] the first answer of learning is a first showing; cramming and dates set by hand are none', () => {
    const log = logOf([
      entry({ atMillis: NOON - 9 * DAY, type: 0, interval: -600 }),
      entry({ atMillis: NOON - 9 * DAY + 600_000, type: 0, interval: 4 }),
      entry({ atMillis: NOON - 6 * DAY, type: 3, factor: 0 }),
      entry({ atMillis: NOON - 6 * DAY + 1, type: 4, grade: 0 }),
      entry({ atMillis: NOON - 5 * DAY, grade: 1, interval: -600 }),
      entry({ atMillis: NOON - 5 * DAY + 600_000, type: 2 }),
    ]);
    const answers = pastAnswersOf(log);
    expect(answers.map(({ kind }) => kind)).toEqual(['new', 'learning', 'review', 'learning']);
    expect(answers.map(({ elapsedDays }) => elapsedDays)).toEqual([0, 0, 4, 0]);
    expect(answers.map(({ intervalDays }) => intervalDays)).toEqual([0, 4, 0, 4]);
    expect(answers.map(({ studyDay }) => studyDay - TODAY)).toEqual([-9, -9, -5, -5]);
    expect(answers.every(({ cardId, deckId }) => cardId === CARD && deckId === DECK)).toBe(true);
  });

  test('[ANKI-6] a day is the one of where the person was', () => {
    const night = entry({ atMillis: TODAY * DAY + 2 * 3_600_000 });
    expect(pastAnswersOf(logOf([night]))[0]?.studyDay).toBe(TODAY - 1);
    expect(pastAnswersOf(logOf([night], { utcOffsetMinutes: 180 }))[0]?.studyDay).toBe(TODAY);
    expect(pastAnswersOf(logOf([night], { rolloverHour: 0 }))[0]?.studyDay).toBe(TODAY);
  });

  test('[ANKI-26] one history of both, oldest first; what came back from a phone counts once, as given here', () => {
    const given = { operationId: 'a:0000000001' as OperationId, atMillis: NOON - DAY } as Review;
    const log = logOf([
      entry({ atMillis: NOON - 2 * DAY }),
      entry({ atMillis: NOON - DAY, grade: 1 }),
      entry(),
    ]);
    const history = oneHistory([given], log);
    expect(history.map(({ atMillis }) => (NOON - atMillis) / DAY)).toEqual([2, 1, 0]);
    expect(history[1]).toBe(given);
    expect(oneHistory([given], undefined)).toEqual([given]);
  });
});

describe('days of past logs', () => {
  const two = logOf([
    entry({ atMillis: NOON - DAY, grade: 1, durationMillis: 7000 }),
    entry({ durationMillis: 2000 }),
  ]);
  const other = logOf([entry({ type: 0, durationMillis: 1000 })], { deckId: 'other' as DeckId });

  test('[ANKI-26] each answer counts for its day, in its deck and in all', () => {
    const days = new PastDays();
    days.count(two, 1);
    days.count(other, 1);
    const found = new Map(days.rows().map((row) => [`${row.deckId} ${row.studyDay}`, row.byKind]));
    expect([...found.keys()].sort()).toEqual(
      [` ${TODAY - 1}`, ` ${TODAY}`, `deck ${TODAY - 1}`, `deck ${TODAY}`, `other ${TODAY}`].sort(),
    );
    expect(found.get(`deck ${TODAY - 1}`)?.review).toEqual({
      answers: 1,
      recalled: 0,
      millis: 7000,
    });
    expect(found.get(` ${TODAY}`)?.review).toEqual({ answers: 1, recalled: 1, millis: 2000 });
    expect(found.get(` ${TODAY}`)?.new).toEqual({ answers: 1, recalled: 1, millis: 1000 });
  });

  test('[ANKI-21] a change counts what is more, and the change back takes it out again', () => {
    const days = new PastDays();
    const more = logOf([entry({ atMillis: NOON - DAY, grade: 1, durationMillis: 7000 })]);
    const change = { table: 'pastLogs', key: CARD, before: more, after: two } as const;
    days.change([change]);
    expect(days.rows().map(({ deckId, studyDay }) => [deckId, studyDay])).toEqual([
      [DECK, TODAY],
      ['', TODAY],
    ]);
    days.change([{ ...change, before: two, after: more }]);
    expect(days.rows()).toEqual([]);
  });
});
