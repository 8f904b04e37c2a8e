import type { Card } from '../../domain/collection/card.ts';
import type { Review } from '../../domain/collection/review.ts';
import type { TableName } from '../../domain/collection/rows.ts';
import type { Note } from '../../domain/content/note.ts';
import { stockType } from '../../domain/content/stock.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import type { StrangeRow } from './look.ts';

/** Rows that name another row which is not there. */
export function danglingIn(
  tables: Readonly<Record<TableName, ReadonlyMap<string, unknown>>>,
): readonly StrangeRow[] {
  const found: StrangeRow[] = [];
  for (const [key, row] of tables.cards) {
    const { deckId } = row as Card;
    if (!tables.notes.has(noteIdOf(key as Card['id']))) {
      found.push({ table: 'cards', key, why: t`its note is not there` });
    } else if (!tables.decks.has(deckId)) {
      found.push({ table: 'cards', key, why: t`its deck is not there` });
    }
  }
  for (const [key, row] of tables.notes) {
    const { deckId, noteTypeId } = row as Note;
    if (!tables.decks.has(deckId)) {
      found.push({ table: 'notes', key, why: t`its deck is not there` });
    } else if (!tables.noteTypes.has(noteTypeId) && !stockType(noteTypeId)) {
      found.push({ table: 'notes', key, why: t`its note type is not there` });
    }
  }
  return found;
}

/** Answers of one card at one instant: one showing is graded once. */
export function doubledIn(reviews: Iterable<Review>): readonly StrangeRow[] {
  const seen = new Map<string, string>();
  const found: StrangeRow[] = [];
  for (const { operationId, cardId, atMillis } of reviews) {
    const place = `${cardId}\n${atMillis}`;
    const first = seen.get(place);
    if (first === undefined) seen.set(place, operationId);
    else
      found.push({ table: 'reviews', key: operationId, why: t`it is there twice, with ${first}` });
  }
  return found;
}
