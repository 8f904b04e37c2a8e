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

/** `values` in bins with these ends, ascending; those outside count in the first or the last. */
export function distributionOf(values: Float64Array, ends: readonly number[]): Distribution {
  const sorted = values.slice().sort();
  const bins: DistributionBin[] = [];
  let done = 0;
  for (let index = 0; index + 1 < ends.length; index++) {
    const [from = 0, to = 0] = [ends[index], ends[index + 1]];
    const isLast = index + 2 === ends.length;
    const before = done;
    while (done < sorted.length && (isLast || (sorted[done] ?? 0) < to)) done++;
    bins.push({ from, to, cards: done - before });
  }
  const sum = sorted.reduce((total, value) => total + value, 0);
  return {
    cards: sorted.length,
    bins,
    mean: sorted.length > 0 ? sum / sorted.length : 0,
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
  };
}

/** Between the two values nearest to it, in proportion. 0 of none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[Math.max(0, below)] ?? 0;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] ?? low;
  return low + (high - low) * (at - below);
}
