import type { Card } from '../../domain/collection/card.ts';
import { DEFAULT_PRESET, type Preset } from '../../domain/collection/deck.ts';
import type { Rows } from '../../domain/collection/rows.ts';
import { GRADES, type Grade } from '../../domain/memory/schedule.ts';
import type { CardId } from '../../kernel/ids.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';

/** The grades as people know them, from 1. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  1: 'Again',
  2: 'Hard',
  3: 'Good',
  4: 'Easy',
};

interface Graded {
  readonly cardId: CardId;
  readonly grade: Grade;
  readonly durationMillis: number;
}

/** The card that was graded; refused where it is gone or the grade is none. */
export function gradedCard(body: Graded, rows: Rows): Result<Card> {
  if (!GRADES.includes(body.grade) || Number.isNaN(body.durationMillis)) {
    return failed(
      'That is not a grade from 1 to 4 with a time.',
      'Nothing was changed.',
      'Grade the card again.',
    );
  }
  const card = rows.cards.get(body.cardId);
  if (card) return ok(card);
  return failed(
    'The card is no longer there.',
    'Everything answered before is kept; this answer was not taken.',
    'Go on with the next card.',
  );
}

export function presetOf(card: Card, rows: Rows): Preset {
  const deck = rows.decks.get(card.deckId);
  return rows.presets.get(deck?.presetId ?? DEFAULT_PRESET.id) ?? DEFAULT_PRESET;
}
