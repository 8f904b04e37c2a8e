import { type Card, historyIdOf, isActive, isPutAway } from '../../collection/card.ts';
import type { PlannedCard } from '../../exam/day/day-plan.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { NewAndDue } from '../limits.ts';
import type { PlannedSource } from '../source.ts';
import { learningOf } from './steps/learning.ts';
import type { QueueMoment, Queue } from './queue.ts';
import type { Ranges } from './ranges.ts';

/** Cards looked at in one request. */
const PAGE = 32;

/**
 * The queue of a planned session (EXAM-17): learning cards whose time has come, then the plan's cards
 * in their turn, until its time is spent. A card that was answered, buried, suspended or deleted
 * since is passed over.
 */
export async function plannedQueue(
  ranges: Ranges,
  { plan, progress }: PlannedSource,
  moment: QueueMoment,
  limit: number,
): Promise<Queue> {
  const { answered, spentMillis } = progress;
  const millisLeft = (plan.budgetMillis ?? Number.POSITIVE_INFINITY) - spentMillis;
  if (millisLeft <= 0) {
    return { cards: [], left: { new: 0, learning: 0, review: 0 }, nextLearningAtMillis: undefined };
  }
  const { today, endOfDayMillis } = moment;
  const inSteps = (await ranges.inSteps()).filter(
    (card) => card.buriedUntil <= today && card.readyAt < endOfDayMillis,
  );
  const learning = learningOf(inSteps, moment);
  const waiting = new Set(inSteps.map((card) => card.id));
  const pending = plan.cards.filter(({ cardId }) => !answered.has(cardId) && !waiting.has(cardId));
  const planned = new Map(pending.map((each) => [each.cardId, each]));
  const wanted: Card[] = [];
  for (let from = 0; from < pending.length && wanted.length < limit; from += PAGE) {
    const page = pending.slice(from, from + PAGE);
    for (const card of await ranges.cards(page.map(({ cardId }) => cardId))) {
      if (!card || !isActive(card) || answered.has(historyIdOf(card))) continue;
      if (!isPutOff(card, planned.get(card.id), today)) wanted.push(card);
    }
  }
  const main = [...learning.due, ...wanted];
  return {
    cards: main.length > 0 ? main : learning.early,
    left: { ...fitting(pending, millisLeft), learning: learning.left },
    nextLearningAtMillis: learning.nextAtMillis,
  };
}

/** Whether burying keeps a planned card away: an exam's siblings come all the same (EXAM-21). */
export function isPutOff(card: Card, planned: PlannedCard | undefined, today: StudyDay): boolean {
  const isOfExam = planned?.why.kind === 'exam' || planned?.why.kind === 'floor';
  return isOfExam ? isPutAway(card, today) : card.buriedUntil > today;
}

/** How many of the cards still to come have room in the time left: the one that overruns it too. */
function fitting(pending: readonly PlannedCard[], millisLeft: number): NewAndDue {
  const left = { new: 0, review: 0 };
  let millis = 0;
  for (const { seconds, isNew } of pending) {
    if (millis >= millisLeft) break;
    millis += seconds * 1000;
    if (isNew) left.new++;
    else left.review++;
  }
  return left;
}
