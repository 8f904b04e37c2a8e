/** A choice less than e^−16 as good as the best is not taken at all. */
export const LEAST_EXPONENT = -16;

const PER_ONE = 64;
const TABLE = Float64Array.from({ length: -LEAST_EXPONENT * PER_ONE + 1 }, (_, at) => {
  return Math.exp(-at / PER_ONE);
});

/**
 * e^x for x from −16 to 0, to 1e−13 of itself: a plan asks for it tens of thousands of times for
 * each try of its prices, and this takes a third of what Math.exp does.
 */
export function expOfNegative(x: number): number {
  const at = (-x * PER_ONE) | 0;
  // From −1/64 to 0, where five terms of the series are enough.
  const rest = x + at / PER_ONE;
  const series = 1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120))));
  return (TABLE[at] as number) * (1 + rest * series);
}
