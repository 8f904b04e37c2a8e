import type { Grade } from '../../memory/schedule.ts';
import {
  type MemoryModel,
  stabilityAfterLapse,
  stabilityAfterPass,
} from '../../planner/model/memory-model.ts';
import type { AnswerArrays } from './answer-arrays.ts';
import { type AnswerHistory, FLAGS } from './answer-columns.ts';

/**
 * What recall was predicted before each answer of `history`, by the memory that the answer before
 * left: as it was worked out then where that is known, else under `weights` (STATS-29).
 */
export function predict(
  arrays: AnswerArrays,
  history: AnswerHistory,
  weights: readonly number[],
  model: MemoryModel,
): void {
  if (isSame(history.weights, weights)) {
    history.weights = weights;
    return;
  }
  const { day, grade, flags, stability, difficulty, recall } = arrays;
  let left = Number.NaN;
  let hard = Number.NaN;
  let before = 0;
  for (let at = history.start; at < history.start + history.count; at++) {
    const today = day[at] ?? 0;
    const given = (grade[at] ?? 3) as Grade;
    const flag = flags[at] ?? 0;
    const isFirst = (flag & FLAGS.anew) !== 0 || Number.isNaN(left);
    const days = Math.max(0, today - before);
    const chance = isFirst || days === 0 ? Number.NaN : model.recall(days, left);
    recall[at] = chance;
    if ((flag & FLAGS.memoryKept) !== 0) {
      left = stability[at] ?? Number.NaN;
      hard = difficulty[at] ?? Number.NaN;
    } else {
      if (isFirst) {
        left = model.firstStability(given);
        hard = model.firstDifficulty(given);
      } else {
        left = after(model, left, hard, chance, given);
        hard = model.difficultyAfter(hard, given);
      }
      stability[at] = left;
      difficulty[at] = hard;
    }
    before = today;
  }
  history.weights = weights;
}

/** The same numbers: those of a history that was kept are another list. */
function isSame(one: readonly number[] | undefined, other: readonly number[]): boolean {
  if (one === other) return true;
  return one?.length === other.length && one.every((weight, index) => weight === other[index]);
}

/** `chance` NaN: on the same day. */
function after(
  model: MemoryModel,
  stability: number,
  difficulty: number,
  chance: number,
  grade: Grade,
): number {
  if (Number.isNaN(chance)) return model.stabilitySameDay(stability, grade);
  return grade === 1
    ? stabilityAfterLapse(model, stability, difficulty, chance)
    : stabilityAfterPass(model, stability, difficulty, chance, grade);
}
