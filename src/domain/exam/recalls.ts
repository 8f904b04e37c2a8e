import type { Card } from '../collection/card.ts';
import type { Plan } from '../planner/plan.ts';
import { type RecallRange, recallRange } from './recall-range.ts';
import type { Scene } from './scene.ts';

/** A card's predicted recall on the day of one exam, with the plan and without any study. */
export interface Recall {
  readonly card: Card;
  /** Its row in the scene. */
  readonly row: number;
  readonly with: number;
  readonly without: number;
}
/** How much a card counts. */
export type WeightOf = (card: Card) => number;

/** The cards of the scene's exam number `exam`. */
export function recallsIn(found: Plan, scene: Scene, exam: number): readonly Recall[] {
  return scene.cards.flatMap((card, row) => {
    const at = scene.examsOf[row]?.indexOf(exam) ?? -1;
    if (at === -1) return [];
    // The planner's first columns are of a card's first exam; its later ones have their own.
    const recalls = at > 0 ? found.laterRecall[at - 1] : found.recall;
    const without = at > 0 ? found.laterRecallWithout[at - 1] : found.recallWithout;
    return { card, row, with: recalls?.[row] ?? 0, without: without?.[row] ?? 0 };
  });
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
