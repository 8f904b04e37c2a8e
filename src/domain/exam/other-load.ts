import type { Card } from '../collection/card.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { StudentModel } from '../planner/input.ts';
import {
  type MemoryModel,
  memoryModel,
  stabilityAfterPass,
  stabilityWithin,
} from '../planner/model/memory-model.ts';
import { meanReviewSeconds } from '../planner/model/moves.ts';

/** A card that asks for ordinary reviews: always, or from the day of its last exam on. */
export interface OrdinaryFrom {
  readonly card: Card;
  /** Days from today; 0 for a card of no exam. */
  readonly day: number;
}

/**
 * Seconds of ordinary reviews by days from today: each card's on its date, and again on the dates
 * that good answers then lead to. What was for an exam is no more so after it, and takes its share
 * of the days of the exams that follow.
 */
export function ordinarySeconds(
  cards: readonly OrdinaryFrom[],
  today: StudyDay,
  days: number,
  student: StudentModel,
): Float64Array {
  const seconds = new Float64Array(days);
  const model = memoryModel(student.weights);
  for (const { card, day: from } of cards) {
    const next = nextReview(card, today, from, model);
    if (!next) continue;
    let { day, last, stability } = next;
    while (day < days) {
      const recall = model.recall(day - last, stability);
      if (day >= from) seconds[day] = (seconds[day] ?? 0) + meanReviewSeconds(student, recall);
      stability = stabilityAfterPass(model, stability, next.difficulty, recall, 3);
      last = day;
      day += Math.max(1, Math.round(stability));
    }
  }
  return seconds;
}

/**
 * A new card comes by itself only when time is left. One of an exam is taken as reviewed half-way to it:
 * the plan goes by the exam's day and not by the dates, which by then have often passed.
 */
function nextReview(
  { schedule, buriedUntil }: Card,
  today: StudyDay,
  from: number,
  model: MemoryModel,
): { day: number; last: number; stability: number; difficulty: number } | undefined {
  const last = Math.floor(from / 2);
  if (schedule.state === 'new') {
    if (from === 0) return undefined;
    const stability = model.firstStability(3);
    return { day: from, last, stability, difficulty: model.firstDifficulty(3) };
  }
  const { difficulty } = schedule.memory;
  const before = Math.min(0, schedule.lastReview.studyDay - today);
  const stability = stabilityWithin(schedule.memory.stability);
  if (from > 0) {
    const recall = model.recall(last - before, stability);
    const then = stabilityAfterPass(model, stability, difficulty, recall, 3);
    return { day: Math.max(from, last + Math.round(then)), last, stability: then, difficulty };
  }
  const dueDay = schedule.state === 'review' ? schedule.dueDay : today;
  const day = Math.max(0, Math.max(dueDay, buriedUntil) - today);
  return { day, last: before, stability, difficulty };
}
