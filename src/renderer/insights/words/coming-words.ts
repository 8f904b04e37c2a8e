import type { ReviewsBehind, Coming } from '../../../domain/statistics/figures/coming.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { about, minutes, twoFigures } from '../../kit/text/format.ts';

/** What the coming `days` ask for a day, with new cards and without. */
export function comingInWords(coming: Coming, days: 30 | 90 | 365): string {
  const mean = coming.means.find((each) => each.days === days);
  if (!mean) return '';
  const { withNew, withoutNew } = mean;
  const next = t`over the next ${days === 365 ? t`year` : t`${days} days`}`;
  if (coming.newPerDay < 0.05 || coming.newLeft === 0) {
    const why = coming.newLeft === 0 ? t`no new card is left` : t`no new cards at present`;
    const waiting = coming.newLeft === 0 ? '' : `; ${waitingInWords(coming.newLeft)}`;
    return withoutNew.minutes <= 0
      ? t`Nothing is scheduled ${next}${waiting}.`
      : t`Reviews take ${about(withoutNew.minutes)} a day ${next}; ${why}.`;
  }
  return t`${capital(about(withNew.minutes))} a day ${next} with ${newADay(coming.newPerDay)}, ${about(withoutNew.minutes)} without.`;
}

/** What one more new card a day costs, and how long the new ones last. */
export function oneMoreInWords({ oneMoreNew, newLeft, newLastDays }: Coming): string {
  const { answersPerDay, minutesPerDay } = oneMoreNew;
  const cost =
    minutesPerDay < 1
      ? t`${Math.max(1, Math.round(minutesPerDay * 60))} seconds`
      : minutes(minutesPerDay);
  const lasting =
    newLastDays === undefined || newLeft === 0
      ? ''
      : t` At the present rate the ${plural(newLeft, '# new card')} left last ${plural(Math.ceil(newLastDays), '# day')}.`;
  return t`One more new card a day costs about ${cost} a day within a year: ${twoFigures(answersPerDay)} more answers.${lasting}`;
}

/** '120 cards wait from before today: about 20 minutes. The longest waits for 12 days.' */
export function backlogInWords(backlog: ReviewsBehind): string {
  const { cards, longestDays } = backlog;
  if (cards === 0) return t`Nothing waits from before today.`;
  const wait = plural(cards, 'waits', 'wait');
  return plural(
    cards,
    '# card {wait} from before today: {minutes}. It has waited for {longestDays}.',
    '# cards {wait} from before today: {minutes}. The longest has waited for {longestDays}.',
    { wait, minutes: about(backlog.minutes), longestDays: plural(longestDays, '# day') },
  );
}

function waitingInWords(cards: number): string {
  return plural(cards, '# new card waits to be begun', '# new cards wait to be begun');
}

function newADay(rate: number): string {
  const shown = twoFigures(rate);
  return t`${shown} new ${shown === '1' ? t`card` : t`cards`} a day`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
