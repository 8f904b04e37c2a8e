import { noteIdOf } from '../../../../kernel/ids.ts';
import type { CardInLane } from '../../lane.ts';
import { isInSection } from '../../waiting.ts';
import { oncePerNote } from './bury.ts';
import { orderNew } from './order.ts';
import { dueRange, newRange } from '../ranges.ts';
import { firstPicked, LaneReader, type Pick } from './read-on.ts';
import type { Gathering, QueueShare } from './gathering.ts';

/** What a random new order draws from: enough to be random, few enough to read at once (QUEUE-5). */
const RANDOM_POOL = 1000;

/** New cards in the order asked for (QUEUE-5), deck after deck (QUEUE-12), `count` at most. */
export async function gatherNew(
  gathering: Gathering,
  count: number,
): Promise<readonly CardInLane[]> {
  const found: CardInLane[] = [];
  const waiting = gathering.shares.filter(({ ownNew }) => ownNew > 0);
  while (waiting.length > 0 && found.length < count) {
    const lists: Promise<readonly CardInLane[]>[] = [];
    for (let expected = found.length; expected < count; ) {
      const share = waiting.shift();
      if (!share) break;
      const wanted = Math.min(count - expected, share.ownNew);
      lists.push(newOfDeck(gathering, share, wanted));
      expected += wanted;
    }
    found.push(...(await Promise.all(lists)).flat());
  }
  return found;
}

async function newOfDeck(
  gathering: Gathering,
  share: QueueShare,
  count: number,
): Promise<readonly CardInLane[]> {
  const { ranges, moment, section } = gathering;
  const { deck, preset } = share;
  const { today } = moment;
  const reader = new LaneReader(ranges, newRange(deck.id));
  const isReady = (card: CardInLane): boolean =>
    card.buriedUntil <= today && isInSection(card, section);
  if (preset.newOrder === 'deck-order') {
    const free = freeNotes(gathering, share, count);
    const pick = free.then(
      (free): Pick =>
        (page) =>
          free(page.filter(isReady)),
    );
    // Siblings are new together: two cards a note is usual.
    return firstPicked(reader, count, pick, 2 * count);
  }
  const pool = await firstPicked(reader, RANDOM_POOL, (page) => page.filter(isReady));
  const free = await freeNotes(gathering, share, count);
  return (await free(orderNew(pool, preset.newOrder, today))).slice(0, count);
}

/** Picks one card a note. A note with a review due comes up as that, and its new cards wait (QUEUE-7). */
async function freeNotes(gathering: Gathering, share: QueueShare, count: number): Promise<Pick> {
  const isFirstOfNote = oncePerNote(gathering.burying, gathering.notesInSteps);
  if (!share.hasNewAndDue || !share.preset.burySiblings) {
    return (cards) => cards.filter(isFirstOfNote);
  }
  const withoutDue = await noteCheck(gathering, share, count);
  return async (cards) => {
    const own = cards.filter(isFirstOfNote);
    const found: CardInLane[] = [];
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
  { ranges, moment }: Gathering,
  { deck, due }: QueueShare,
  count: number,
): Promise<(cards: readonly CardInLane[]) => Promise<readonly CardInLane[]>> {
  const range = dueRange(deck.id, moment.today);
  if (due.cards < KEYS_PER_REQUEST * count) {
    const noteIds = new Set((await ranges.laneIds(range)).map(noteIdOf));
    return async (cards) => cards.filter((card) => !noteIds.has(noteIdOf(card.id)));
  }
  return async (cards) => {
    const theirs = await ranges.cardsOfNotes(new Set(cards.map((card) => noteIdOf(card.id))));
    const isDue = ({ lane, readyAt }: CardInLane) => lane === 'review' && readyAt < range.below;
    const noteIds = new Set(theirs.filter(isDue).map((card) => noteIdOf(card.id)));
    return cards.filter((card) => !noteIds.has(noteIdOf(card.id)));
  };
}
