import { type Card, isActive } from '../../collection/card.ts';
import { cramRound } from '../../cram/ledger.ts';
import type { CardId } from '../../../kernel/ids.ts';
import type { CrammedSource } from '../source.ts';
import type { Queue } from './queue.ts';
import type { Ranges } from './ranges.ts';

/**
 * The queue of a round of cramming (CRAM-3): the one card that is next, as the answers so far have it.
 * Cards that are gone or out of study are passed over.
 */
export async function crammedQueue(
  ranges: Ranges,
  { cardIds, answers }: CrammedSource,
): Promise<Queue> {
  const gone = new Set<CardId>();
  for (;;) {
    const { next, recalled, cards } = cramRound(
      cardIds.filter((id) => !gone.has(id)),
      answers,
    );
    const found = next === undefined ? [] : await ranges.cards([next]);
    const shown = found.filter((card): card is Card => card !== undefined && isActive(card));
    if (next === undefined || shown.length > 0) {
      return {
        cards: shown,
        left: { new: 0, learning: 0, review: cards - recalled },
        nextLearningAtMillis: undefined,
        recalled,
      };
    }
    gone.add(next);
  }
}
