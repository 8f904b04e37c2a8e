import type { PlanInput } from './input.ts';
import { memoryModel } from './model/memory-model.ts';
import { soundCard } from './market/starts.ts';

/**
 * The cards to study today, best first by `index`: those below a retention floor, then all whose
 * index is above 0. `today` is how the list begins: until the day's seconds are spent.
 */
export function rankedForToday(
  input: PlanInput,
  index: Float64Array,
  seconds: Float64Array,
): { readonly ranked: Uint32Array; readonly today: Uint32Array } {
  const { cards, isHeldBack, groups } = input;
  const isBelowFloor = belowFloor(input);
  const chosen: number[] = [];
  for (let card = 0; card < index.length; card++) {
    if (isHeldBack?.[card] || !groups[cards.group[card] ?? 0]) continue;
    if (isBelowFloor?.[card] || (index[card] ?? 0) > 0) chosen.push(card);
  }
  const first = (card: number): number => isBelowFloor?.[card] ?? 0;
  const rank = (card: number): number => index[card] ?? 0;
  // Equals keep the order of the cards: new ones come in the order of their deck.
  chosen.sort((a, b) => first(b) - first(a) || rank(b) - rank(a) || a - b);
  const ranked = Uint32Array.from(chosen);
  const budget = input.budgetSeconds[0] ?? 0;
  let spent = 0;
  let length = 0;
  while (length < ranked.length && spent < budget) {
    spent += seconds[ranked[length] ?? 0] ?? 0;
    length++;
  }
  return { ranked, today: ranked.slice(0, length) };
}

function belowFloor({ cards, groups, student }: PlanInput): Uint8Array | undefined {
  if (!groups.some(({ retentionFloor = 0 }) => retentionFloor > 0)) return undefined;
  const model = memoryModel(student.weights);
  return Uint8Array.from(cards.isNew, (isNew, card) => {
    const { retentionFloor = 0 } = groups[cards.group[card] ?? 0] ?? {};
    if (isNew || !(retentionFloor > 0)) return 0;
    const { elapsedDays, stability } = soundCard(cards, card);
    return model.recall(elapsedDays, stability) < retentionFloor ? 1 : 0;
  });
}
