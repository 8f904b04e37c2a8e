import type { Market } from '../market/market.ts';
import { finalRecallOfStart } from './final-recall.ts';
import { bestOf, chooseStart, weighStart } from '../market/start-choice.ts';
import { solveValues } from '../market/values.ts';
import type { Worth } from '../model/worth.ts';

/**
 * Over the sample of one group: the sum of values at their true maximum, which together with
 * Σ price · budget no plan can pass (weak duality), and what the plan gives. `outlook` and
 * market.values: of the group at `prices`; the values are no longer there afterwards.
 */
export function boundOf(
  market: Market,
  group: number,
  own: Worth,
  prices: Float64Array,
  outlook: Float64Array,
): { readonly bound: number; readonly sampled: number } {
  const { field, sample, starts, values } = market;
  const { count } = field.slots;
  const begin = sample.begin[group] ?? 0;
  const end = sample.begin[group + 1] ?? 0;
  const net = new Float64Array(count + 1);
  let sampled = 0;
  for (let at = begin; at < end; at++) {
    weighStart(starts, at, own, field, prices, values.value, net);
    chooseStart(starts, net, field, own);
    sampled +=
      (starts.standsFor[at] ?? 0) * finalRecallOfStart(starts, at, own, net, outlook, count);
  }
  const reach = market.reach[group];
  if (reach) solveValues(field, own, prices, values, reach, false);
  let bound = 0;
  for (let at = begin; at < end; at++) {
    weighStart(starts, at, own, field, prices, values.value, net);
    bound += (starts.standsFor[at] ?? 0) * bestOf(starts.looked, net, own, count);
  }
  return { bound, sampled };
}
