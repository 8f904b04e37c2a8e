import type { Card } from '../collection/card.ts';
import type { Mixing } from '../collection/deck.ts';
import type { DeckId } from '../../kernel/ids.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';

/** What a queue is made from. Cards come in the order of their lane; active ones only. */
export interface QueueInput {
  /** (Re)learning cards, earliest first. */
  readonly learning: readonly Card[];
  /** Reviews due today, in the order of QUEUE-4 and QUEUE-12. */
  readonly reviews: readonly Card[];
  /** New cards in the order of QUEUE-5. */
  readonly fresh: readonly Card[];
  /** What each deck may still show today, new cards and reviews (QUEUE-6). */
  readonly allowance: ReadonlyMap<DeckId, { readonly new: number; readonly review: number }>;
  /** Today's answers so far, new cards and reviews: mixing goes on where it stood. */
  readonly done: { readonly new: number; readonly review: number };
  /** How many are left today, new cards and reviews, beyond what was read too. */
  readonly left: { readonly new: number; readonly review: number };
  readonly mixing: Mixing;
  /** Decks with sibling burying (QUEUE-7, QUEUE-12): all cards of a note are in one deck. */
  readonly burying: ReadonlySet<DeckId>;
  readonly nowMillis: number;
  readonly learnAheadMinutes: number;
  readonly today: StudyDay;
}

/** The cards to show now, first one first (rules QUEUE-1 to QUEUE-8). */
export function arrangeQueue(input: QueueInput): Card[] {
  const taken = new Set<string>();
  const isBehindSibling = (card: Card): boolean =>
    input.burying.has(card.deckId) && taken.has(noteIdOf(card.id));
  const waiting = input.learning.filter((card) => {
    if (card.buriedUntil > input.today) return false;
    if (isBehindSibling(card)) return false;
    taken.add(noteIdOf(card.id));
    return true;
  });
  const dueLearning = waiting.filter((card) => dueAt(card) <= input.nowMillis);

  const allowance = new Map([...input.allowance].map(([deck, left]) => [deck, { ...left }]));
  const take = (cards: readonly Card[], kind: 'new' | 'review'): Card[] =>
    cards.filter((card) => {
      const left = allowance.get(card.deckId);
      if (!left || left[kind] <= 0 || card.buriedUntil > input.today) return false;
      if (isBehindSibling(card)) return false;
      taken.add(noteIdOf(card.id));
      left[kind]--;
      return true;
    });
  const reviews = take(input.reviews, 'review');
  const fresh = take(input.fresh, 'new');

  const main = [...dueLearning, ...mixed(reviews, fresh, input)];
  if (main.length > 0) return main;
  const horizon = input.nowMillis + input.learnAheadMinutes * MILLIS_PER_MINUTE;
  return waiting.filter((card) => dueAt(card) <= horizon);
}

/** How many of the first `count` are new cards, where as many are there as are counted (QUEUE-3). */
export function newAmong(
  count: number,
  { mixing, done, left }: Pick<QueueInput, 'mixing' | 'done' | 'left'>,
): number {
  if (mixing === 'new-first') return Math.min(count, left.new);
  if (mixing === 'reviews-first') return Math.min(left.new, Math.max(0, count - left.review));
  const isNewNext = pacing(done, left);
  let atNew = 0;
  let atReview = 0;
  while (atNew + atReview < Math.min(count, left.new + left.review)) {
    if (isNewNext(atNew, atReview)) atNew++;
    else atReview++;
  }
  return atNew;
}

/** QUEUE-3: new cards keep pace with reviews, so that both run out together; or one after the other. */
function mixed(reviews: readonly Card[], fresh: readonly Card[], input: QueueInput): Card[] {
  if (input.mixing === 'reviews-first') return [...reviews, ...fresh];
  if (input.mixing === 'new-first') return [...fresh, ...reviews];
  const isNewNext = pacing(input.done, {
    new: Math.max(input.left.new, fresh.length),
    review: Math.max(input.left.review, reviews.length),
  });
  const queue: Card[] = [];
  let atNew = 0;
  let atReview = 0;
  while (atNew < fresh.length || atReview < reviews.length) {
    const newIsNext =
      atReview >= reviews.length || (atNew < fresh.length && isNewNext(atNew, atReview));
    const card = newIsNext ? fresh[atNew++] : reviews[atReview++];
    if (card) queue.push(card);
  }
  return queue;
}

/** Whether a new card is next, after so many new cards and reviews of the queue. */
function pacing(
  done: QueueInput['done'],
  left: QueueInput['left'],
): (atNew: number, atReview: number) => boolean {
  const newTotal = done.new + left.new;
  const reviewTotal = done.review + left.review;
  return (atNew, atReview) => {
    if (atReview >= left.review) return true;
    if (atNew >= left.new) return false;
    return (done.new + atNew + 0.5) / newTotal < (done.review + atReview + 0.5) / reviewTotal;
  };
}

function dueAt(card: Card): number {
  const { schedule } = card;
  return 'dueAtMillis' in schedule ? schedule.dueAtMillis : 0;
}
