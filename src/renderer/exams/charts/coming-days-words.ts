import type { StudyDay } from '../../../kernel/study-day.ts';
import type { PlannedDay } from '../../../domain/exam/outlook/outlook.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { about, percent } from '../../kit/text/format.ts';
import { listed } from '../../kit/text/recall-words.ts';
import { weekdayDate } from '../../kit/text/day-words.ts';

/** A day off on which no other exam has minutes either. */
export function isRest({ isOff, budgetMinutes }: PlannedDay): boolean {
  return isOff && budgetMinutes === 0;
}

/** What the drawing of the coming days shows, in one sentence. */
export function comingDaysInWords(days: readonly PlannedDay[]): string {
  const sum = (of: (day: PlannedDay) => number): number =>
    days.reduce((total, day) => total + of(day), 0);
  const planned = sum(({ minutes }) => minutes);
  const there = sum(({ budgetMinutes }) => budgetMinutes);
  const ordinary = sum(({ ordinaryMinutes }) => ordinaryMinutes) / days.length;
  const risky = days.filter((day) => day.isAtRisk).length;
  const off = days.filter(isRest).length;
  const each = plural(days.length, '', ' a day');
  const share = there > 0 ? t`, ${percent(Math.min(1, planned / there))} of what there is` : '';
  return [
    plural(days.length, 'The coming day: {value}', 'The coming # days: {value}', {
      value:
        planned > 0
          ? t`${about(planned / days.length)}${each} planned${share}`
          : t`nothing planned`,
    }),
    t`the ordinary dates would ask for ${ordinary > 0 ? about(ordinary) : t`nothing`}`,
    off > 0 && plural(off, 'one day is off', '# days are off'),
    risky > 0 && plural(risky, 'one day is at risk', '# days are at risk'),
  ]
    .filter((part) => part !== false)
    .join('; ')
    .concat('.');
}

/** Days that follow on each other as one run: 'Mon 30 Nov to Sat 12 Dec', 'Mon 30 Nov and Sat 5 Dec'. */
export function runsOfDays(days: readonly Pick<PlannedDay, 'studyDay'>[]): string {
  const runs: { first: StudyDay; last: StudyDay }[] = [];
  for (const { studyDay } of days) {
    const run = runs.at(-1);
    if (run?.last === studyDay - 1) run.last = studyDay;
    else runs.push({ first: studyDay, last: studyDay });
  }
  return listed(
    runs.map(({ first, last }) =>
      first === last ? shortDay(first) : t`${shortDay(first)} to ${shortDay(last)}`,
    ),
  );
}

/** 'Mon 30 Nov', without the comma that some systems put in it, and in one piece. */
export function shortDay(studyDay: StudyDay): string {
  const words = weekdayDate(studyDay);
  return words.replace(',', '').replaceAll(' ', '\u00a0');
}
