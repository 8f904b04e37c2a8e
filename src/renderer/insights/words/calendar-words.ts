import type { Calendar } from '../../../domain/statistics/figures/calendar.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { about } from '../../kit/text/format.ts';

/** 'You studied on 212 of 365 days, about 18 minutes each; 6 days in a row now, 48 at the longest.' */
export function calendarInWords(calendar: Calendar): string {
  const { studiedDays, possibleDays, meanMinutes, currentStreakDays, longestStreak } = calendar;
  if (studiedDays === 0) {
    return calendar.days.some(({ due }) => due > 0)
      ? t`No day of study so far; what is due stands on the days ahead.`
      : t`No day of study so far, and nothing is due yet.`;
  }
  const each = plural(studiedDays, '{meanMinutes}', '{meanMinutes} each', {
    meanMinutes: about(meanMinutes),
  });
  const days =
    studiedDays === possibleDays
      ? plural(
          studiedDays,
          'You studied on one day since you began',
          'You studied on all # days since you began',
        )
      : t`You studied on ${thousands(studiedDays)} of ${plural(possibleDays, '# day')}`;
  const longest = longestStreak?.days ?? 0;
  if (longest < 2) return `${days}, ${each}.`;
  if (currentStreakDays === longest) {
    return t`${days}, ${each}; ${plural(longest, '# day')} in a row now, the most so far.`;
  }
  const now = currentStreakDays > 1 ? t`${currentStreakDays} in a row now, ` : '';
  return t`${days}, ${each}; ${now}${longest} in a row at the longest.`;
}
