import type { Share } from './share.ts';

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
