import type { ReviewsBehind, Coming } from '../../../domain/statistics/figures/coming.ts';
import { about, count, minutes } from '../../kit/text/format.ts';

/** What the coming `days` ask for a day, with new cards and without. */
export function comingInWords(coming: Coming, days: 30 | 90 | 365): string {
  const mean = coming.means.find((each) => each.days === days);
  if (!mean) return '';
  const { withNew, withoutNew } = mean;
  const next = `over the next ${days === 365 ? 'year' : `${days} days`}`;
  if (coming.newPerDay < 0.05 || coming.newLeft === 0) {
    const why = coming.newLeft === 0 ? 'no new card is left' : 'no new cards at present';
    const waiting = coming.newLeft === 0 ? '' : `; ${waitingInWords(coming.newLeft)}`;
    return withoutNew.minutes <= 0
      ? `Nothing is scheduled ${next}${waiting}.`
      : `Reviews take ${about(withoutNew.minutes)} a day ${next}; ${why}.`;
  }
  return `${capital(about(withNew.minutes))} a day ${next} with ${newADay(coming.newPerDay)}, ${about(withoutNew.minutes)} without.`;
}

/** What one more new card a day costs, and how long the new ones last. */
export function oneMoreInWords({ oneMoreNew, newLeft, newLastDays }: Coming): string {
  const { answersPerDay, minutesPerDay } = oneMoreNew;
  const cost =
    minutesPerDay < 1
      ? `${Math.max(1, Math.round(minutesPerDay * 60))} seconds`
      : minutes(minutesPerDay);
  const lasting =
    newLastDays === undefined || newLeft === 0
      ? ''
      : ` At the present rate the ${count(newLeft, 'new card')} left last ${count(Math.ceil(newLastDays), 'day')}.`;
  return `One more new card a day costs about ${cost} a day within a year: ${oneDecimal(answersPerDay)} more answers.${lasting}`;
}

/** '120 cards wait from before today: about 20 minutes. The longest waits for 12 days.' */
export function backlogInWords(backlog: ReviewsBehind): string {
  const { cards, longestDays } = backlog;
  if (cards === 0) return 'Nothing waits from before today.';
  const wait = cards === 1 ? 'waits' : 'wait';
  return `${count(cards, 'card')} ${wait} from before today: ${about(backlog.minutes)}. ${cards === 1 ? 'It' : 'The longest'} has waited for ${count(longestDays, 'day')}.`;
}

function waitingInWords(cards: number): string {
  return `${count(cards, 'new card')} ${cards === 1 ? 'waits' : 'wait'} to be begun`;
}

function newADay(rate: number): string {
  const shown = oneDecimal(rate);
  return `${shown} new ${shown === '1' ? 'card' : 'cards'} a day`;
}

function oneDecimal(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1).replace('.0', '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
