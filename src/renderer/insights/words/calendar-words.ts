import type { Calendar } from '../../../domain/statistics/figures/calendar.ts';
import { about, count } from '../../kit/text/format.ts';
import { thousands } from '../../kit/text/number-words.ts';

/** 'You studied on 212 of 365 days, about 18 minutes each; 6 days in a row now, 48 at the longest.' */
export function calendarInWords(calendar: Calendar): string {
  const { studiedDays, possibleDays, meanMinutes, currentStreakDays, longestStreak } = calendar;
  if (studiedDays === 0) {
    return calendar.days.some(({ due }) => due > 0)
      ? 'No day of study so far; what is due stands on the days ahead.'
      : 'No day of study so far, and nothing is due yet.';
  }
  const each = `${about(meanMinutes)}${studiedDays === 1 ? '' : ' each'}`;
  const days =
    studiedDays === possibleDays
      ? `You studied on ${studiedDays === 1 ? 'one day' : `all ${studiedDays} days`} since you began`
      : `You studied on ${thousands(studiedDays)} of ${count(possibleDays, 'day')}`;
  const longest = longestStreak?.days ?? 0;
  if (longest < 2) return `${days}, ${each}.`;
  if (currentStreakDays === longest) {
    return `${days}, ${each}; ${count(longest, 'day')} in a row now, more than ever before.`;
  }
  const now = currentStreakDays > 1 ? `${currentStreakDays} in a row now, ` : '';
  return `${days}, ${each}; ${now}${longest} in a row at the longest.`;
}
