import { t } from '../../kernel/texts.ts';
import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import type { CopyName } from './copy-name.ts';

/** All copies of so many days stay; after that one a day, one a week, one a month. */
const ALL_DAYS = 2;
const DAILY_DAYS = 14;
const WEEKLY_DAYS = 70;
const DAYS_PER_WEEK = 7;
/** A month of the calendar would need the person's; the same number of copies stays either way. */
const DAYS_PER_MONTH = 30;
/**
 * A stretch without any copy that is longer than this makes none older: somebody was away, or the
 * clock was set years ahead, and that must not cost the copies before it.
 */
const LONGEST_GAP_DAYS = 365;

/**
 * The copies that go (COPY-7): of each day, week and month the newest stays. One that was asked for
 * always stays, and so does the newest of all; a copy of the future, made under a wrong clock, too.
 */
export function copiesToRemove(
  copies: readonly CopyName[],
  nowMillis: number,
): readonly CopyName[] {
  const newestFirst = [...copies].sort((a, b) => b.atMillis - a.atMillis);
  const taken = new Set<string>();
  let reachedMillis = nowMillis;
  let leftOutMillis = 0;
  return newestFirst.filter((copy, index) => {
    const gapMillis = reachedMillis - copy.atMillis;
    if (gapMillis > LONGEST_GAP_DAYS * MILLIS_PER_DAY) leftOutMillis += gapMillis;
    reachedMillis = Math.min(reachedMillis, copy.atMillis);
    if (copy.why === 'asked') return false;
    const span = spanOf(copy.atMillis, nowMillis - leftOutMillis);
    if (span === undefined) return false;
    const isOlder = taken.has(span);
    taken.add(span);
    return isOlder && index > 0;
  });
}

/** The day, week or month of which one copy stays; undefined: all do. */
function spanOf(atMillis: number, nowMillis: number): string | undefined {
  const ageDays = (nowMillis - atMillis) / MILLIS_PER_DAY;
  const day = Math.floor(atMillis / MILLIS_PER_DAY);
  if (ageDays < ALL_DAYS) return undefined;
  if (ageDays < DAILY_DAYS) return t`day ${day}`;
  if (ageDays < WEEKLY_DAYS) return t`week ${Math.floor(day / DAYS_PER_WEEK)}`;
  return t`month ${Math.floor(day / DAYS_PER_MONTH)}`;
}
