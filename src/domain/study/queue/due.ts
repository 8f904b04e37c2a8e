import type { Card } from '../../collection/card.ts';
import { DEFAULT_PRESET } from '../../collection/deck.ts';
import { added } from '../limits.ts';
import type { DueSource } from '../source.ts';
import { oncePerNote } from './steps/bury.ts';
import { learningOf } from './steps/learning.ts';
import { type Mixture, mixed, newAmong } from './steps/mix.ts';
import { gatherNew } from './steps/new-cards.ts';
import type { QueueMoment, Queue } from './queue.ts';
import type { Ranges } from './ranges.ts';
import { gatherReviews } from './steps/reviews.ts';
import { beginGathering, type Gathering } from './steps/gathering.ts';

/**
 * What is due and new (QUEUE-1 to QUEUE-10, QUEUE-12 to QUEUE-15): limits, then gathering within them, then mixing,
 * with what is in steps before it. `isTree` false: no deck's limits hold for the decks below it.
 */
export async function dueQueue(
  ranges: Ranges,
  source: Omit<DueSource, 'kind'>,
  moment: QueueMoment,
  limit: number,
  isTree = true,
): Promise<Queue> {
  const gathering = await beginGathering(ranges, { ...source, isTree }, moment);
  const { shares, left, inSteps, burying } = gathering;
  const mixture: Mixture = {
    mixing: (shares[0]?.preset ?? DEFAULT_PRESET).mixing,
    done: added(shares.map(({ done }) => done)),
    left,
  };
  const learning = learningOf(inSteps, moment, oncePerNote(burying));
  const main = await gather(gathering, mixture, limit);
  return {
    cards: [...learning.due, ...main, ...(hasNone(learning.due, main) ? learning.early : [])],
    left: { ...left, learning: learning.left },
    nextLearningAtMillis: learning.nextAtMillis,
  };
}

/**
 * `limit` reviews and new cards in the proportion that the queue will have; all of either where
 * the counts promised more than there is.
 */
async function gather(
  gathering: Gathering,
  mixture: Mixture,
  limit: number,
): Promise<readonly Card[]> {
  const read = async (reviewCount: number, newCount: number) => {
    const [reviews, fresh] = await Promise.all([
      gatherReviews(gathering, reviewCount),
      gatherNew(gathering, newCount),
    ]);
    return mixed(reviews, fresh, mixture);
  };
  const { left } = mixture;
  const newWanted = newAmong(limit, mixture);
  const found = await read(limit - newWanted, newWanted);
  const hasMore = newWanted < Math.min(limit, left.new) || limit - newWanted < left.review;
  return found.length < limit && hasMore ? read(limit, limit) : found;
}

function hasNone(...lists: readonly (readonly Card[])[]): boolean {
  return lists.every((list) => list.length === 0);
}
