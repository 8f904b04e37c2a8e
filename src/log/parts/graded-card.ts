import type { Card } from '../../domain/collection/card.ts';
import { kindOf, type Review } from '../../domain/collection/review.ts';
import type { Preset } from '../../domain/collection/deck.ts';
import { presetOf } from '../../domain/collection/presets.ts';
import type { Rows } from '../../domain/collection/rows.ts';
import { GRADES, type Grade, type Schedule } from '../../domain/memory/schedule.ts';
import type { CardId } from '../../kernel/ids.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';

/** The grades as people know them, from 1. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  1: t`Again`,
  2: t`Hard`,
  3: t`Good`,
  4: t`Easy`,
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
      t`That is not a grade from 1 to 4 with a time.`,
      t`Nothing was changed.`,
      t`Grade the card again.`,
    );
  }
  const card = rows.cards.get(body.cardId);
  if (card) return ok(card);
  return failed(
    t`The card is no longer there.`,
    t`Everything answered before is kept; this answer was not taken.`,
    t`Go on with the next card.`,
  );
}

/** The study options that hold for `card`. */
export function presetOfCard(card: Card, rows: Rows): Preset {
  const deck = rows.decks.get(card.deckId);
  // What presetOf finds by looking, found by its key: this is asked for every answer of a replay.
  return (deck && rows.presets.get(deck.presetId)) ?? presetOf(deck, rows.presets.values());
}

/** What a review tells of an answer on `studyDay` that led from `before` to `after`. */
export function ledTo(
  before: Schedule,
  after: Schedule,
  studyDay: StudyDay,
): Pick<Review, 'kind' | 'elapsedDays' | 'intervalDays' | 'memory'> {
  if (after.state === 'new') throw new Error('an answered card is never new');
  return {
    kind: kindOf(before),
    elapsedDays: before.state === 'new' ? 0 : elapsedDays(before.lastReview.studyDay, studyDay),
    intervalDays: after.state === 'review' ? after.intervalDays : 0,
    memory: after.memory,
  };
}
