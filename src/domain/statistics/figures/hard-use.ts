import { COUNTED } from '../columns/answer-columns.ts';
import type { Scoped } from '../columns/scoped.ts';
import { type Share, shareOf } from './share.ts';

/** Whether Hard seems to be used for what was forgotten (STATS-26). */
export interface HardUse {
  readonly isSuspected: boolean;
  /** What speaks for it, with its numbers; empty where nothing does. */
  readonly reasons: readonly HardReason[];
  /** Reviews graded Hard in the period, and the cards they were given to. */
  readonly hardReviews: number;
  readonly hardCards: number;
}

export type HardReason =
  /** Of reviews that were not recalled easily, almost none was graded Again. */
  | { readonly is: 'hardly-any-again'; readonly again: Share; readonly hard: Share }
  /** Again was given far less often than memory predicts; with Hard it comes out. */
  | {
      readonly is: 'fewer-failures-than-predicted';
      readonly predictedFailed: number;
      readonly failed: number;
      readonly failedWithHard: number;
    }
  /** What was graded Hard was not recalled next time nearly as often as predicted. */
  | {
      readonly is: 'not-recalled-after-hard';
      readonly recalledNext: Share;
      readonly predicted: number;
    };

/** Below this nothing is said: chance alone looks like a habit. */
const FEWEST_REVIEWS = 100;
const FEWEST_HARD = 30;
/** Again is hardly used where it is given to so few of the reviews that went badly. */
const HARDLY = 0.1;
/** Failures are missing where there are less than half of those predicted. */
const TOO_FEW = 0.5;
/** After Hard, recall is far from predicted where it lies lower by so much, beyond chance. */
const FAR_BELOW = 0.1;

/** Whether the reviews of the span say that Hard means forgotten: two reasons of three (STATS-26). */
export function hardUseOf({ arrays, histories, from, to }: Scoped): HardUse {
  const { day, grade, flags, recall } = arrays;
  const count = { reviews: 0, again: 0, hard: 0, cards: 0 };
  const known = { reviews: 0, predictedFailed: 0, failed: 0, hard: 0 };
  const after = { reviews: 0, recalled: 0, predicted: 0 };
  for (const { start, count: rows } of histories) {
    let hasHard = false;
    let wasHard = false;
    for (let at = start; at < start + rows; at++) {
      const today = day[at] ?? 0;
      if (today < from || today > to || ((flags[at] ?? 0) & COUNTED) !== COUNTED) continue;
      const given = grade[at] ?? 0;
      const chance = recall[at] ?? Number.NaN;
      count.reviews++;
      if (given === 1) count.again++;
      if (given === 2) count.hard++;
      if (!Number.isNaN(chance)) {
        known.reviews++;
        known.predictedFailed += 1 - chance;
        if (given === 1) known.failed++;
        if (given === 2) known.hard++;
        if (wasHard) {
          after.reviews++;
          after.predicted += chance;
          // Hard again says the same as before; only what was not hard was recalled for sure.
          if (given > 2) after.recalled++;
        }
      }
      wasHard = given === 2;
      hasHard ||= wasHard;
    }
    if (hasHard) count.cards++;
  }
  const reasons: HardReason[] = [];
  if (count.reviews >= FEWEST_REVIEWS && count.hard >= FEWEST_HARD) {
    const badly = count.again + count.hard;
    const again = shareOf(count.again, badly);
    if (again.high < HARDLY || count.again === 0) {
      reasons.push({ is: 'hardly-any-again', again, hard: shareOf(count.hard, badly) });
    }
    const { predictedFailed, failed, hard } = known;
    if (predictedFailed >= 10 && failed < predictedFailed * TOO_FEW && hard > 0) {
      const withHard = failed + hard;
      // With Hard it comes nearer to what was predicted than without.
      if (Math.abs(withHard - predictedFailed) < predictedFailed - failed) {
        reasons.push({
          is: 'fewer-failures-than-predicted',
          predictedFailed,
          failed,
          failedWithHard: withHard,
        });
      }
    }
    const recalledNext = shareOf(after.recalled, after.reviews);
    const predicted = after.reviews > 0 ? after.predicted / after.reviews : 0;
    if (after.reviews >= FEWEST_HARD && recalledNext.high < predicted - FAR_BELOW) {
      reasons.push({ is: 'not-recalled-after-hard', recalledNext, predicted });
    }
  }
  return {
    isSuspected: reasons.length >= 2,
    reasons,
    hardReviews: count.hard,
    hardCards: count.cards,
  };
}
