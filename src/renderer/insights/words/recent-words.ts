import type { Effort, Recent, UsualEffort } from '../../../domain/statistics/figures/recent.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { minutes } from '../../kit/text/format.ts';
import { outOfHundred } from './share-words.ts';

/** 'Today 42 answers in 8 minutes, about as usual; 38 of 42 recalled.' */
export function recentInWords({ today, week, usualDay, usualWeek }: Recent): string {
  if (today.answers > 0) return t`Today ${effortInWords(today, usualDay)}.`;
  if (week.answers > 0) {
    return t`Nothing answered yet today; in the last seven days ${effortInWords(week, usualWeek)}.`;
  }
  return t`Nothing was answered in the last seven days.`;
}

function effortInWords(effort: Effort, usual: UsualEffort | undefined): string {
  const { answers, recalled } = effort;
  const done = t`${plural(answers, '# answer')} in ${minutes(effort.minutes)}`;
  const compared = usual === undefined ? '' : `, ${comparedInWords(effort.minutes, usual.minutes)}`;
  const remembered = recalled.of === 0 ? '' : t`; ${outOfHundred(recalled)} recalled`;
  return `${done}${compared}${remembered}`;
}

/** A quarter more or less is what one day differs from the next by. */
const SAME_WITHIN = 0.25;

/** 'more than usual', 'about as usual', 'less than usual'. */
export function comparedInWords(value: number, usual: number): string {
  if (value > usual * (1 + SAME_WITHIN)) return t`more than usual`;
  return value < usual * (1 - SAME_WITHIN) ? t`less than usual` : t`about as usual`;
}
