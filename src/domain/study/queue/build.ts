import { type CardId, type NoteId, noteIdOf } from '../../../kernel/ids.ts';
import type { CrammedSource, Source } from '../source.ts';
import { rangesOver } from './chosen.ts';
import { crammedQueue } from './crammed.ts';
import { dueQueue } from './due.ts';
import { plannedQueue } from './planned.ts';
import type { QueueMoment, Queue } from './queue.ts';
import type { Ranges } from './ranges.ts';

/**
 * The next cards of `source`, at most `limit`, and what is left. The one place where that is
 * decided. Rows read: proportional to `limit`, to decks and to cards in steps, not to cards.
 */
export async function buildQueue(
  source: Source,
  ranges: Ranges,
  moment: QueueMoment,
  limit: number,
  passOver: PassedOver = NO_NOTES,
): Promise<Queue> {
  if (source.kind === 'crammed') return crammedWithout(source, ranges, passOver);
  let seen = -1;
  for (let most = limit; ; most = 2 * most + 1) {
    const queue = await queueOf(source, ranges, moment, most);
    const cards = queue.cards.filter(({ id }) => !passOver.has(noteIdOf(id)));
    const passed = queue.cards.filter(({ id }) => passOver.has(noteIdOf(id)));
    const isMore = queue.cards.length > seen;
    seen = queue.cards.length;
    // Behind as many as were asked for there may be one that is shown.
    if (limit > 0 && cards.length === 0 && passed.length > 0 && isMore) continue;
    const passedOver = passed.map(({ id }) => id);
    return { ...queue, cards: cards.slice(0, limit), ...(passed.length > 0 && { passedOver }) };
  }
}

/** A round asks for one card at a time, so it goes on without them. */
async function crammedWithout(
  source: CrammedSource,
  ranges: Ranges,
  passOver: PassedOver,
): Promise<Queue> {
  const isPassed = (id: CardId): boolean => passOver.has(noteIdOf(id));
  const passedOver = source.cardIds.filter(isPassed);
  const cardIds = source.cardIds.filter((id) => !isPassed(id));
  const queue = await crammedQueue(ranges, { ...source, cardIds });
  return passedOver.length > 0 ? { ...queue, passedOver } : queue;
}

/** Notes whose cards could not be drawn: still due, counted as such, and not asked for. */
export type PassedOver = ReadonlySet<NoteId>;

const NO_NOTES: PassedOver = new Set();

async function queueOf(
  source: Exclude<Source, CrammedSource>,
  ranges: Ranges,
  moment: QueueMoment,
  limit: number,
): Promise<Queue> {
  switch (source.kind) {
    case 'due':
      return dueQueue(ranges, source, moment, limit);
    case 'chosen': {
      const cards = await ranges.cards(source.cardIds);
      return dueQueue(rangesOver(ranges, cards), {}, moment, limit, false);
    }
    case 'planned':
      return plannedQueue(ranges, source, moment, limit);
  }
}
