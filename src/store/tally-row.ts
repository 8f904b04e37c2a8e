import type { DueByDay } from '../domain/balance/days-ahead.ts';
import type { DeckId } from '../kernel/ids.ts';
import type { Histogram, Tally, TallyChanges } from '../domain/study/tally.ts';
import { EMPTY_TALLY } from '../domain/study/tally.ts';
import type { StudyDay } from '../kernel/study-day.ts';

/**
 * Kept counts as stored: each histogram as text, a third of the bytes and of the time of an object
 * with a field a day. '20500:3 1:2' = 3 cards on day 20500 and 2 on the day after; each day is the
 * difference from the one before it.
 */
export type TallyRow = { -readonly [Part in keyof Tally]: string } & {
  readonly deckId: DeckId;
  /** Its keyOfName: one row, however it is spelt. */
  readonly section: string;
};

const PARTS = Object.keys(EMPTY_TALLY) as (keyof Tally)[];
const NOTHING = Object.fromEntries(PARTS.map((part) => [part, ''])) as Record<keyof Tally, string>;

/**
 * What is available by `from` as one number, because nobody asks about single days before, under day
 * 0; then day by day up to `until`, and the next day after that, which shows that there is more.
 */
export function tallyOf(
  row: TallyRow,
  from: StudyDay = Number.NEGATIVE_INFINITY,
  until: StudyDay = Number.POSITIVE_INFINITY,
): Tally {
  return {
    newCards: histogramOf(row.newCards, from),
    newNotes: histogramOf(row.newNotes, from),
    reviewCards: histogramOf(row.reviewCards, from, until),
    reviewNotes: histogramOf(row.reviewNotes, from, until),
    newNotesInReview: histogramOf(row.newNotesInReview, from),
  };
}

/** How many reviews of all rows together come on each study day. */
export function dueOfRows(rows: readonly Pick<TallyRow, 'reviewCards'>[]): DueByDay {
  const due = new Map<StudyDay, number>();
  const add = (day: StudyDay, count: number): void => {
    due.set(day, (due.get(day) ?? 0) + count);
  };
  for (const { reviewCards } of rows) scan(reviewCards, Number.POSITIVE_INFINITY, add);
  return due;
}

/** `stored`: the rows at the changed keys, in their order, undefined where there is none. */
export function changedRows(
  changes: TallyChanges,
  stored: readonly (TallyRow | undefined)[] = [],
): TallyRow[] {
  return changedKeys(changes).map((key, index) => {
    const change = changes.byKey.get(key);
    const [deckId, section] = key.split('\n') as [DeckId, string];
    const row = { ...(stored[index] ?? { ...NOTHING, deckId, section }) };
    for (const part of PARTS) {
      if (change && isChange(change[part])) row[part] = added(row[part], change[part]);
    }
    return row;
  });
}

/** The keys at which something is different afterwards. */
export function changedKeys(changes: TallyChanges): string[] {
  return [...changes.byKey].flatMap(([key, change]) =>
    PARTS.some((part) => isChange(change[part])) ? [key] : [],
  );
}

/** What goes out and comes in again on the same day is no change. */
function isChange(days: ReadonlyMap<StudyDay, number>): boolean {
  for (const change of days.values()) if (change !== 0) return true;
  return false;
}

/** `text` with the changes of some days added; days that fall to nothing disappear. */
function added(text: string, changes: ReadonlyMap<StudyDay, number>): string {
  const counts = new Map<StudyDay, number>();
  scan(text, Number.POSITIVE_INFINITY, (day, count) => counts.set(day, count));
  for (const [day, change] of changes) {
    const sum = (counts.get(day) ?? 0) + change;
    if (sum === 0) counts.delete(day);
    else counts.set(day, sum);
  }
  let before = 0;
  const entries: string[] = [];
  for (const day of [...counts.keys()].filter(Number.isFinite).sort((a, b) => a - b)) {
    entries.push(`${day - before}:${counts.get(day)}`);
    before = day;
  }
  return entries.join(' ');
}

function histogramOf(text: string, from: StudyDay, until = Number.POSITIVE_INFINITY): Histogram {
  const histogram: Record<StudyDay, number> = {};
  let available = 0;
  scan(text, until, (day, count) => {
    if (day > from) histogram[day] = count;
    else available += count;
  });
  if (available > 0) histogram[0] = available;
  return histogram;
}

const SPACE = 32;
const COLON = 58;
const ZERO = 48;

/**
 * Calls `each` for the days in their order, up to the first after `until`. Sign by sign: Today reads
 * tens of thousands of days, and a number made of a piece of text takes many times as long.
 */
function scan(text: string, until: StudyDay, each: (day: StudyDay, count: number) => void): void {
  const { length } = text;
  let day = 0;
  let start = 0;
  let number = 0;
  let isPlain = true;
  for (let at = 0; at <= length && length > 0; at++) {
    const sign = at < length ? text.charCodeAt(at) : SPACE;
    const digit = sign - ZERO;
    if (sign !== COLON && sign !== SPACE) {
      if (digit >= 0 && digit <= 9) number = 10 * number + digit;
      else isPlain = false;
      continue;
    }
    const value = isPlain ? number : Number(text.slice(start, at));
    start = at + 1;
    number = 0;
    isPlain = true;
    if (sign === COLON) day += value;
    else {
      each(day, value);
      if (day > until) return;
    }
  }
}
