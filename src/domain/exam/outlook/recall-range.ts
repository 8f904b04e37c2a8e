/** A predicted recall, 0 to 1, and where it will lie in four of five cases. */
export interface RecallRange {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far one student's truth lies from the forecast, as a standard deviation: 2 to 3 points with
 * memories that are not what the planner believes (docs/exam-planning.md, columns "mis").
 */
const MODEL_DEVIATION = 0.025;
/** Four of five of a normal distribution lie within so many standard deviations. */
const FOUR_OF_FIVE = 1.2816;

/**
 * The range of the share recalled of cards whose predicted recalls have the mean `expected` and
 * the sum of variances `variance` (Σ w²·R·(1 − R)), with the sum of weights `weight`.
 */
export function recallRange(expected: number, variance: number, weight: number): RecallRange {
  if (!(weight > 0)) return { expected: 0, low: 0, high: 0 };
  const chance = variance / (weight * weight);
  const spread = FOUR_OF_FIVE * Math.sqrt(chance + MODEL_DEVIATION ** 2);
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    expected: clamp(expected),
    low: clamp(expected - spread),
    high: clamp(expected + spread),
  };
}
