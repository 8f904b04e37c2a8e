import type { StudyDay } from '../../../kernel/study-day.ts';
import { hasEasyDays, type WeekdayOptions } from '../../balance/easy-days.ts';
import type { StudentModel } from '../../planner/input.ts';
import { nextDay, type ToldCards } from '../columns/card-columns.ts';
import type { Scoped } from '../columns/scoped.ts';
import { type ComingReviews, type FirstReview, ReviewFlow } from './flow.ts';
import { DAYS_AHEAD, isNew } from './new-cards.ts';

/** Flows of the cards that were learned, and of one new card, as the new ones left are mixed. */
export function flowsOf(
  { inColumns: cards, to: today, modelOf }: Scoped,
  student: StudentModel,
  newLeft: number,
): { readonly existing: ComingReviews; readonly ofNewCard: ComingReviews } {
  const groups = new Map<
    string,
    { options: WeekdayOptions; reviews: FirstReview[]; fresh: number; cards: number }
  >();
  const ofOption = cards.options.map((options) => {
    const key = keyOf(options);
    const group = groups.get(key) ?? { options, reviews: [], fresh: 0, cards: 0 };
    groups.set(key, group);
    return group;
  });
  let active = 0;
  for (let at = 0; at < cards.length; at++) {
    const group = ofOption[cards.option[at] ?? 0];
    if (!group || cards.isActive[at] !== 1) continue;
    group.cards++;
    active++;
    if (isNew(cards, at)) group.fresh++;
    const first = firstReview(cards, at, today);
    if (first && first.inDays < DAYS_AHEAD) group.reviews.push(first);
  }
  const existing = emptyFlow();
  const ofNewCard = emptyFlow();
  for (const { options, reviews, fresh, cards: ofGroup } of groups.values()) {
    const span = { today, days: DAYS_AHEAD };
    const flow = new ReviewFlow(span, options, modelOf(options.weights), student);
    addFlow(existing, flow.ofReviews(reviews), 1);
    const share = newLeft > 0 ? fresh / newLeft : ofGroup / Math.max(1, active);
    if (share > 0) addFlow(ofNewCard, flow.ofNewCard(), share);
  }
  return { existing, ofNewCard };
}

/** When a card is asked for next, and with what memory; undefined: it is new or out of study. */
export function firstReview(
  cards: ToldCards,
  at: number,
  today: StudyDay,
): FirstReview | undefined {
  const on = nextDay(cards, at, today);
  if (on < 0) return undefined;
  return {
    inDays: on - today,
    elapsedDays: Math.max(0, on - (cards.lastDay[at] ?? 0)),
    stability: cards.stability[at] ?? 1,
    difficulty: cards.difficulty[at] ?? 1,
  };
}

/** Options under which cards come back alike. */
function keyOf(options: WeekdayOptions): string {
  const { weights, desiredRetention, maximumIntervalDays } = options;
  const hasSteps = [options.learningStepsMinutes, options.relearningStepsMinutes].map(
    (steps) => steps.length > 0,
  );
  const weekdays = hasEasyDays(options.easyDays) && options.fuzz ? (options.easyDays ?? []) : [];
  return [...weights, desiredRetention, maximumIntervalDays, ...hasSteps, ...weekdays].join(' ');
}

function emptyFlow(): ComingReviews {
  return { reviews: new Float64Array(DAYS_AHEAD), recalled: new Float64Array(DAYS_AHEAD) };
}

function addFlow(sum: ComingReviews, flow: ComingReviews, share: number): void {
  for (let day = 0; day < DAYS_AHEAD; day++) {
    sum.reviews[day] = (sum.reviews[day] ?? 0) + share * (flow.reviews[day] ?? 0);
    sum.recalled[day] = (sum.recalled[day] ?? 0) + share * (flow.recalled[day] ?? 0);
  }
}
