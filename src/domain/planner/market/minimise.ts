/** The value of a function and its slopes. */
export interface Evaluated {
  readonly value: number;
  readonly slope: Float64Array;
}

export interface MinimiseOptions<Point extends Evaluated> {
  /** How often the function may be evaluated. */
  readonly evaluations: number;
  /** No coordinate moves farther than this in one step. */
  readonly longestStep: number;
  /** By coordinate: how far a first step goes per unit of slope. */
  readonly scale: Float64Array;
  /** Asked at the start and after every step that is kept. */
  readonly isDone: (there: Point) => boolean;
}

const MEMORY = 8;
/** A step is kept if it gains this share of what its slope promised (Armijo). */
const LEAST_SHARE = 1e-4;
/** A step that gains less is cut to this share of itself. */
const SHORTER = 0.35;

interface Step {
  readonly step: Float64Array;
  /** Change of the slope over the step. */
  readonly turn: Float64Array;
  readonly inverse: number;
}

/**
 * A low point of a smooth function by L-BFGS (Nocedal 1980): two loops over the last steps give a
 * direction, and a step that does not go down is shortened. Returns the best evaluation.
 */
export function minimise<Point extends Evaluated>(
  evaluate: (point: Float64Array) => Point,
  start: Float64Array,
  options: MinimiseOptions<Point>,
): Point {
  let point = start;
  let now = evaluate(point);
  const steps: Step[] = [];
  let left = options.evaluations - 1;
  while (left > 0 && !options.isDone(now)) {
    const direction = directionFrom(now.slope, steps, options.scale);
    const promised = dot(direction, now.slope);
    if (!(promised < 0)) {
      if (steps.length === 0) break;
      steps.length = 0;
      continue;
    }
    const longest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    let length = Math.min(1, options.longestStep / longest);
    let moved = stepped(point, direction, length);
    let there = evaluate(moved);
    left--;
    while (left > 0 && !(there.value <= now.value + LEAST_SHARE * length * promised)) {
      length *= SHORTER;
      moved = stepped(point, direction, length);
      there = evaluate(moved);
      left--;
    }
    if (!(there.value < now.value)) break;
    remember(steps, point, moved, now, there);
    point = moved;
    now = there;
  }
  return now;
}

function stepped(point: Float64Array, direction: Float64Array, length: number): Float64Array {
  return point.map((at, index) => at + length * (direction[index] ?? 0));
}

function remember(
  steps: Step[],
  from: Float64Array,
  to: Float64Array,
  before: Evaluated,
  after: Evaluated,
): void {
  const step = to.map((at, index) => at - (from[index] ?? 0));
  const turn = after.slope.map((at, index) => at - (before.slope[index] ?? 0));
  const along = dot(step, turn);
  // Only where the slope rises along the step does it say how far to go.
  if (!(along > 0) || !(dot(turn, turn) > 0)) return;
  steps.push({ step, turn, inverse: 1 / along });
  if (steps.length > MEMORY) steps.shift();
}

function directionFrom(
  slope: Float64Array,
  steps: readonly Step[],
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
