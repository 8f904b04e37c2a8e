import { describe, expect, test } from 'vitest';
import { type Evaluated, minimise } from '../../../../src/domain/planner/market/minimise.ts';

interface Point extends Evaluated {
  readonly at: Float64Array;
}
interface Asked {
  readonly evaluations?: number;
  readonly longestStep?: number;
  readonly nearEnough?: number;
}

/** A bowl, long in one direction, with its lowest point at (3, −2). */
const bowl = (at: Float64Array): Point => {
  const [x = 0, y = 0] = [(at[0] ?? 0) - 3, (at[1] ?? 0) + 2];
  return { value: x * x + 10 * y * y, slope: Float64Array.of(2 * x, 20 * y), at };
};

function run(of: (at: Float64Array) => Point, asked: Asked = {}, from = [0, 0]) {
  const seen: Float64Array[] = [];
  const found = minimise(
    (at) => {
      seen.push(at);
      return of(at);
    },
    Float64Array.from(from),
    {
      evaluations: asked.evaluations ?? 200,
      longestStep: asked.longestStep ?? 10,
      scale: Float64Array.of(1, 1),
      isDone: ({ slope }) => Math.hypot(...slope) < (asked.nearEnough ?? 1e-6),
    },
  );
  return { found, seen };
}

describe('the lowest point', () => {
  test('[PLAN-4] is found to where the slope is near enough nothing, in few evaluations', () => {
    const { found, seen } = run(bowl);
    expect(found.at[0]).toBeCloseTo(3, 5);
    expect(found.at[1]).toBeCloseTo(-2, 5);
    expect(seen.length).toBeLessThan(40);
  });

  test('[PLAN-4] along a bent valley needs what is remembered of the steps before', () => {
    const valley = (at: Float64Array): Point => {
      const [x = 0, y = 0] = at;
      const off = y - x * x;
      return {
        value: (1 - x) ** 2 + 100 * off * off,
        slope: Float64Array.of(-2 * (1 - x) - 400 * x * off, 200 * off),
        at,
      };
    };
    const { found, seen } = run(valley, {}, [-1.2, 1]);
    expect(found.at[0]).toBeCloseTo(1, 4);
    expect(found.at[1]).toBeCloseTo(1, 4);
    expect(seen.length).toBeLessThan(120);
  });

  test('[PLAN-4] is where it begins, where it is done at once', () => {
    const { found, seen } = run(bowl, {}, [3, -2]);
    expect([found.value, seen.length]).toEqual([0, 1]);
  });
});

test('[PLAN-4] it evaluates as often as it may and no more, and gives the best of them', () => {
  for (const evaluations of [1, 2, 3, 5, 8]) {
    const { found, seen } = run(bowl, { evaluations, nearEnough: 0 });
    expect(seen.length).toBeLessThanOrEqual(evaluations);
    expect(found.value).toBe(Math.min(...seen.map((at) => bowl(at).value)));
  }
  // Wherever it steps it goes up: the steps are shortened until all evaluations are used up.
  const start = { value: 0, slope: Float64Array.of(1, 0), at: Float64Array.of(0, 0) };
  const wrong = (at: Float64Array): Point => (at[0] === 0 ? start : { ...start, value: 1, at });
  const { found, seen } = run(wrong, { evaluations: 12 });
  expect([found.value, seen.length]).toEqual([0, 12]);
});

test('[PLAN-4] no step is longer than the longest in any coordinate', () => {
  const { seen } = run(bowl, { longestStep: 0.25 });
  let from = seen[0] ?? new Float64Array(2);
  for (const at of seen.slice(1)) {
    expect(Math.max(...at.map((part, index) => Math.abs(part - (from[index] ?? 0))))).toBeLessThan(
      0.2500001,
    );
    if (bowl(at).value < bowl(from).value) from = at;
  }
  expect(seen.length).toBeGreaterThan(8);
});
