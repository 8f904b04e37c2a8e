import { isStudied, type Market } from '../market/market.ts';
import { sampleViewOf } from './group-view.ts';

/**
 * By group: the mean recall of its cards at its first target, its second, …, at `prices` (by slot),
 * as the sample that prices are sought with shows it; none for a group without cards or study. It
 * costs no more with more cards, and between two prices it changes as that of all cards does.
 */
export function sampledRecall(
  market: Market,
  prices: Float64Array,
): readonly (readonly number[])[] {
  const { worth, sample, reach } = market;
  return worth.map((own, group) => {
    const begin = sample.begin[group] ?? 0;
    const end = sample.begin[group + 1] ?? 0;
    const within = reach[group];
    if (begin === end || !isStudied(own) || !within) return [];
    const view = sampleViewOf(market, own, within, prices);
    const sums = own.targets.map(() => 0);
    let cards = 0;
    for (let at = begin; at < end; at++) {
      const { first, later } = view.look(at);
      const share = sample.standsFor[at] ?? 0;
      cards += share;
      sums.forEach((sum, target) => {
        const recall = target === 0 ? first : (later[target - 1] ?? first);
        sums[target] = sum + share * recall;
      });
    }
    return sums.map((sum) => sum / cards);
  });
}
