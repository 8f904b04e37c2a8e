import type { CardId } from '../../kernel/ids.ts';
import { seededFraction } from '../../kernel/seeded.ts';
import { type IntervalRules, PRESENT_RULES } from './schedule.ts';

/** Days per day of interval by which an interval may move either way, besides one whole day. */
const BANDS = [
  { fromDays: 2.5, toDays: 7, share: 0.15 },
  { fromDays: 7, toDays: 20, share: 0.1 },
  { fromDays: 20, toDays: Number.POSITIVE_INFINITY, share: 0.05 },
];

/** The shortest and the longest interval among which there is a choice, in whole days. */
export type DayRange = readonly [shortest: number, longest: number];

/** What a fuzzed interval must respect. All in days. */
export interface FuzzLimits {
  /** The interval that the last review gave, 0 if none. */
  readonly previousDays: number;
  /** From the order of the grades. */
  readonly minimumDays: number;
  readonly maximumDays: number;
}

/**
 * The shortest and longest interval that fuzz may give for `intervalDays`, which need not be whole.
 * The field's table: none below 2.5 days, then one day and 15 % of the part up to 7 days,
 * 10 % of the part up to 20, 5 % of the rest. From three days on there is a choice of two
 * at least, below the maximum.
 */
export function fuzzRange(intervalDays: number, limits: FuzzLimits): DayRange {
  const { previousDays, maximumDays } = limits;
  const asked = Math.min(Math.max(intervalDays, limits.minimumDays), maximumDays);
  const reach = Math.min(Math.round(asked + spreadOf(asked)), maximumDays);
  const least = Math.min(
    Math.max(limits.minimumDays, notShrinking(Math.round(asked), reach, previousDays)),
    maximumDays,
  );
  const interval = Math.max(asked, least);
  const spread = spreadOf(interval);
  const shortest = Math.max(Math.round(interval - spread), least);
  const longest = Math.min(Math.round(interval + spread), maximumDays);
  return [shortest, longest];
}

/** The range of rules 1, for a whole `intervalDays`: what was answered under them stays as it was. */
export function fuzzRangeOfRules1(intervalDays: number, limits: FuzzLimits): DayRange {
  const { previousDays, minimumDays, maximumDays } = limits;
  const interval = Math.max(minimumDays, Math.min(intervalDays, maximumDays));
  const spread = spreadOf(interval);
  const longest = Math.max(interval, Math.min(Math.round(interval + spread), maximumDays));
  const shortest = Math.max(
    2,
    minimumDays,
    Math.round(interval - spread),
    notShrinking(interval, longest, previousDays),
  );
  return [Math.min(shortest, longest), longest];
}

/** Days that fuzz may move an interval either way; below 2.5 days none. */
function spreadOf(interval: number): number {
  if (interval < 2.5) return 0;
  let spread = 1;
  for (const { fromDays, toDays, share } of BANDS) {
    spread += share * Math.max(0, Math.min(interval, toDays) - fromDays);
  }
  return spread;
}

/**
 * `intervalDays` moved within its range by `fraction`, 0 or more and below 1. Whole days.
 * `rules` 1: an interval that is rounded already.
 */
export function fuzzed(
  intervalDays: number,
  fraction: number,
  limits: FuzzLimits,
  rules: IntervalRules = PRESENT_RULES,
): number {
  return dayInRange(fuzzRangeUnder(rules, intervalDays, limits), fraction);
}

/** The range of `intervalDays` by some rules; of rules 1, an interval that is rounded already. */
export function fuzzRangeUnder(
  rules: IntervalRules,
  intervalDays: number,
  limits: FuzzLimits,
): DayRange {
  return (rules === 1 ? fuzzRangeOfRules1 : fuzzRange)(intervalDays, limits);
}

/** The day at `fraction` of a range, each as likely as the others. */
export function dayInRange([shortest, longest]: DayRange, fraction: number): number {
  return shortest + Math.floor(fraction * (longest - shortest + 1));
}

/**
 * A fraction, 0 or more and below 1, that depends on the card and its number of reviews alone, so
 * that a preview equals the answer and a replay equals the past.
 */
export function fuzzFraction(cardId: CardId, reps: number): number {
  return seededFraction(cardId, `#${reps}`);
}

/** An interval that grew stays longer than the one before; one that did not is not cut further. */
function notShrinking(interval: number, longest: number, previousDays: number): number {
  if (interval > previousDays) return previousDays + 1;
  return previousDays <= longest ? previousDays : 0;
}
