/** More distinct weights than this are drawn together: each is a search for values of its own. */
const MOST_WEIGHTS = 12;
/** The finest steps that weights are drawn to: a fifth more each time. */
const FINEST_STEP = 1.2;

/**
 * What each of `weights` counts in a plan. Where there are many, as in a pasted table of forty
 * topics, they are drawn to steps of equal ratio, a larger one never below a smaller: a plan's time
 * grows with the number of distinct weights, and a tenth more or less hardly changes what is chosen.
 */
export function fewerWeights(weights: Iterable<number>): (weight: number) => number {
  const distinct = [...new Set(weights)];
  if (distinct.length <= MOST_WEIGHTS) return (weight) => weight;
  for (let step = FINEST_STEP; ; step **= 2) {
    const drawn = (weight: number): number =>
      weight > 0 ? step ** Math.round(Math.log(weight) / Math.log(step)) : 0;
    if (new Set(distinct.map(drawn)).size <= MOST_WEIGHTS || !Number.isFinite(step)) return drawn;
  }
}
