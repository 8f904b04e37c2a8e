import type { HistoryAnswer } from '../collection/review.ts';
import type { StudentModel } from '../planner/input.ts';
import { type StudentCounts, studentFrom } from '../planner/model/student-model.ts';

/**
 * The student that the answers show: seconds of recalled, forgotten and new cards with what they
 * took in steps on the same day, and how they were graded (PLAN-9).
 */
export function studentOf(
  reviews: readonly HistoryAnswer[],
  weights: readonly number[],
): StudentModel {
  const passes = { count: 0, seconds: 0 };
  const fails = { count: 0, seconds: 0 };
  const news = { count: 0, seconds: 0 };
  const passGrades: [number, number, number] = [0, 0, 0];
  const firstGrades: [number, number, number, number] = [0, 0, 0, 0];
  /** Which of the three began a card's steps on a day. */
  const begunBy = new Map<string, { count: number; seconds: number }>();
  const inOrder = [...reviews].sort((a, b) => a.atMillis - b.atMillis);
  for (const { cardId, studyDay, kind, grade, durationMillis } of inOrder) {
    const seconds = durationMillis / 1000;
    const key = `${cardId}@${studyDay}`;
    if (kind === 'learning') {
      const begun = begunBy.get(key);
      if (begun) begun.seconds += seconds;
      continue;
    }
    const tally = kind === 'new' ? news : grade === 1 ? fails : passes;
    tally.count++;
    tally.seconds += seconds;
    begunBy.set(key, tally);
    if (kind === 'new') firstGrades[grade - 1] = (firstGrades[grade - 1] ?? 0) + 1;
    else if (grade > 1) passGrades[grade - 2] = (passGrades[grade - 2] ?? 0) + 1;
  }
  const counts: StudentCounts = { passes, fails, news, passGrades, firstGrades };
  return studentFrom(counts, weights);
}
