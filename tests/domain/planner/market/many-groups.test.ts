import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { quickSlots } from '../../../../src/domain/planner/market/rough-prices.ts';
import { oneReviewToday } from '../../../../src/domain/planner/one-review.ts';
import { inputOf } from '../inputs.ts';

const MARKET = '../../../../src/domain/planner/market/market.ts';

/** By number of slots: how often the market was tried. Each try looks at all pairs of slots, by group. */
const tries = new Map<number, number>();

let { plan, quickPlan, findPrices, marketOf } =
  {} as typeof import('../../../../src/domain/planner/plan.ts') &
    typeof import('../../../../src/domain/planner/market/prices.ts') &
    typeof import('../../../../src/domain/planner/market/market.ts');

// The files of unit tests share their modules: those that are watched are loaded once more.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(MARKET, async (original) => {
    const market =
      await original<typeof import('../../../../src/domain/planner/market/market.ts')>();
    return {
      ...market,
      demandAt: (...asked: Parameters<typeof market.demandAt>) => {
        const { count } = asked[0].field.slots;
        tries.set(count, (tries.get(count) ?? 0) + 1);
        return market.demandAt(...asked);
      },
    };
  });
  ({ plan, quickPlan } = await import('../../../../src/domain/planner/plan.ts'));
  ({ findPrices } = await import('../../../../src/domain/planner/market/prices.ts'));
  ({ marketOf } = await import('../../../../src/domain/planner/market/market.ts'));
});

afterAll(() => {
  vi.doUnmock(MARKET);
  vi.resetModules();
});

beforeEach(() => tries.clear());

const DAYS = 24;

/** A floor makes loads leap with prices: from nothing, they take long to settle. */
function askedWith(groups: number) {
  return inputOf({
    seed: 3,
    cards: 160,
    days: DAYS,
    minutes: 8,
    unseen: 0.5,
    groups: Array.from({ length: groups }, (_, at) => ({
      targets: [{ day: DAYS - 5 * (at % 3), weight: 1 + at / groups }],
      retentionFloor: 0.95,
    })),
  });
}

/** Pairs of slots looked at with so many slots: tries · groups · slots² / 2. */
function pairs(groups: number, slots: number): number {
  return ((tries.get(slots) ?? 0) * groups * slots ** 2) / 2;
}

test('[PLAN-15] with many groups, prices are sought over few slots, and then settle over all', () => {
  const groups = 8;
  const input = askedWith(groups);
  expect(plan(input).convergence).toBeLessThan(0.05);
  const [few = 0, all = 0] = [...tries.keys()].sort((a, b) => a - b);
  expect(few).toBeLessThanOrEqual(quickSlots(groups));
  expect(all).toBe(DAYS);
  const looked = pairs(groups, few) + pairs(groups, all);
  const settled = tries.get(all) ?? 0;
  tries.clear();
  findPrices(marketOf(input, oneReviewToday(input).recallWithout));
  expect(settled).toBeLessThan((tries.get(DAYS) ?? 0) / 2);
  expect(looked).toBeLessThan(0.75 * pairs(groups, DAYS));
});

test('[PLAN-15] one group is looked at over all days at once', () => {
  plan(askedWith(1));
  expect([...tries.keys()]).toEqual([DAYS]);
});

test('[PLAN-15] the first figure never looks at all days, whatever the number of groups', () => {
  const looked = [1, 8, 16].map((groups) => {
    tries.clear();
    quickPlan(askedWith(groups));
    const [slots = 0] = tries.keys();
    expect([...tries.keys()]).toEqual([slots]);
    expect(slots).toBeLessThanOrEqual(Math.min(16, quickSlots(groups)));
    return pairs(groups, slots);
  });
  expect(Math.max(...looked)).toBeLessThan(100_000);
});
