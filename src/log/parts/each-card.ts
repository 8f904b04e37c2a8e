import type { Card } from '../../domain/collection/card.ts';
import type { Change, Effects, Rows } from '../../domain/collection/rows.ts';
import type { CardId } from '../../kernel/ids.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** `change` done to each of the cards that are there; refused where none is. */
export function eachCard(
  cardIds: readonly CardId[],
  rows: Rows,
  change: (card: Card) => Card,
): Result<Effects> {
  const changes: Change[] = [];
  for (const cardId of new Set(cardIds)) {
    const before = rows.cards.get(cardId);
    if (before) changes.push({ table: 'cards', key: cardId, before, after: change(before) });
  }
  if (changes.length === 0) {
    return failed(
      t`The card is no longer there.`,
      t`Nothing was changed.`,
      t`Go back to Today and begin again.`,
    );
  }
  return ok({ changes });
}
