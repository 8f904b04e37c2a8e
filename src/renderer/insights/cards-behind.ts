import type { DaySpan } from '../../domain/statistics/period.ts';
import type { Insights } from '../../domain/statistics/insights.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { inAddress } from '../kit/text/in-address.ts';

/** The search for the cards of the page's scope that `term` finds too. */
export function searchOfCards({ search, asked }: Insights, term: string): string {
  const scope = asked.scope.kind === 'search' && search !== '' ? `(${search})` : search;
  return [scope, term].filter((part) => part !== '').join(' ');
}

/** Where the library shows them. */
export function addressOfCards(insights: Insights, term: string): string {
  return `/library?search=${inAddress(searchOfCards(insights, term))}`;
}

/** A search names each day, as each is one answer; of longer stretches it would be too long. */
const MOST_DAYS = 31;

/** Cards answered in these days; undefined: too many days to name. */
export function answeredTerm({ from, to }: DaySpan, today: StudyDay): string | undefined {
  const days = Math.min(to, today) - from + 1;
  if (days < 1 || days > MOST_DAYS) return undefined;
  const each = Array.from(
    { length: days },
    (_, index) => `prop:rated=${negative(today - from - index)}`,
  );
  return each.length === 1 ? each[0] : `(${each.join(' or ')})`;
}

function negative(days: number): string {
  return days === 0 ? '0' : `-${days}`;
}

/** Cards that come up in these days, buried ones when they are back; where today is one, all that wait too. */
export function dueTerm({ from, to }: DaySpan, today: StudyDay): string {
  const within = dueWithin(to - today);
  return from <= today ? within : `${within} -${dueWithin(from - today - 1)}`;
}

/** Of these the calendar counts those in review, and none in its steps. */
export function reviewsDueTerm(span: DaySpan, today: StudyDay): string {
  return `${dueTerm(span, today)} ${IN_REVIEW}`;
}

function dueWithin(days: number): string {
  return days <= 0 ? 'due:today' : `due:${days}`;
}

const IN_REVIEW = 'is:review -is:learn';
/** Reviews whose day was before today. */
export const BACKLOG_TERM = `prop:due<0 ${IN_REVIEW}`;

/** Cards in study whose `property` lies in a bin; the last one has its own end too. */
export function binTerm(
  property: 'ivl' | 's' | 'd' | 'r',
  { from, to }: { readonly from: number; readonly to: number },
  isLast: boolean,
): string {
  return `prop:${property}>=${plain(from)} prop:${property}${isLast ? '<=' : '<'}${plain(to)}`;
}

/** A number as a search reads it. */
function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/0+$/, '');
}
