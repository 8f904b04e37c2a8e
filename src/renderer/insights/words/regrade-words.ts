import type { RegradePreview } from '../../../engine/queries/once/study/regrade.ts';
import { count, percent } from '../../kit/text/format.ts';

/** '134 answers to 56 cards, 20 of them brought by an import, would count as Again.' */
export function regradeInWords({ answers, cards, past }: RegradePreview): string {
  if (answers === 0) return 'No review graded Hard in these days can be counted as Again.';
  const brought =
    past === 0
      ? ''
      : past === answers
        ? ', brought by an import,'
        : `, ${past} of them brought by an import,`;
  return `${count(answers, 'answer')} to ${count(cards, 'card')}${brought} would count as Again instead of Hard.`;
}

/** What Rounds takes to be known of these cards, as it stands and then. */
export function regradeKnownInWords({ cards, known }: RegradePreview): string {
  const [before, after] = [known.before / cards, known.after / cards];
  return `Today Rounds expects you to recall ${percent(before)} of ${cards === 1 ? 'this card' : 'these cards'}; it would be ${percent(after)}.`;
}

/** Answers that cannot be counted otherwise, and why (INSIGHT-13). */
export function regradeLeftOutInWords({ leftOut }: RegradePreview): string | undefined {
  if (leftOut === 0) return undefined;
  const [they, their] = leftOut === 1 ? ['It stays', 'its card'] : ['They stay', 'their cards'];
  return `${count(leftOut, 'more answer')} cannot be counted otherwise, because ${their} ${leftOut === 1 ? 'was' : 'were'} forgotten on request since, or the beginning of the history is not known, or something else than answers has changed it. ${they} Hard.`;
}

/** What becomes of dates that follow: '40 cards would come sooner, 2 later.' */
export function regradeDatesInWords({ dates: { sooner, later } }: RegradePreview): string {
  if (sooner + later === 0) return 'No card would come on another day.';
  if (sooner === 0) return `${count(later, 'card')} would come later.`;
  return `${count(sooner, 'card')} would come sooner${later > 0 ? `, ${later} later` : ''}.`;
}
