import { plural, t } from '../../../kernel/texts.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { NotSaved } from '../../../engine/queries/live/today.ts';
import { ago } from '../../kit/text/ago.ts';
import { date } from '../../kit/text/format.ts';

/** How old the last copy outside is. */
export function notSavedWords(
  { days, savedDay }: NotSaved,
  today: StudyDay,
  kind: Platform['kind'],
): string {
  if (savedDay === undefined) {
    const place = kind === 'desktop' ? t`on this computer` : t`in this browser`;
    return t`Your collection was never saved as a file; ${plural(days, '# day')} of study are ${place} alone.`;
  }
  if (savedDay > today + 1) {
    const on = date(savedDay, { day: 'numeric', month: 'long', year: 'numeric' });
    return t`Your collection was last saved as a file on ${on}, which by this computer’s clock is still to come.`;
  }
  return t`Your collection was last saved as a file ${ago(savedDay, today)}.`;
}
