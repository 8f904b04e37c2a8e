import type { Card } from '../../domain/collection/card.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import { orderNew } from '../../domain/study/order.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { cardsOfNotes } from '../reach.ts';
import type { CardRow } from '../schema.ts';
import type { Lanes } from './lanes.ts';
import { firstPicked, onePerNote, type Pick } from './pick.ts';
import { isWithin } from './scope.ts';
import type { DeckShare, Reading } from './shares.ts';

/** What a random new order draws from: enough to be random, few enough to read at once (QUEUE-5). */
const RANDOM_POOL = 1000;

/** New cards in the order asked for (QUEUE-5), deck after deck, `count` at most. */
export async function readNew(
  lanes: Lanes,
  shares: readonly DeckShare[],
  reading: Reading,
  count: number,
): Promise<readonly Card[]> {
  const found: Card[] = [];
  const waiting = shares.filter((share) => share.left.new > 0);
  while (waiting.length > 0 && found.length < count) {
    const lists: Promise<readonly CardRow[]>[] = [];
    for (let expected = found.length; expected < count; ) {
      const share = waiting.shift();
      if (!share) break;
      const wanted = Math.min(count - expected, share.left.new);
      lists.push(newOfDeck(lanes, share, reading, wanted));
      expected += wanted;
    }
    found.push(...(await Promise.all(lists)).flat());
  }
  return found;
}

async function newOfDeck(
  lanes: Lanes,
  share: DeckShare,
  reading: Reading,
  count: number,
): Promise<readonly CardRow[]> {
  const { scope, today } = reading;
  const { deck, preset } = share;
  const lane = (size: number) => lanes.first({ deckId: deck.id, lane: 'new' }, size);
  const ready = (rows: readonly CardRow[]): CardRow[] =>
    rows.filter((card) => card.buriedUntil <= today && isWithin(card, scope));
  if (preset.newOrder === 'deck-order') {
    const free = freeNotes(lanes, share, reading, count);
    const pick = free.then((free) => (rows: readonly CardRow[]) => free(ready(rows)));
    // Siblings are new together: two cards a note is usual.
    return firstPicked(lane, count, pick, 2 * count);
  }
  const pool = orderNew(await firstPicked(lane, RANDOM_POOL, ready), preset.newOrder, today);
  const free = freeNotes(lanes, share, reading, count);
  return firstPicked(async (size) => pool.slice(0, size), count, free);
}

/** Picks one card a note. A note with a review due comes up as that, and its new cards wait (QUEUE-7). */
async function freeNotes(
  lanes: Lanes,
  share: DeckShare,
  reading: Reading,
  count: number,
): Promise<Pick> {
  if (!share.hasNewAndDue || !share.preset.burySiblings) return (rows) => onePerNote(rows, reading);
  const withoutDue = await noteCheck(lanes, share, reading.today, count);
  return async (rows) => {
    const own = onePerNote(rows, reading);
    const found: CardRow[] = [];
    for (let at = 0; at < own.length && found.length < count; at += count) {
      found.push(...(await withoutDue(own.slice(at, at + count))));
    }
    return found;
  };
}

/** A request costs as much time as so many keys of an answer. */
const KEYS_PER_REQUEST = 25;

/**
 * Leaves out cards whose note has a review due: by the keys of all that is due in the deck, or note
 * by note where only a few cards are asked about and much is due.
 */
async function noteCheck(
  lanes: Lanes,
  { deck, due }: DeckShare,
  today: StudyDay,
  count: number,
): Promise<(rows: readonly CardRow[]) => Promise<readonly CardRow[]>> {
  if (due.cards < KEYS_PER_REQUEST * count) {
    const keys = await lanes.ids({ deckId: deck.id, lane: 'review' });
    const noteIds = new Set(keys.map(noteIdOf));
    return async (rows) => rows.filter((card) => !noteIds.has(noteIdOf(card.id)));
  }
  return async (rows) => {
    const siblings = await cardsOfNotes(lanes.db, new Set(rows.map((card) => noteIdOf(card.id))));
    const isDue = ({ lane, readyAt }: CardRow) => lane === 'review' && readyAt < today + 1;
    const noteIds = new Set(siblings.filter(isDue).map((card) => noteIdOf(card.id)));
    return rows.filter((card) => !noteIds.has(noteIdOf(card.id)));
  };
}
