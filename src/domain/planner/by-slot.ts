import type { Market } from './market/market.ts';

/** Prices by slot from prices by day, which end at the same day though they began earlier. */
export function bySlot(warm: Float64Array, { field, input }: Market): Float64Array {
  const passed = warm.length - input.budgetSeconds.length;
  return Float64Array.from(field.slots.day, (day) => {
    const at = Math.min(Math.max(0, day + passed), warm.length - 1);
    return warm[at] ?? 0;
  });
}

/** A day off has the price of the last day of study before it. */
export function byDay(prices: Float64Array, { field: { slots }, input }: Market): Float64Array {
  const byDay = new Float64Array(input.budgetSeconds.length);
  let last = prices.find((price) => price > 0) ?? 0;
  for (let day = 0; day < byDay.length; day++) {
    const slot = slots.slotOfDay[day] ?? -1;
    if (slot >= 0) last = prices[slot] ?? last;
    byDay[day] = last;
  }
  return byDay;
}

/** Amounts by slot, shared among its days as their budgets are. */
export function spreadShares(
  amounts: Float64Array,
  { field: { slots }, input }: Market,
): Float64Array {
  return input.budgetSeconds.map((seconds, day) => {
    const slot = slots.slotOfDay[day] ?? -1;
    const budget = slots.budgetSeconds[slot] ?? 0;
    return slot >= 0 && budget > 0 ? ((amounts[slot] ?? 0) * seconds) / budget : 0;
  });
}
