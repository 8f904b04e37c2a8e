import type { Card } from '../../collection/card.ts';
import type { PlanForecast } from '../../planner/plan.ts';
import { type RecallRange, recallRange } from './recall-range.ts';
import type { Scene } from '../scene.ts';
import { forgettingCurve } from '../../memory/scheduler.ts';
import { elapsedDays } from '../../../kernel/study-day.ts';

/** A card's predicted recall on the day of one exam, with the plan and without any study. */
export interface Recall {
  readonly card: Card;
  /** Its row in the scene; −1: a leech, out of study. */
  readonly row: number;
  readonly with: number;
  readonly without: number;
}
/** How much a card counts. */
export type WeightOf = (card: Card) => number;

/** The cards of the scene's exam number `exam`. */
export function recallsIn(found: PlanForecast, scene: Scene, exam: number): readonly Recall[] {
  const factors = inDeckOrder(found, scene);
  const planned = scene.cards.flatMap((card, row) => {
    const at = scene.examsOf[row]?.indexOf(exam) ?? -1;
    if (at === -1) return [];
    // The planner's first columns are of a card's first exam; its later ones have their own.
    const recalls = at > 0 ? found.laterRecall[at - 1] : found.recall;
    const without = at > 0 ? found.laterRecallWithout[at - 1] : found.recallWithout;
    const recall = (recalls?.[row] ?? 0) * (factors[row] ?? 1);
    return { card, row, with: Math.min(1, recall), without: without?.[row] ?? 0 };
  });
  return [...planned, ...leechesIn(scene, exam)];
}

/** Out of study: they are recalled as well as they are without any. */
function leechesIn({ leeches, exams, input, today }: Scene, exam: number): Recall[] {
  const day = exams[exam]?.daysLeft ?? 0;
  return leeches.flatMap(({ card, exams: own }) => {
    const { schedule } = card;
    if (!own.includes(exam) || schedule.state === 'new') return [];
    const days = elapsedDays(schedule.lastReview.studyDay, today) + day;
    const recall = forgettingCurve(input.student, schedule.memory, days);
    return { card, row: -1, with: recall, without: recall };
  });
}

/**
 * The planner tells new cards of a group apart in nothing: where half of them are shown, each is
 * half known. Those shown are the first of the deck, though, and the last are not known at all.
 * This says so, as a factor for each row's recall; the mean of a group stays as it was.
 */
function inDeckOrder(found: PlanForecast, scene: Scene): Float64Array {
  const { group, isNew } = scene.input.cards;
  const factors = new Float64Array(scene.cards.length).fill(1);
  const rows = new Map<number, number[]>();
  for (let row = 0; row < factors.length; row++) {
    if (!isNew[row]) continue;
    const own = rows.get(group[row] ?? 0);
    if (own) own.push(row);
    else rows.set(group[row] ?? 0, [row]);
  }
  for (const [own, fresh] of rows) {
    const share = found.introduced[own] ?? 1;
    if (share <= 0 || share >= 1) continue;
    const shown = fresh.length * share;
    fresh.forEach((row, place) => {
      factors[row] = Math.max(0, Math.min(1, shown - place)) / share;
    });
  }
  return factors;
}

export function withoutStudyOf(recalls: readonly Recall[], weight: WeightOf): number {
  return meanOf(recalls, weight, (recall) => recall.without);
}

export function rangeOf(recalls: readonly Recall[], weight: WeightOf): RecallRange {
  let variance = 0;
  let total = 0;
  for (const recall of recalls) {
    variance += weight(recall.card) ** 2 * recall.with * (1 - recall.with);
    total += weight(recall.card);
  }
  const expected = meanOf(recalls, weight, (recall) => recall.with);
  return recallRange(expected, variance, total);
}

function meanOf(
  recalls: readonly Recall[],
  weight: WeightOf,
  value: (recall: Recall) => number,
): number {
  let sum = 0;
  let total = 0;
  for (const recall of recalls) {
    sum += weight(recall.card) * value(recall);
    total += weight(recall.card);
  }
  return total > 0 ? sum / total : 0;
}
