import type { Card } from '../collection/card.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { StudentModel } from '../planner/input.ts';
import { gridColumnOf, gridRowOf } from '../planner/model/grid.ts';
import {
  type MemoryModel,
  memoryModel,
  stabilityAfterLapse,
  stabilityAfterPass,
  stabilityWithin,
} from '../planner/model/memory-model.ts';
import {
  difficultyRelearnt,
  meanReviewSeconds,
  stabilityRelearnt,
} from '../planner/model/moves.ts';
import type { Resting } from '../planner/resting.ts';

/** So many cards that come for an ordinary review. */
export interface Ordinary extends Omit<Resting, 'group'> {
  /** Days from today. */
  readonly dueDay: number;
  /** Days of interval for a day of stability: 1 at a desired retention of 90 %. */
  readonly intervalFactor: number;
}

/** Less of a card than this is not followed further. */
const LEAST_CARDS = 1e-3;

/**
 * Seconds of ordinary reviews by days from today, as far as each day has `mostSeconds` for them: what is
 * left over waits for the next. Each answer leads to the next date, remembered or forgotten.
 */
export function ordinarySeconds(
  cards: Iterable<Ordinary>,
  mostSeconds: Float64Array,
  student: StudentModel,
): Float64Array {
  const model = memoryModel(student.weights);
  const days = mostSeconds.length;
  const coming = Array.from({ length: days }, (): Ordinary[] => []);
  const later = Array.from({ length: days }, () => new Map<number, Ordinary>());
  for (const each of cards) coming[Math.max(0, each.dueDay)]?.push(each);
  let waiting: Ordinary[] = [];
  return mostSeconds.map((most, day) => {
    waiting.push(...(coming[day] ?? []), ...(later[day]?.values() ?? []));
    let left = most;
    let at = 0;
    for (; at < waiting.length && left > 0; at++) {
      const each = waiting[at] as Ordinary;
      const recall = model.recall(day - each.lastDay, each.stability);
      const seconds = meanReviewSeconds(student, recall);
      const taken = Math.min(each.cards, left / seconds);
      left -= taken * seconds;
      for (const next of answered({ ...each, cards: taken }, day, recall, model)) {
        const own = later[next.dueDay];
        if (own && next.cards > LEAST_CARDS) gather(own, next);
      }
      if (taken < each.cards) {
        waiting[at] = { ...each, cards: each.cards - taken };
        break;
      }
    }
    waiting = waiting.slice(at);
    return most - left;
  });
}

/** Remembered (Good), and forgotten and learnt again. */
function answered(
  { cards, stability, difficulty, intervalFactor }: Ordinary,
  day: number,
  recall: number,
  model: MemoryModel,
): readonly Ordinary[] {
  const passed = stabilityAfterPass(model, stability, difficulty, recall, 3);
  const left = stabilityAfterLapse(model, stability, difficulty, recall);
  const next = (share: number, stable: number, hard: number): Ordinary => ({
    cards: cards * share,
    lastDay: day,
    stability: stable,
    difficulty: hard,
    intervalFactor,
    dueDay: dayAfter(day, stable, intervalFactor),
  });
  return [
    next(recall, passed, model.difficultyAfter(difficulty, 3)),
    next(1 - recall, stabilityRelearnt(model, left), difficultyRelearnt(model, difficulty)),
  ];
}

function dayAfter(day: number, stability: number, intervalFactor: number): number {
  return day + Math.max(1, Math.round(stability * intervalFactor));
}

/** What is nearly alike is followed as one. */
function gather(own: Map<number, Ordinary>, next: Ordinary): void {
  const column = Math.round(gridColumnOf(Math.log(next.stability)));
  const key = 64 * column + Math.round(gridRowOf(next.difficulty));
  const known = own.get(key);
  if (!known) {
    own.set(key, next);
    return;
  }
  const cards = known.cards + next.cards;
  const mean = (a: number, b: number): number => (a * known.cards + b * next.cards) / cards;
  own.set(key, {
    cards,
    dueDay: next.dueDay,
    lastDay: mean(known.lastDay, next.lastDay),
    stability: mean(known.stability, next.stability),
    difficulty: mean(known.difficulty, next.difficulty),
    intervalFactor: mean(known.intervalFactor, next.intervalFactor),
  });
}

/** A card of no exam. A new one comes by itself only when time is left. */
export function ordinaryOf(
  { schedule, buriedUntil }: Card,
  today: StudyDay,
  intervalFactor: number,
): Ordinary | undefined {
  if (schedule.state === 'new') return undefined;
  const dueDay = schedule.state === 'review' ? schedule.dueDay : today;
  return {
    cards: 1,
    dueDay: Math.max(0, Math.max(dueDay, buriedUntil) - today),
    lastDay: Math.min(0, schedule.lastReview.studyDay - today),
    stability: stabilityWithin(schedule.memory.stability),
    difficulty: schedule.memory.difficulty,
    intervalFactor,
  };
}

/** Of a card that is for no exam any more from day `from` on: it comes by its date, or at once. */
export function ordinaryFrom(
  { group: _, ...resting }: Resting,
  from: number,
  intervalFactor: number,
): Ordinary {
  const due = dayAfter(resting.lastDay, resting.stability, intervalFactor);
  return { ...resting, intervalFactor, dueDay: Math.max(from, due) };
}
