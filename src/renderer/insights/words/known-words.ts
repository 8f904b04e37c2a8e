import type { Distribution } from '../../../domain/statistics/figures/distribution.ts';
import type { CardsByState, Known } from '../../../domain/statistics/figures/known.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { count, interval, percent } from '../../kit/text/format.ts';
import { thousands } from '../../kit/text/number-words.ts';

/** 'Asked now, you would recall about 1,820 of the 2,000 cards you have learned; 120 more than 90 days ago.' */
export function knownInWords({ expected, learned, overTime }: Known, today: StudyDay): string {
  const known = Math.round(expected);
  const now = `Asked now, you would recall about ${thousands(known)} of the ${count(learned, 'card')} you have learned`;
  const first = overTime[0];
  if (!first || first.studyDay >= today) return `${now}.`;
  const more = known - Math.round(first.expected);
  const since = `${longAgo(today - first.studyDay)} ago`;
  if (more === 0) return `${now}, as many as ${since}.`;
  return `${now}: ${thousands(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than ${since}.`;
}

/** How far the collection has got. */
export function statesInWords(states: CardsByState): string {
  const { mature, young, learning, relearning, suspended, buried } = states;
  const all = states.new + learning + relearning + young + mature + suspended + buried;
  if (states.new === all) return `All ${count(all, 'card is', 'cards are')} still new.`;
  const learned = young + mature + relearning;
  const aside = suspended + buried;
  return `${thousands(learned)} of ${count(all, 'card')} are learned, ${mature === 0 ? 'none' : thousands(mature)} of them mature; ${states.new === 0 ? 'none' : thousands(states.new)} ${states.new === 1 ? 'is' : 'are'} new${aside === 0 ? '' : `, ${thousands(aside)} put away`}.`;
}

/** 'Half of 1,200 cards come back within 34 days; nine of ten lie between 4 days and 7 months.' */
export function intervalsInWords({ cards, median, low, high }: Distribution): string {
  if (cards === 0) return 'No card has an interval yet.';
  if (cards === 1)
    return `The one card comes back after ${interval({ days: Math.round(median) })}.`;
  return `Half of ${count(cards, 'card')} come back within ${inDays(median)}; nine of ten intervals lie between ${inDays(low)} and ${inDays(high)}.`;
}

export function stabilityInWords({ cards, median, low, high }: Distribution): string {
  if (cards === 0) return 'No card has a stability yet.';
  return `Half of the memories hold for ${inDays(median)} or longer before recall falls to 90 %; nine of ten lie between ${inDays(low)} and ${inDays(high)}.`;
}

export function difficultyInWords({ cards, median, bins }: Distribution): string {
  if (cards === 0) return 'No card has a difficulty yet.';
  const hard = bins.filter(({ from }) => from >= 8).reduce((sum, bin) => sum + bin.cards, 0);
  return `On a scale from 1 to 10 the median card is ${median.toFixed(1)}; ${percent(hard / cards)} are at 8 or above.`;
}

export function recallInWords({ cards, median, low }: Distribution): string {
  if (cards === 0) return 'No card has a predicted recall yet.';
  return `Half of the cards would be recalled with ${percent(median)} or more today; one of twenty with less than ${percent(low)}.`;
}

/** Days up to a quarter, then months and years. */
function longAgo(days: number): string {
  return days <= 90 ? count(days, 'day') : interval({ days });
}

function inDays(days: number): string {
  return interval({ days: Math.max(days < 1 ? 1 : Math.round(days), 1) });
}
