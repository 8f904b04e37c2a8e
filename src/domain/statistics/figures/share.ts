/** How many of how many, and where the true share lies in nine of ten cases (STATS-20). */
export interface Share {
  readonly of: number;
  readonly count: number;
  /** 0 to 1; undefined where `of` is 0. */
  readonly share: number | undefined;
  /** The interval of Wilson, 90 %; 0 and 1 where nothing is known. */
  readonly low: number;
  readonly high: number;
}

/** Nine of ten of a normal distribution lie within so many standard deviations. */
const NINE_OF_TEN = 1.6448536269514722;

export function shareOf(count: number, of: number): Share {
  if (!(of > 0)) return { of: 0, count: 0, share: undefined, low: 0, high: 1 };
  const share = count / of;
  const square = NINE_OF_TEN ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half =
    (NINE_OF_TEN * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))) /
    (1 + square / of);
  // At both ends the formula says 0 and 1 but for rounding.
  const low = count === 0 ? 0 : Math.max(0, middle - half);
  return { of, count, share, low, high: count === of ? 1 : Math.min(1, middle + half) };
}
