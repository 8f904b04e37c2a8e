import type { Card } from '../../../collection/card.ts';
import { DEFAULT_PRESET, type ReviewOrder, schedulerOptions } from '../../../collection/deck.ts';
import type { DeckId } from '../../../../kernel/ids.ts';
import type { CardInLane } from '../../lane.ts';
import { LimitsLeft } from '../../limits.ts';
import { isInSection } from '../../waiting.ts';
import { oncePerNote } from './bury.ts';
import { inStep, orderReviews } from './order.ts';
import { dueRange } from '../ranges.ts';
import { firstPicked, LaneReader, PageSizes, withSpare } from './read-on.ts';
import type { Gathering, QueueShare } from './gathering.ts';

/** So many times the rows that should do are read of all decks' lane before each deck's own is read. */
const CROWDED = 4;

/**
 * Due reviews, the first `count` at most: decks that share an order (QUEUE-4) in that order together,
 * and decks of other orders in step with them (QUEUE-12), within the limits of all.
 */
export async function gatherReviews(gathering: Gathering, count: number): Promise<readonly Card[]> {
  const { shares, left } = gathering;
  const most = Math.min(count, left.review);
  if (most === 0) return [];
  const orders = [...new Set(shares.map(({ preset }) => preset.reviewOrder))];
  const [only] = orders;
  if (only && orders.length === 1) return inOneOrder(gathering, shares, only, most);
  const groups = orders.map((order) => ({
    order,
    shares: shares.filter(({ preset }) => preset.reviewOrder === order),
  }));
  // Orders may share the limit of a deck above: then some of each are passed over.
  for (let size = most; ; size *= 2) {
    const lists = await Promise.all(
      groups.map(async ({ order, shares }) => {
        const cards = await inOneOrder(gathering, shares, order, size);
        return { cards, isWhole: cards.length < size, ...dayOf(shares) };
      }),
    );
    const limits = new LimitsLeft(shares);
    const found = inStep(lists, ({ deckId }) => {
      const isAllowed = limits.allows(deckId, 'review');
      if (isAllowed) limits.take(deckId, 'review');
      return isAllowed;
    });
    if (found.length >= most || lists.every(({ isWhole }) => isWhole)) return found.slice(0, most);
  }
}

/** Reviews answered today and the day's whole number of them, which stays the same all day. */
function dayOf(shares: readonly QueueShare[]): { readonly done: number; readonly total: number } {
  let [done, total] = [0, 0];
  for (const share of shares) {
    const { reviewsPerDay } = share.preset;
    done += share.done.review;
    total += Math.max(
      share.done.review,
      Math.min(reviewsPerDay, share.done.review + share.waiting.review),
    );
  }
  return { done, total };
}

/** Those of decks that share an order, as if there were no others. */
async function inOneOrder(
  gathering: Gathering,
  shares: readonly QueueShare[],
  order: ReviewOrder,
  count: number,
): Promise<readonly CardInLane[]> {
  // Other orders look at every due card; a section's cards lie scattered along the lane.
  const everyRow = order !== 'due-then-random' || gathering.section !== '';
  if (!everyRow) return firstInLane(gathering, shares, count);
  const { ranges, moment, deckIds, section } = gathering;
  const isAll = deckIds === undefined && shares.length === gathering.shares.length;
  const parts = isAll ? [undefined] : shares.map(({ deck }) => deck.id);
  const rows = await Promise.all(
    parts.map((deckId) =>
      ranges.lane(dueRange(deckId, moment.today), undefined, Number.POSITIVE_INFINITY),
    ),
  );
  const optionsOf = new Map(
    shares.map(({ deck, preset }) => [deck.id, schedulerOptions(preset, moment.settings)]),
  );
  const fallback = schedulerOptions(DEFAULT_PRESET, moment.settings);
  const own = rows
    .flat()
    .filter((card) => optionsOf.has(card.deckId) && isInSection(card, section));
  const inLaneOrder = parts.length > 1 ? own.sort((a, b) => a.readyAt - b.readyAt) : own;
  const ordered = orderReviews(
    inLaneOrder,
    order,
    ({ deckId }) => optionsOf.get(deckId) ?? fallback,
    moment.today,
  );
  return picking(gathering, shares, count)(ordered);
}

/** In lane order. Most often the head of the whole lane; deck by deck where one crowds out others. */
async function firstInLane(
  gathering: Gathering,
  shares: readonly QueueShare[],
  count: number,
): Promise<readonly CardInLane[]> {
  const { ranges, moment, deckIds, burying } = gathering;
  const wanted = Math.min(
    count,
    sum(shares, ({ left }) => left.review),
  );
  const lane = (deckId: DeckId | undefined) =>
    new LaneReader(ranges, dueRange(deckId, moment.today));
  const first = burying.size > 0 ? rowsWithNotes(wanted, shares) : wanted;
  const [only] = shares;
  if (only && shares.length === 1) {
    return firstPicked(lane(only.deck.id), wanted, picking(gathering, shares, wanted), first);
  }
  // Some decks of several are no one range of the lane.
  if (deckIds === undefined && shares.length === gathering.shares.length) {
    const reader = lane(undefined);
    const pick = picking(gathering, shares, wanted);
    const picked: CardInLane[] = [];
    const pages = new PageSizes(first, wanted);
    while (pages.read < CROWDED * withSpare(first)) {
      picked.push(...pick(await reader.next(pages.next(picked.length))));
      if (picked.length >= wanted || reader.isAtEnd) return picked;
    }
  }
  const lists = await Promise.all(
    shares
      .filter(({ left }) => left.review > 0)
      .map(({ deck, left }) => {
        const most = Math.min(wanted, left.review);
        return firstPicked(lane(deck.id), most, picking(gathering, shares, most));
      }),
  );
  const byPlace = lists.flat().sort((a, b) => a.readyAt - b.readyAt);
  return picking(gathering, shares, wanted)(byPlace);
}

/** Takes, page after page, what siblings and limits let through, `count` at most. */
function picking(
  { burying, notesInSteps }: Gathering,
  shares: readonly QueueShare[],
  count: number,
): (page: readonly CardInLane[]) => readonly CardInLane[] {
  const isFirstOfNote = oncePerNote(burying, notesInSteps);
  const limits = new LimitsLeft(shares);
  let taken = 0;
  return (page) =>
    page.filter((card) => {
      if (taken >= count || !limits.allows(card.deckId, 'review') || !isFirstOfNote(card)) {
        return false;
      }
      limits.take(card.deckId, 'review');
      taken++;
      return true;
    });
}

/**
 * How many due cards hold `count` different notes, on average, where the cards of a note fall due
 * independently: of C cards of N notes, C·(1 − (1 − count/N)^(N/C)).
 */
function rowsWithNotes(count: number, shares: readonly QueueShare[]): number {
  const cards = sum(shares, ({ due }) => due.cards);
  const notes = sum(shares, ({ due }) => due.notes);
  if (notes === 0 || count >= notes) return Math.max(count, cards);
  return Math.ceil(cards * (1 - (1 - count / notes) ** (notes / cards)));
}

function sum(shares: readonly QueueShare[], of: (share: QueueShare) => number): number {
  return shares.reduce((sum, share) => sum + of(share), 0);
}
