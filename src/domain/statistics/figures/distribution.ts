/** How a value is distributed over cards. */
export interface Distribution {
  readonly cards: number;
  /** Without gaps, in order; a value of `to` is in the next, but for the last. */
  readonly bins: readonly DistributionBin[];
  readonly mean: number;
  readonly median: number;
  /** Nine of ten cards lie between. */
  readonly low: number;
  readonly high: number;
}

export interface DistributionBin {
  readonly from: number;
  readonly to: number;
  readonly cards: number;
}
