/** FSRS-6 defaults (fsrs-rs src/lib.rs DEFAULT_PARAMETERS; ts-fsrs default_w). */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** Stability of a memory, in days. */
export const MINIMUM_STABILITY = 0.001;
export const MAXIMUM_STABILITY = 36_500;

/** Before FSRS-6 every forgetting curve had this decay (w20). */
const FSRS_5_DECAY = 0.5;

/** Lowest and highest sensible value of each weight (fsrs-rs src/parameter_clipper.rs). */
export const WEIGHT_BOUNDS: readonly (readonly [number, number])[] = [
  [MINIMUM_STABILITY, 100],
  [MINIMUM_STABILITY, 100],
  [MINIMUM_STABILITY, 100],
  [MINIMUM_STABILITY, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
  [0.1, 0.8],
];

/**
 * The 21 FSRS-6 weights that `weights` mean: 21 as they are, 19 (FSRS-5) and 17 (FSRS-4.5) carried
 * over so that they predict what they did, each clipped to its bounds. `undefined` when the count
 * is another or a value is not a finite number.
 *
 * We migrate ourselves because ts-fsrs prints to the console while it does.
 */
export function completeWeights(weights: readonly number[]): readonly number[] | undefined {
  if (!weights.every(Number.isFinite)) return undefined;
  switch (weights.length) {
    case 21:
      return clipped(weights);
    case 19:
      return clipped([...weights, 0, FSRS_5_DECAY]);
    case 17:
      return clipped([...fromFsrs4(weights), 0, 0, 0, FSRS_5_DECAY]);
    default:
      return undefined;
  }
}

/** FSRS-5 made first difficulty exponential in the grade, and damped its change. */
function fromFsrs4(weights: readonly number[]): number[] {
  const [w4 = 0, w5 = 0, w6 = 0] = weights.slice(4, 7);
  return weights
    .with(4, w5 * 2 + w4)
    .with(5, Math.log(w5 * 3 + 1) / 3)
    .with(6, w6 + 0.5);
}

function clipped(weights: readonly number[]): readonly number[] {
  return WEIGHT_BOUNDS.map(([low, high], index) => {
    return Math.min(high, Math.max(low, weights[index] ?? low));
  });
}
