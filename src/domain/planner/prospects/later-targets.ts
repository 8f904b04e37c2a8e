import type { PlanInput } from '../input.ts';
import { memoryModel } from '../model/memory-model.ts';
import { soundCard } from '../market/starts.ts';

/** How many targets a card has after its first, at most. */
export function laterTargets({ groups }: PlanInput): number {
  return groups.reduce((most, { targets }) => Math.max(most, targets.length - 1), 0);
}

/**
 * Recall at the second target, the third, …, without any study, each by card; where a card has no
 * such target, `first`: recall at its first.
 */
export function laterRecallWithout(input: PlanInput, first: Float64Array): Float64Array[] {
  const { cards, groups, student } = input;
  const model = memoryModel(student.weights);
  return Array.from({ length: laterTargets(input) }, (_, at) =>
    first.map((recall, card) => {
      const target = groups[cards.group[card] ?? 0]?.targets[at + 1];
      if (!target || cards.isNew[card]) return recall;
      const { stability, elapsedDays } = soundCard(cards, card);
      return model.recall(Math.max(1, target.day) + elapsedDays, stability);
    }),
  );
}
