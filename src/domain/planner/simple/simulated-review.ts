import type { Grade } from '../../memory/schedule.ts';
import type { PlannedCards, StudentModel } from '../input.ts';
import {
  type MemoryModel,
  stabilityAfterLapse,
  stabilityAfterPass,
} from '../model/memory-model.ts';
import { difficultyRelearnt, stabilityRelearnt } from '../model/moves.ts';
import { soundCard } from '../market/starts.ts';

/**
 * Reviews card `card` today, in place, and gives the first grade. `chance`, from 0 to below 1,
 * decides: recalled below the recall predicted, and the grade by where in its range it falls.
 * Forgotten cards are relearnt on the same day.
 */
export function reviewedBy(
  model: MemoryModel,
  student: StudentModel,
  cards: PlannedCards,
  card: number,
  chance: number,
): Grade {
  if (cards.isNew[card]) {
    const grade = (1 + drawn(student.firstGrades, chance)) as Grade;
    return firstShown(model, cards, card, grade);
  }
  const { stability, elapsedDays } = soundCard(cards, card);
  const recall = model.recall(elapsedDays, stability);
  const grade = chance < recall ? ((2 + drawn(student.passGrades, chance / recall)) as Grade) : 1;
  graded(model, cards, card, grade);
  return grade;
}

/** Shows new card `card` for the first time, in place. */
export function firstShown(
  model: MemoryModel,
  cards: PlannedCards,
  card: number,
  grade: Grade,
): Grade {
  const stability = model.firstStability(grade);
  const difficulty = model.firstDifficulty(grade);
  cards.stability[card] = grade === 1 ? stabilityRelearnt(model, stability) : stability;
  cards.difficulty[card] = grade === 1 ? model.difficultyAfter(difficulty, 3) : difficulty;
  cards.elapsedDays[card] = 0;
  cards.isNew[card] = 0;
  return grade;
}

/** The memory of seen card `card` after `grade` today, in place. */
export function graded(model: MemoryModel, cards: PlannedCards, card: number, grade: Grade): void {
  const { stability, difficulty, elapsedDays } = soundCard(cards, card);
  const recall = model.recall(elapsedDays, stability);
  if (grade === 1) {
    const left = stabilityAfterLapse(model, stability, difficulty, recall);
    cards.stability[card] = stabilityRelearnt(model, left);
    cards.difficulty[card] = difficultyRelearnt(model, difficulty);
  } else {
    cards.stability[card] = stabilityAfterPass(model, stability, difficulty, recall, grade);
    cards.difficulty[card] = model.difficultyAfter(difficulty, grade);
  }
  cards.elapsedDays[card] = 0;
}

/** Which of `odds` (adding up to 1) `chance` falls on. */
function drawn(odds: readonly number[], chance: number): number {
  let rest = chance;
  for (let at = 0; at < odds.length - 1; at++) {
    rest -= odds[at] ?? 0;
    if (rest < 0) return at;
  }
  return odds.length - 1;
}
