import type { Grade } from '../../../domain/memory/schedule.ts';

export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  1: 'Again',
  2: 'Hard',
  3: 'Good',
  4: 'Easy',
};
