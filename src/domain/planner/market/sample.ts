import type { PlannedCards } from '../input.ts';

/** Some cards that stand for all: which, and for how many each. Those of a group lie together. */
export interface Sample {
  readonly card: Uint32Array;
  readonly standsFor: Float64Array;
  /** By group, and one more: where its cards begin. */
  readonly begin: Uint32Array;
}

/**
 * About `size` of the cards. New cards of a group are alike, one stands for all. Seen ones are put
 * in order of `recallWithout` and every so-manieth is taken, so that weak and strong memories are
 * there in their shares. Not random: the same cards give the same sample.
 */
export function sampleOf(
  cards: PlannedCards,
  groups: number,
  recallWithout: Float64Array,
  size: number,
  isHeldBack?: Uint8Array,
): Sample {
  const seen: number[][] = Array.from({ length: groups }, () => []);
  const news: number[][] = Array.from({ length: groups }, () => []);
  for (let card = 0; card < cards.isNew.length; card++) {
    // A new card held back today is unlike those that may come.
    (cards.isNew[card] && !isHeldBack?.[card] ? news : seen)[cards.group[card] ?? 0]?.push(card);
  }
  const step = Math.max(1, seen.reduce((sum, { length }) => sum + length, 0) / size);
  const card: number[] = [];
  const standsFor: number[] = [];
  const begin = [0];
  for (let group = 0; group < groups; group++) {
    const unseen = news[group] ?? [];
    if (unseen[0] !== undefined) {
      card.push(unseen[0]);
      standsFor.push(unseen.length);
    }
    const ordered = inOrder(seen[group] ?? [], recallWithout);
    const taken = Math.ceil(ordered.length / step);
    for (let at = 0; at < taken; at++) {
      card.push(ordered[Math.floor(((at + 0.5) * ordered.length) / taken)] ?? 0);
      standsFor.push(ordered.length / taken);
    }
    begin.push(card.length);
  }
  return {
    card: Uint32Array.from(card),
    standsFor: Float64Array.from(standsFor),
    begin: Uint32Array.from(begin),
  };
}

/** Sorted by `key` (0 to 1), equals by number: both in one float, since sorting floats is quick. */
function inOrder(cards: readonly number[], key: Float64Array): Uint32Array {
  const keys = new Float64Array(cards.length);
  for (let at = 0; at < cards.length; at++) {
    const card = cards[at] ?? 0;
    keys[at] = Math.floor((key[card] ?? 0) * 2 ** 20) * 2 ** 26 + card;
  }
  return Uint32Array.from(keys.sort(), (sorted) => sorted % 2 ** 26);
}
