import { byDay, bySlot, spreadShares } from './by-slot.ts';
import type { Plan, PlanInput } from './input.ts';
import { marketOf } from './market/market.ts';
import { oneReviewToday } from './one-review.ts';
import { findPrices, ROUGH_STAGES } from './market/prices.ts';
import { roughPrices } from './market/rough-prices.ts';
import { prospects } from './prospects/prospects.ts';
import { rankedForToday } from './ranked-for-today.ts';

export type {
  PlanGroup,
  Plan,
  PlanForecast,
  PlanInput,
  PlannedCards,
  StudentModel,
  Target,
} from './input.ts';
export { curveOf, factorFor, minutesCurve, type OnCurve } from './curve.ts';
export { quickPlan } from './quick-plan.ts';
export { simplePlan } from './simple/simple-plan.ts';
export { DEFAULT_STUDENT, studentFrom } from './model/student-model.ts';

/**
 * The plan that makes most of each day's seconds for the exams to come (docs/exam-planning.md).
 * `warm`: prices of an earlier plan, by day up to the same last exam; a re-plan from them takes
 * less time. The same input gives the same plan.
 */
export function plan(input: PlanInput, warm?: Float64Array): Plan {
  const known = oneReviewToday(input);
  const market = marketOf(input, known.recallWithout);
  const rough = warm ? undefined : roughPrices(market, known);
  const found = rough
    ? findPrices(market, rough, undefined, ROUGH_STAGES)
    : findPrices(market, warm && bySlot(warm, market));
  const seen = prospects(market, found.prices, known);
  const { ranked, today } = rankedForToday(input, seen.index, known.seconds);
  return {
    prices: byDay(found.prices, market),
    today,
    ranked,
    index: seen.index,
    gain: known.gain,
    seconds: known.seconds,
    recall: seen.recall,
    recallWithout: known.recallWithout,
    laterRecall: seen.laterRecall,
    laterRecallWithout: seen.laterRecallWithout,
    predicted: seen.predicted,
    withoutStudy: seen.withoutStudy,
    loadSeconds: spreadShares(found.loadSeconds, market),
    newPerDay: spreadShares(seen.newBySlot, market),
    introduced: seen.introduced,
    boundEstimate: seen.boundEstimate,
    convergence: found.convergence,
  };
}
