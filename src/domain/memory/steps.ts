import type { Grade } from './schedule.ts';

/** Steps this long or longer are whole days: the card goes to review (MEMORY-7). */
export const MINUTES_PER_DAY = 1440;

/** A step that a card goes to: its index from 0, and the wait in minutes. */
export interface NextStep {
  readonly step: number;
  readonly minutes: number;
}

/**
 * The step that `grade` leads to from `step`; `undefined` when the card leaves its steps.
 * `steps`: waits in minutes. A step beyond the list (it was shortened since) counts as the last.
 */
export function nextStep(
  steps: readonly number[],
  step: number,
  grade: Grade,
): NextStep | undefined {
  const current = Math.min(Math.max(0, Math.trunc(step) || 0), steps.length - 1);
  switch (grade) {
    case 1:
      return stepAt(steps, 0);
    case 2:
      return current === 0 ? hardOnFirst(steps) : stepAt(steps, current);
    case 3:
      return stepAt(steps, current + 1);
    case 4:
      return undefined;
  }
}

function stepAt(steps: readonly number[], step: number): NextStep | undefined {
  const minutes = steps[step];
  return minutes === undefined ? undefined : { step, minutes };
}

/** Between Again and Good: the mean of the first two steps, or half as long again as the only one. */
function hardOnFirst(steps: readonly number[]): NextStep | undefined {
  const [first, second] = steps;
  if (first === undefined) return undefined;
  const minutes = second === undefined ? first * 1.5 : (first + second) / 2;
  return { step: 0, minutes: Math.min(minutes, first + MINUTES_PER_DAY) };
}
