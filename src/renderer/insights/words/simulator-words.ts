import type {
  DaysInSum,
  SimulatedSpan,
  Simulation,
} from '../../../domain/workload/simulator/simulator.ts';
import { about, count, minutes } from '../../kit/text/format.ts';
import { thousands } from '../../kit/text/number-words.ts';

/** What is compared: the days under today's options, and under the changed ones. */
export interface Compared extends Pick<Simulation, 'cards' | 'newLeft' | 'answers'> {
  readonly days: SimulatedSpan;
  readonly now: DaysInSum;
  readonly changed: DaysInSum;
  /** Nothing is other: what is told is how it is. */
  readonly isSame: boolean;
}

/** What the change means for this person, in one sentence (SIM-5). */
export function changeInWords(compared: Compared): string {
  const { days, now, changed, isSame } = compared;
  if (changed.answers === 0) return nothingInWords(compared);
  if (isSame) {
    return `As it is, ${about(now.minutesADay)} a day over the next ${length(days)}, and ${cardsKnown(now)} at its end.`;
  }
  const more = changed.minutesADay - now.minutesADay;
  const moreKnown = Math.round(changed.known) - Math.round(now.known);
  const isAlike = Math.abs(more) < 0.5;
  if (isAlike && moreKnown === 0) {
    return `It hardly changes a thing: ${about(changed.minutesADay)} a day over the next ${length(days)}, and ${cardsKnown(changed)} at its end, with it as without.`;
  }
  const time = isAlike
    ? 'About as many minutes a day as now'
    : `About ${minutes(Math.max(1, Math.abs(more)))} ${more > 0 ? 'more' : 'less'} a day`;
  const how = moreKnown > 0 ? 'more' : 'fewer';
  const knowing =
    moreKnown === 0 ? 'as many cards' : count(Math.abs(moreKnown), `${how} card`, `${how} cards`);
  const known = `${time}, and ${knowing} known in ${inTime(days)}`;
  // Two times that are said alike would be no news.
  if (isAlike) return `${known}: ${number(changed.known)} in place of ${number(now.known)}.`;
  return `${known}: ${minutes(changed.minutesADay)} and ${cards(changed)} in place of ${minutes(now.minutesADay)} and ${number(now.known)}.`;
}

/** What else the change leads to, and how sure all of it is; each a sentence. */
export function besidesInWords(compared: Compared): readonly string[] {
  return [leftOverInWords(compared), newCardsInWords(compared), paceInWords(compared)].filter(
    (sentence) => sentence !== '',
  );
}

function nothingInWords({ days, now, changed, isSame, cards: all, newLeft }: Compared): string {
  const end = `in ${inTime(days)}`;
  if (newLeft === all && changed.waiting === 0) {
    return isSame && now.answers === 0
      ? `As it is, no card is begun over the next ${length(days)}.`
      : `Then no card is begun over the next ${length(days)}.`;
  }
  const left = `${end} ${count(Math.round(changed.waiting), 'review')} would wait, and you would know ${cards(changed)}`;
  return now.answers === 0
    ? `Nothing is studied: ${left}.`
    : `Nothing would be studied: ${left} in place of ${number(now.known)}.`;
}

/** '' where nothing is left over, and where a change hardly touches it. */
function leftOverInWords({ now, changed, isSame }: Compared): string {
  const [before, after] = [Math.round(now.waiting), Math.round(changed.waiting)];
  if (changed.answers === 0) return '';
  const left = `${count(after, 'review')} ${after === 1 ? 'is' : 'are'} left over at the end`;
  if (isSame || before === after) {
    return after === 0 ? '' : `${left}: more come up than the limits let through.`;
  }
  if (after === 0) return `Nothing is left over at the end; as it is, ${count(before, 'review')}.`;
  const difference = thousands(Math.abs(after - before));
  return `${left}, ${difference} ${after > before ? 'more' : 'fewer'} than as it is.`;
}

function newCardsInWords({ now, changed, isSame, newLeft: left, days }: Compared): string {
  if (left === 0) return '';
  const [before, after] = [leftOf(left, now), leftOf(left, changed)];
  const then = (sum: DaysInSum, rest: number): string =>
    rest > 0
      ? `${count(rest, 'new card')} of ${number(left)} ${rest === 1 ? 'is' : 'are'} not begun in ${inTime(days)}`
      : `all new cards are begun in ${count(sum.newLast, 'day')}`;
  if (isSame) return `${capital(then(now, before))}.`;
  if (before === after && now.newLast === changed.newLast) return '';
  return `${capital(then(changed, after))}; as it is, ${before > 0 ? `${number(before)} are not` : `all are in ${count(now.newLast, 'day')}`}.`;
}

/** Below so many answers pace and grades are mostly those of other people (PLAN-9). */
const FEW_ANSWERS = 100;

function paceInWords({ answers }: Compared): string {
  if (answers >= FEW_ANSWERS) return '';
  const so = answers === 0 ? 'Nothing was' : `Only ${count(answers, 'answer was', 'answers were')}`;
  const given = answers === 0 ? 'answered here yet' : 'given here so far';
  return `${so} ${given}: seconds and grades are ${answers === 0 ? '' : 'mostly '}those of other people.`;
}

function leftOf(all: number, { newCards }: DaysInSum): number {
  return Math.max(0, Math.round(all - newCards));
}

function cardsKnown({ known }: DaysInSum): string {
  return `${count(Math.round(known), 'card')} known`;
}

function cards({ known }: DaysInSum): string {
  return count(Math.round(known), 'card');
}

function length(days: SimulatedSpan): string {
  return days === 365 ? 'year' : `${days} days`;
}

function inTime(days: SimulatedSpan): string {
  return days === 365 ? 'a year' : `${days} days`;
}

function number(value: number): string {
  return thousands(Math.round(value));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
