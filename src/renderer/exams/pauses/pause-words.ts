import type { WorkloadWithOverlay } from '../../../domain/exam/overlay-workload.ts';
import { heaviest, type Pause, phaseOf } from '../../../domain/overlay/pauses.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { minutes } from '../../kit/text/format.ts';
import { weekdayDate } from '../../kit/text/day-words.ts';

/** 'Mon 2 Mar to Sun 8 Mar'; the year where it is another. */
export function pauseDates(pause: Pause): string {
  const last = pause.kind === 'break' ? pause.toDay : pause.fromDay + pause.spreadDays - 1;
  return last === pause.fromDay ? day(last) : t`${day(pause.fromDay)} to ${day(last)}`;
}

function day(studyDay: StudyDay): string {
  return weekdayDate(studyDay);
}

/** Where `pause` stands, in a few words. */
export function phaseInWords(pause: Pause, today: StudyDay): string {
  const phase = phaseOf(pause, today);
  if (!pause.isOn && phase !== 'over') return t`switched off`;
  if (phase === 'over') return t`over`;
  if (phase === 'ahead') return inDays(pause.fromDay - today);
  if (pause.kind === 'break' && today <= pause.toDay) {
    const left = pause.toDay - today;
    return left === 0 ? t`its last day is today` : t`now, ${plural(left, '# more day')}`;
  }
  const first = pause.kind === 'break' ? pause.toDay + 1 : pause.fromDay;
  return t`catching up, day ${today - first + 1} of ${pause.spreadDays}`;
}

function inDays(days: number): string {
  return plural(days, 'begins tomorrow', 'in # days');
}

/** What a break or a catch-up makes of the heaviest day, in one sentence (EXAM-20). */
export function heaviestInWords(days: readonly WorkloadWithOverlay[]): string {
  const { before, after } = heaviest(days);
  const [from, to] = [minutes(before), minutes(after)];
  if (before === 0 && after === 0) return t`No reviews fall due in these days.`;
  if (from === to) return t`The heaviest day stays at ${to}.`;
  return t`The heaviest day goes from ${from} to ${to}.`;
}

export function noDay(which: 'first' | 'last'): Problem {
  return {
    what: t`The break has no ${which} day.`,
    kept: t`Nothing was saved; what you entered is still here.`,
    todo: t`Choose a day, as day, month and year.`,
  };
}
