import { oneReviewToday } from '../../planner/one-review.ts';
import type { Scene } from '../scene.ts';

/**
 * By row of the scene and place among the card's exams (the first, unless said): by how much predicted
 * recall of that exam rises, all its cards taken together, if the card is studied today rather than
 * never again. One card of so many can raise it by its share at most.
 */
export function examGains(scene: Scene): (row: number, at?: number) => number {
  const { input, examsOf, exams, leeches } = scene;
  const gains: Float64Array[] = [];
  const gainsOf = (at: number): Float64Array => {
    gains[at] ??= oneReviewToday({
      ...input,
      groups: input.groups.map(({ targets }) => ({ targets: targets.slice(at, at + 1) })),
    }).gain;
    return gains[at];
  };
  const totals = exams.map(() => 0);
  const weightOf = (row: number, at: number): number =>
    input.groups[input.cards.group[row] ?? 0]?.targets[at]?.weight ?? 0;
  examsOf.forEach((own, row) => {
    own.forEach((exam, at) => {
      totals[exam] = (totals[exam] ?? 0) + weightOf(row, at);
    });
  });
  // A leech counts as much as a card does on average; there are few.
  const away = exams.map((_, exam) => leeches.filter((each) => each.exams.includes(exam)).length);
  const counts = exams.map((_, exam) => examsOf.filter((own) => own.includes(exam)).length);
  return (row, at = 0) => {
    const exam = examsOf[row]?.[at] ?? 0;
    const count = Math.max(1, counts[exam] ?? 1);
    const total = (totals[exam] ?? 0) * (1 + (away[exam] ?? 0) / count);
    return total > 0 ? ((gainsOf(at)[row] ?? 0) * weightOf(row, at)) / total : 0;
  };
}
