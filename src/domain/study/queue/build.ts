import type { Source } from '../source.ts';
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
): Promise<Queue> {
  const queue = await queueOf(source, ranges, moment, limit);
  return { ...queue, cards: queue.cards.slice(0, limit) };
}

async function queueOf(
  source: Source,
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
    case 'crammed':
      return crammedQueue(ranges, source);
  }
}
