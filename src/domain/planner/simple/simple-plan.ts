import { followDays } from './follow-days.ts';
import type { Plan, PlanInput } from '../input.ts';
import { laterRecallWithout } from '../prospects/later-targets.ts';
import { oneReviewToday } from '../one-review.ts';
import { rankedForToday } from '../ranked-for-today.ts';

/**
 * The plan at once: each day whatever one more review gives most recall for per second, never
 * looking at the days after (Pavlik & Anderson 2008). Weaker than `plan`, many times quicker.
 * Its forecast follows at most 500 cards; its estimate of the bound is the trivial one, 1.
 */
export function simplePlan(input: PlanInput): Plan {
  const known = oneReviewToday(input);
  const { cards, groups } = input;
  const weights = groups.map(({ targets }) =>
    targets.reduce((sum, { weight }) => sum + (weight > 0 ? weight : 0), 0),
  );
  const index = known.gain.map((gain, card) => {
    return (
      ((weights[cards.group[card] ?? 0] ?? 0) * gain) / Math.max(1e-9, known.seconds[card] ?? 1)
    );
  });
  const { ranked, today } = rankedForToday(input, index, known.seconds);
  const seen = followDays(input);
  /** For the first target, the second, …; a card with fewer is as at its first. */
  const lifted = (without: Float64Array, target: number): Float64Array =>
    without.map((recall, card) => {
      const lift = seen.lift[cards.group[card] ?? 0];
      return recall + (1 - recall) * (lift?.[target] ?? lift?.[0] ?? 0);
    });
  const laterWithout = laterRecallWithout(input, known.recallWithout);
  return {
    prices: seen.prices,
    today,
    ranked,
    index,
    gain: known.gain,
    seconds: known.seconds,
    recall: lifted(known.recallWithout, 0),
    recallWithout: known.recallWithout,
    laterRecall: laterWithout.map((recalls, at) => lifted(recalls, at + 1)),
    laterRecallWithout: laterWithout,
    predicted: Math.max(seen.predicted, seen.withoutStudy),
    withoutStudy: seen.withoutStudy,
    loadSeconds: seen.loadSeconds,
    newPerDay: seen.newPerDay,
    introduced: seen.introduced,
    boundEstimate: 1,
    convergence: 0,
  };
}
