import type { Plan, PlanInput } from '../input.ts';
import { oneReviewToday } from '../one-review.ts';
import { rankedForToday } from '../ranked-for-today.ts';

/**
 * The simple plan: each day whatever one more review gives most recall for per second, never looking
 * at the days after (Pavlik & Anderson 2008). A rival that the plan is held against.
 */
export function simplePlan(input: PlanInput): Pick<Plan, 'ranked' | 'today' | 'index' | 'seconds'> {
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
  return { ...rankedForToday(input, index, known.seconds), index, seconds: known.seconds };
}
