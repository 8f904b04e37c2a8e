import type { Card } from '../collection/card.ts';
import { type CardId, slotOf } from '../../kernel/ids.ts';
import type { SchedulerOptions } from '../memory/schedule.ts';
import { forgettingCurve } from '../memory/scheduler.ts';
import { siblingsApart } from '../study/queue/siblings-apart.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';

/**
 * The order in which cards are crammed (CRAM-2): the least likely to be recalled first, new ones after
 * those seen, in the order of their decks; the cards of a note apart.
 */
export function cramOrder(
  cards: readonly Card[],
  optionsOf: (card: Card) => SchedulerOptions,
  today: StudyDay,
): CardId[] {
  const isNew = (card: Card): boolean => card.schedule.state === 'new';
  const seen = cards
    .filter((card) => !isNew(card))
    .map((card) => ({ card, recall: recallOf(card, optionsOf(card), today) }))
    .sort((a, b) => a.recall - b.recall || byPlace(a.card, b.card))
    .map(({ card }) => card);
  return siblingsApart([...seen, ...cards.filter(isNew).sort(byPlace)]).map(({ id }) => id);
}

/**
 * Predicted recall, 0 to 1. A card in steps was met or forgotten a moment ago, of which FSRS knows
 * no more than a constant: it counts as a day older.
 */
function recallOf({ schedule }: Card, options: SchedulerOptions, today: StudyDay): number {
  if (schedule.state === 'new') return 0;
  const days = elapsedDays(schedule.lastReview.studyDay, today);
  const isInSteps = schedule.state !== 'review';
  return forgettingCurve(options, schedule.memory, isInSteps ? Math.max(1, days) : days);
}

function byPlace(a: Card, b: Card): number {
  if (a.deckId !== b.deckId) return a.deckId < b.deckId ? -1 : 1;
  return a.position - b.position || slotOf(a.id) - slotOf(b.id) || (a.id < b.id ? -1 : 1);
}
