import { type Card, isPutAway } from '../collection/card.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';
import type { PlanInput } from '../planner/input.ts';

/** The planner's columns of `cards`, seen from `today`. */
export function columnsOf(
  cards: readonly Card[],
  groupOf: readonly number[],
  today: StudyDay,
): Pick<PlanInput, 'cards' | 'isHeldBack'> {
  const size = cards.length;
  const stability = new Float64Array(size);
  const difficulty = new Float64Array(size);
  const elapsed = new Float64Array(size);
  const isNew = new Uint8Array(size);
  const isHeldBack = new Uint8Array(size);
  cards.forEach((card, row) => {
    const { schedule } = card;
    if (schedule.state === 'new') {
      isNew[row] = 1;
    } else {
      stability[row] = schedule.memory.stability;
      difficulty[row] = schedule.memory.difficulty;
      elapsed[row] = elapsedDays(schedule.lastReview.studyDay, today);
    }
    // Cards in steps come by themselves when their time has come; one answered today has had its turn.
    const isInSteps = schedule.state === 'learning' || schedule.state === 'relearning';
    const isDone = schedule.state === 'review' && schedule.lastReview.studyDay === today;
    isHeldBack[row] = isInSteps || isDone || isPutAway(card, today) ? 1 : 0;
  });
  const group = Uint16Array.from(groupOf);
  return { cards: { stability, difficulty, elapsedDays: elapsed, isNew, group }, isHeldBack };
}
