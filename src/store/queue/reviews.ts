import type { Card } from '../../domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  type ReviewOrder,
  schedulerOptions,
} from '../../domain/collection/deck.ts';
import type { DeckId } from '../../kernel/ids.ts';
import { inStep, orderReviews } from '../../domain/study/order.ts';
import type { SchedulerOptions } from '../../domain/memory/schedule.ts';
import type { CardRow } from '../schema.ts';
import type { Lanes } from './lanes.ts';
import { firstPicked, onePerNote, withSpare } from './pick.ts';
import { isWithin } from './scope.ts';
import { buryingDecks, type DeckShare, type Reading } from './shares.ts';

/**
 * Due reviews, the first `count` or more: decks that share an order (QUEUE-4) in that order together, and
 * decks of other orders in step with them (QUEUE-12).
 */
export async function readReviews(
  lanes: Lanes,
  shares: readonly DeckShare[],
  reading: Reading,
  count: number,
): Promise<readonly Card[]> {
  const orders = [...new Set(shares.map(({ preset }) => preset.reviewOrder))];
  const [only] = orders;
  if (only && orders.length === 1) return reviewsInOrder(lanes, shares, reading, count, only);
  const lists = await Promise.all(
    orders.map(async (order) => {
      const group = shares.filter(({ preset }) => preset.reviewOrder === order);
      const deckIds = new Set(group.map(({ deck }) => deck.id));
      const part = { ...reading, scope: { ...reading.scope, deckIds } };
      return {
        cards: await reviewsInOrder(lanes, group, part, count, order),
        left: total(group, 'review'),
        done: group.reduce((sum, { done }) => sum + done.byKind.review.answers, 0),
      };
    }),
  );
  return inStep(lists);
}

/** Those of decks that share an order. */
async function reviewsInOrder(
  lanes: Lanes,
  shares: readonly DeckShare[],
  reading: Reading,
  count: number,
  order: ReviewOrder,
): Promise<readonly Card[]> {
  const { scope, settings, today } = reading;
  // Other orders look at every due card; a section's cards lie scattered along the lane.
  const everyRow = order !== 'due-then-random' || scope.section !== undefined;
  const wanted = Math.min(count, total(shares, 'review'));
  if (wanted === 0) return [];
  if (!everyRow) return firstReviews(lanes, shares, reading, wanted);
  const rows = await lanes.all('review', scope.deckIds);
  const options = new Map<string, SchedulerOptions>(
    shares.map(({ deck, preset }) => [deck.id, schedulerOptions(preset, settings)]),
  );
  const fallback = schedulerOptions(DEFAULT_PRESET, settings);
  const ordered = orderReviews(
    rows.filter((card) => isWithin(card, scope)),
    order,
    (card) => options.get(card.deckId) ?? fallback,
    today,
  );
  return withinAllowance(onePerNote(ordered, reading), shares);
}

/** In lane order. Most often the head of the whole lane; deck by deck where one crowds out others. */
async function firstReviews(
  lanes: Lanes,
  shares: readonly DeckShare[],
  reading: Reading,
  count: number,
): Promise<readonly CardRow[]> {
  const { deckIds } = reading.scope;
  const due = (deckId: DeckId | undefined) => (size: number) =>
    lanes.first({ deckId, lane: 'review' }, size);
  const pick = (rows: readonly CardRow[]) => withinAllowance(onePerNote(rows, reading), shares);
  const first = buryingDecks(shares).size > 0 ? rowsWithNotes(count, shares) : count;
  const [only] = shares;
  if (only && shares.length === 1) return firstPicked(due(only.deck.id), count, pick, first);
  // Some decks of several are no one range of the lane.
  for (const size of deckIds ? [] : [withSpare(first), 4 * withSpare(first)]) {
    const rows = await due(undefined)(size);
    const picked = pick(rows);
    if (picked.length >= count || rows.length < size) return picked;
  }
  const lists = await Promise.all(
    shares
      .filter((share) => share.left.review > 0)
      .map(({ deck, left }) => firstPicked(due(deck.id), Math.min(count, left.review), pick)),
  );
  return lists.flat().sort((a, b) => a.readyAt - b.readyAt);
}

/**
 * How many due cards hold `count` different notes, on average, where the cards of a note fall due
 * independently: of C cards of N notes, C·(1 − (1 − count/N)^(N/C)).
 */
function rowsWithNotes(count: number, shares: readonly DeckShare[]): number {
  const cards = shares.reduce((sum, { due }) => sum + due.cards, 0);
  const notes = shares.reduce((sum, { due }) => sum + due.notes, 0);
  if (notes === 0 || count >= notes) return Math.max(count, cards);
  return Math.ceil(cards * (1 - (1 - count / notes) ** (notes / cards)));
}

/** Reviews that their decks' limits let through today (QUEUE-6). */
function withinAllowance(rows: readonly CardRow[], shares: readonly DeckShare[]): CardRow[] {
  const left = new Map(shares.map(({ deck, allowance }) => [deck.id, allowance.review]));
  return rows.filter((card) => {
    const more = left.get(card.deckId) ?? 0;
    left.set(card.deckId, more - 1);
    return more > 0;
  });
}

function total(shares: readonly DeckShare[], kind: 'new' | 'review'): number {
  return shares.reduce((sum, { left }) => sum + left[kind], 0);
}
