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

/** 'Of 2,000 cards, 1,200 are in review (600 mature), 20 in learning, 700 new, 80 put away.' */
export function statesInWords(states: CardsByState): string {
  const { mature, young, learning, relearning, suspended, buried } = states;
  const review = young + mature;
  const inSteps = learning + relearning;
  const aside = suspended + buried;
  const all = states.new + inSteps + review + aside;
  if (states.new === all) return t`All ${plural(all, '# card is', '# cards are')} still new.`;
  const values = { mature: mature === 0 ? t`none` : thousands(mature) };
  const reviewed = plural(
    review,
    '# is in review ({mature} mature)',
    '# are in review ({mature} mature)',
    values,
  );
  const parts = [
    review === 0 ? t`none is in review` : reviewed,
    inSteps > 0 && t`${thousands(inSteps)} in learning`,
    states.new > 0 && t`${thousands(states.new)} new`,
    aside > 0 && t`${thousands(aside)} put away`,
  ];
  return t`Of ${plural(all, '# card')}, ${parts.filter(Boolean).join(', ')}.`;
}

/** 'Half of 1,200 cards come back within 34 days; nine of ten lie between 4 days and 7 months.' */
export function intervalsInWords({ cards, median, low, high }: Distribution): string {
  if (cards === 0) return t`No card has an interval yet.`;
  const [middle, least, most] = [inDays(median), inDays(low), inDays(high)];
  if (least === most)
    return plural(
      cards,
      'The one card comes back after {middle}.',
      'Nearly all of # cards come back after {middle}.',
      { middle },
    );
  return t`Half of ${plural(cards, '# card')} come back within ${middle}; nine of ten intervals lie between ${least} and ${most}.`;
}

export function stabilityInWords({ cards, median, low, high }: Distribution): string {
  if (cards === 0) return t`No card has a stability yet.`;
  const [middle, least, most] = [inDays(median), inDays(low), inDays(high)];
  if (least === most)
    return plural(
      cards,
      'The memory of one card holds for {middle} before recall falls to 90 %.',
      'Nearly all of # memories hold for {middle} before recall falls to 90 %.',
      { middle },
    );
  return t`Half of the memories hold for ${middle} or longer before recall falls to 90 %; nine of ten lie between ${least} and ${most}.`;
}

export function difficultyInWords({ cards, median, bins }: Distribution): string {
  if (cards === 0) return t`No card has a difficulty yet.`;
  const hard = bins.filter(({ from }) => from >= 8).reduce((sum, bin) => sum + bin.cards, 0);
  return t`On a scale from 1 to 10 the median card is ${median.toFixed(1)}; ${percent(hard / cards)} are at 8 or above.`;
}

export function recallInWords({ cards, median, low, high }: Distribution): string {
  if (cards === 0) return t`No card has a predicted recall yet.`;
  const [middle, least, most] = [percent(median), percent(low), percent(high)];
  if (least === most)
    return plural(
      cards,
      'The one card would be recalled with {middle} today.',
      'Nearly all of # cards would be recalled with {middle} today.',
      { middle },
    );
  // Nothing is more than 100 %, which stands for what was answered today.
  const half = middle === percent(1) ? middle : t`${middle} or more`;
  return t`Half of the cards would be recalled with ${half} today; one of twenty with less than ${least}.`;
}

/** Days up to a quarter, then months and years. */
function longAgo(days: number): string {
  return days <= 90 ? plural(days, '# day') : interval({ days });
}

function inDays(days: number): string {
  return interval({ days: Math.max(days < 1 ? 1 : Math.round(days), 1) });
}
