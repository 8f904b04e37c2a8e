/** The value of a function and its slopes. */
export interface Evaluated {
  readonly value: number;
  readonly slope: Float64Array;
}

export interface MinimiseOptions {
  /** How often the function may be evaluated. */
  readonly evaluations: number;
  /** No coordinate moves farther than this in one step. */
  readonly longestStep: number;
  /** By coordinate: how far a first step goes per unit of slope. */
  readonly scale: Float64Array;
  /** Asked after every step that is kept. */
  readonly isDone: () => boolean;
}

const MEMORY = 8;
/** A step is kept if it gains this share of what its slope promised (Armijo). */
const LEAST_SHARE = 1e-4;

/**
 * A low point of a smooth function by L-BFGS (Nocedal 1980): two loops over the last steps give a
 * direction, and a step that does not go down is shortened. Returns the best point evaluated.
 */
export function minimise(
  evaluate: (point: Float64Array) => Evaluated,
  start: Float64Array,
  options: MinimiseOptions,
): Float64Array {
  let point = start;
  let now = evaluate(point);
  const steps: { step: Float64Array; turn: Float64Array; inverse: number }[] = [];
  let evaluations = 1;
  if (options.isDone()) return point;
  while (evaluations < options.evaluations) {
    const direction = directionFrom(now.slope, steps, options.scale);
    let promised = dot(direction, now.slope);
    if (!(promised < 0)) {
      if (steps.length === 0) return point;
      steps.length = 0;
      continue;
    }
    const longest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    let length = Math.min(1, options.longestStep / longest);
    let next: Evaluated | undefined;
    let moved = point;
    while (evaluations < options.evaluations) {
      moved = point.map((at, index) => at + length * (direction[index] ?? 0));
      const there = evaluate(moved);
      evaluations++;
      if (there.value <= now.value + LEAST_SHARE * length * promised) {
        next = there;
        break;
      }
      length *= 0.35;
      promised = dot(direction, now.slope);
    }
    if (!next) return point;
    const step = moved.map((at, index) => at - (point[index] ?? 0));
    const turn = next.slope.map((at, index) => at - (now.slope[index] ?? 0));
    const along = dot(step, turn);
    if (along > 1e-18) {
      steps.push({ step, turn, inverse: 1 / along });
      if (steps.length > MEMORY) steps.shift();
    }
    point = moved;
    now = next;
    if (options.isDone()) return point;
  }
  return point;
}

function directionFrom(
  slope: Float64Array,
  steps: readonly { step: Float64Array; turn: Float64Array; inverse: number }[],
  scale: Float64Array,
): Float64Array {
  const direction = slope.map((part) => -part);
  const shares: number[] = [];
  for (const { step, turn, inverse } of steps.toReversed()) {
    const share = inverse * dot(step, direction);
    shares.push(share);
    add(direction, turn, -share);
  }
  const last = steps.at(-1);
  let stretch = 1;
  if (last) {
    const scaled = last.turn.map((part, index) => part * (scale[index] ?? 1));
    stretch = 1 / last.inverse / dot(last.turn, scaled);
  }
  direction.forEach((part, index) => {
    direction[index] = part * (scale[index] ?? 1) * stretch;
  });
  for (const { step, turn, inverse } of steps) {
    const share = inverse * dot(turn, direction);
    add(direction, step, (shares.pop() ?? 0) - share);
  }
  return direction;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let index = 0; index < to.length; index++) {
    to[index] = (to[index] ?? 0) + times * (what[index] ?? 0);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
