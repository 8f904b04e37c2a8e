import type { Card } from '../collection/card.ts';
import type { Mixing } from '../collection/deck.ts';
import type { DeckId } from '../ids.ts';
import { noteIdOf } from '../ids.ts';
import type { StudyDay } from '../scheduling/study-day.ts';

/** What a queue is made from. Cards come in the order of their lane; active ones only. */
export interface QueueInput {
  /** (Re)learning cards, earliest first. */
  readonly learning: readonly Card[];
  /** Reviews due today, in the order of Q4. */
  readonly reviews: readonly Card[];
  /** New cards in the order of Q5. */
  readonly fresh: readonly Card[];
  /** What each deck may still show today, new cards and reviews (Q6). */
  readonly allowance: ReadonlyMap<DeckId, { readonly new: number; readonly review: number }>;
  /** Today's answers so far, new cards and reviews: mixing goes on where it stood. */
  readonly done: { readonly new: number; readonly review: number };
  /** How many are left today, new cards and reviews, beyond what was read too. */
  readonly left: { readonly new: number; readonly review: number };
  readonly mixing: Mixing;
  readonly burySiblings: boolean;
  readonly nowMillis: number;
  readonly learnAheadMinutes: number;
  readonly today: StudyDay;
}

/** The cards to show now, first one first (rules Q1 to Q8). */
export function arrangeQueue(input: QueueInput): Card[] {
  const taken = new Set<string>();
  const waiting = input.learning.filter((card) => {
    if (card.buriedUntil > input.today) return false;
    if (input.burySiblings && taken.has(noteIdOf(card.id))) return false;
    taken.add(noteIdOf(card.id));
    return true;
  });
  const dueLearning = waiting.filter((card) => dueAt(card) <= input.nowMillis);

  const allowance = new Map([...input.allowance].map(([deck, left]) => [deck, { ...left }]));
  const take = (cards: readonly Card[], kind: 'new' | 'review'): Card[] =>
    cards.filter((card) => {
      const left = allowance.get(card.deckId);
      if (!left || left[kind] <= 0 || card.buriedUntil > input.today) return false;
      if (input.burySiblings && taken.has(noteIdOf(card.id))) return false;
      taken.add(noteIdOf(card.id));
      left[kind]--;
      return true;
    });
  const reviews = take(input.reviews, 'review');
  const fresh = take(input.fresh, 'new');

  const main = [...dueLearning, ...mixed(reviews, fresh, input)];
  if (main.length > 0) return main;
  const horizon = input.nowMillis + input.learnAheadMinutes * 60_000;
  return waiting.filter((card) => dueAt(card) <= horizon);
}

/** Q3: new cards keep pace with reviews, so that both run out together; or one after the other. */
function mixed(reviews: readonly Card[], fresh: readonly Card[], input: QueueInput): Card[] {
  if (input.mixing === 'reviews-first') return [...reviews, ...fresh];
  if (input.mixing === 'new-first') return [...fresh, ...reviews];
  const newTotal = input.done.new + Math.max(input.left.new, fresh.length);
  const reviewTotal = input.done.review + Math.max(input.left.review, reviews.length);
  const queue: Card[] = [];
  let atNew = 0;
  let atReview = 0;
  while (atNew < fresh.length || atReview < reviews.length) {
    const newShare = (input.done.new + atNew + 0.5) / newTotal;
    const reviewShare = (input.done.review + atReview + 0.5) / reviewTotal;
    const newIsNext =
      atReview >= reviews.length || (atNew < fresh.length && newShare < reviewShare);
    const card = newIsNext ? fresh[atNew++] : reviews[atReview++];
    if (card) queue.push(card);
  }
  return queue;
}

function dueAt(card: Card): number {
  const { schedule } = card;
  return 'dueAtMillis' in schedule ? schedule.dueAtMillis : 0;
}
