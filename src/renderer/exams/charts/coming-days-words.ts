import type { PlannedDay } from '../../../domain/exam/outlook/outlook.ts';
import { about, percent } from '../../kit/text/format.ts';

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
  const each = days.length === 1 ? '' : ' a day';
  const share = there > 0 ? `, ${percent(Math.min(1, planned / there))} of what there is` : '';
  return [
    `The coming ${days.length === 1 ? 'day' : `${days.length} days`}: ${planned > 0 ? `${about(planned / days.length)}${each} planned${share}` : 'nothing planned'}`,
    `the ordinary dates would ask for ${ordinary > 0 ? about(ordinary) : 'nothing'}`,
    off > 0 && `${off === 1 ? 'one day is' : `${off} days are`} off`,
    risky > 0 && `${risky === 1 ? 'one day is' : `${risky} days are`} at risk`,
  ]
    .filter((part) => part !== false)
    .join('; ')
    .concat('.');
}
