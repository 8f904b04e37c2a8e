import type { Memory, Schedule } from './schedule.ts';
import { MAXIMUM_STABILITY, MINIMUM_STABILITY } from './weights.ts';

const EASIEST = 1;
const HARDEST = 10;
/** Halfway between the two: what a lost difficulty becomes. */
export const MIDDLE_DIFFICULTY = 5.5;

/**
 * `schedule` with every damaged number made one that scheduling can go on from (MEMORY-19); a sound one
 * comes back equal. Damage comes from a failing disk, an import or an older fault; a card must
 * stay answerable all the same.
 */
export function repaired(schedule: Schedule): Schedule {
  if (isSound(schedule)) return schedule;
  const counts = { reps: wholeFrom(0, schedule.reps), lapses: wholeFrom(0, schedule.lapses) };
  switch (schedule.state) {
    case 'new':
      return { ...schedule, ...counts };
    case 'review': {
      const intervalDays = wholeFrom(1, schedule.intervalDays);
      const memory = soundMemory(schedule.memory, intervalDays);
      return { ...schedule, ...counts, memory, intervalDays };
    }
    default: {
      const step = wholeFrom(0, schedule.step);
      return { ...schedule, ...counts, memory: soundMemory(schedule.memory), step };
    }
  }
}

/**
 * `memory` within the bounds of FSRS. A stability that is not a number above 0 becomes
 * `intervalDays`, the last thing known of it; a difficulty that is not a number, the middle one.
 */
export function soundMemory(memory: Memory, intervalDays = 1): Memory {
  const { stability, difficulty } = memory;
  const knownStability = stability > 0 ? stability : wholeFrom(1, intervalDays);
  const knownDifficulty = Number.isNaN(difficulty) ? MIDDLE_DIFFICULTY : difficulty;
  return {
    stability: Math.min(Math.max(knownStability, MINIMUM_STABILITY), MAXIMUM_STABILITY),
    difficulty: Math.min(Math.max(knownDifficulty, EASIEST), HARDEST),
  };
}

/** Almost every schedule is: it is looked at without making a new one. */
function isSound(schedule: Schedule): boolean {
  if (!isWholeFrom(0, schedule.reps) || !isWholeFrom(0, schedule.lapses)) return false;
  if (schedule.state === 'new') return true;
  const { stability, difficulty } = schedule.memory;
  return (
    stability >= MINIMUM_STABILITY &&
    stability <= MAXIMUM_STABILITY &&
    difficulty >= EASIEST &&
    difficulty <= HARDEST &&
    (schedule.state === 'review'
      ? isWholeFrom(1, schedule.intervalDays)
      : isWholeFrom(0, schedule.step))
  );
}

function isWholeFrom(lowest: number, value: number): boolean {
  return Number.isInteger(value) && value >= lowest;
}

function wholeFrom(lowest: number, value: number): number {
  return Number.isFinite(value) ? Math.max(lowest, Math.trunc(value)) : lowest;
}
