import type { Grade } from '../../../domain/memory/schedule.ts';
import { t } from '../../../kernel/texts.ts';

export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  1: t`Again`,
  2: t`Hard`,
  3: t`Good`,
  4: t`Easy`,
};
