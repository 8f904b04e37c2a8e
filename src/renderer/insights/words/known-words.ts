import type { Distribution } from '../../../domain/statistics/figures/distribution.ts';
import type { CardsByState, Known } from '../../../domain/statistics/figures/known.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { interval, percent } from '../../kit/text/format.ts';

/** 'Asked now, you would recall about 1,820 of the 2,000 cards you have learned; 120 more than 90 days ago.' */
export function knownInWords({ expected, learned, overTime }: Known, today: StudyDay): string {
  const known = Math.round(expected);
  const now = t`Asked now, you would recall about ${thousands(known)} of the ${plural(learned, '# card')} you have learned`;
  const first = overTime[0];
  if (!first || first.studyDay >= today) return `${now}.`;
  const more = known - Math.round(first.expected);
  const since = t`${longAgo(today - first.studyDay)} ago`;
  if (more === 0) return t`${now}, as many as ${since}.`;
  return t`${now}: ${thousands(Math.abs(more))} ${more > 0 ? t`more` : t`fewer`} than ${since}.`;
}

/** How far the collection has got. */
export function statesInWords(states: CardsByState): string {
  const { mature, young, learning, relearning, suspended, buried } = states;
  const all = states.new + learning + relearning + young + mature + suspended + buried;
  if (states.new === all) return t`All ${plural(all, '# card is', '# cards are')} still new.`;
  const learned = young + mature + relearning;
  const aside = suspended + buried;
  return plural(
    states.new,
    '{learned} of {all} are learned, {value} of them mature; {value2} is new{value3}.',
    '{learned} of {all} are learned, {value} of them mature; {value2} are new{value3}.',
    {
      learned: thousands(learned),
      all: plural(all, '# card'),
      value: mature === 0 ? t`none` : thousands(mature),
      value2: states.new === 0 ? t`none` : thousands(states.new),
      value3: aside === 0 ? '' : t`, ${thousands(aside)} put away`,
    },
  );
}

/** 'Half of 1,200 cards come back within 34 days; nine of ten lie between 4 days and 7 months.' */
export function intervalsInWords({ cards, median, low, high }: Distribution): string {
  if (cards === 0) return t`No card has an interval yet.`;
  if (cards === 1)
    return t`The one card comes back after ${interval({ days: Math.round(median) })}.`;
  return t`Half of ${plural(cards, '# card')} come back within ${inDays(median)}; nine of ten intervals lie between ${inDays(low)} and ${inDays(high)}.`;
}

export function stabilityInWords({ cards, median, low, high }: Distribution): string {
  if (cards === 0) return t`No card has a stability yet.`;
  return t`Half of the memories hold for ${inDays(median)} or longer before recall falls to 90 %; nine of ten lie between ${inDays(low)} and ${inDays(high)}.`;
}

export function difficultyInWords({ cards, median, bins }: Distribution): string {
  if (cards === 0) return t`No card has a difficulty yet.`;
  const hard = bins.filter(({ from }) => from >= 8).reduce((sum, bin) => sum + bin.cards, 0);
  return t`On a scale from 1 to 10 the median card is ${median.toFixed(1)}; ${percent(hard / cards)} are at 8 or above.`;
}

export function recallInWords({ cards, median, low }: Distribution): string {
  if (cards === 0) return t`No card has a predicted recall yet.`;
  return t`Half of the cards would be recalled with ${percent(median)} or more today; one of twenty with less than ${percent(low)}.`;
}

/** Days up to a quarter, then months and years. */
function longAgo(days: number): string {
  return days <= 90 ? plural(days, '# day') : interval({ days });
}

function inDays(days: number): string {
  return interval({ days: Math.max(days < 1 ? 1 : Math.round(days), 1) });
}
