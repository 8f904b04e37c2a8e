import type {
  DaysInSum,
  SimulatedSpan,
  Simulation,
} from '../../../domain/workload/simulator/simulator.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { about, minutes } from '../../kit/text/format.ts';

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
    return t`As it is, ${about(now.minutesADay)} a day over the next ${length(days)}, and ${cardsKnown(now)} at its end.`;
  }
  const more = changed.minutesADay - now.minutesADay;
  const moreKnown = Math.round(changed.known) - Math.round(now.known);
  const isAlike = Math.abs(more) < 0.5;
  if (isAlike && moreKnown === 0) {
    return t`It hardly changes a thing: ${about(changed.minutesADay)} a day over the next ${length(days)}, and ${cardsKnown(changed)} at its end, with it as without.`;
  }
  const time = isAlike
    ? t`About as many minutes a day as now`
    : t`About ${minutes(Math.max(1, Math.abs(more)))} ${more > 0 ? t`more` : t`less`} a day`;
  const knowing =
    moreKnown === 0
      ? t`as many cards`
      : moreKnown > 0
        ? plural(moreKnown, '# more card')
        : plural(-moreKnown, '# fewer card');
  const known = t`${time}, and ${knowing} known in ${inTime(days)}`;
  // Two times that are said alike would be no news.
  if (isAlike) return t`${known}: ${number(changed.known)} in place of ${number(now.known)}.`;
  return t`${known}: ${minutes(changed.minutesADay)} and ${cards(changed)} in place of ${minutes(now.minutesADay)} and ${number(now.known)}.`;
}

/** What else the change leads to, and how sure all of it is; each a sentence. */
export function besidesInWords(compared: Compared): readonly string[] {
  return [leftOverInWords(compared), newCardsInWords(compared), paceInWords(compared)].filter(
    (sentence) => sentence !== '',
  );
}

function nothingInWords({ days, now, changed, isSame, cards: all, newLeft }: Compared): string {
  const end = t`in ${inTime(days)}`;
  if (newLeft === all && changed.waiting === 0) {
    return isSame && now.answers === 0
      ? t`As it is, no card is begun over the next ${length(days)}.`
      : t`Then no card is begun over the next ${length(days)}.`;
  }
  const left = t`${end} ${plural(Math.round(changed.waiting), '# review')} would wait, and you would know ${cards(changed)}`;
  return now.answers === 0
    ? t`Nothing is studied: ${left}.`
    : t`Nothing would be studied: ${left} in place of ${number(now.known)}.`;
}

/** '' where nothing is left over, and where a change hardly touches it. */
function leftOverInWords({ now, changed, isSame }: Compared): string {
  const [before, after] = [Math.round(now.waiting), Math.round(changed.waiting)];
  if (changed.answers === 0) return '';
  const left = plural(
    after,
    '# review is left over at the end',
    '# reviews are left over at the end',
  );
  if (isSame || before === after) {
    return after === 0 ? '' : t`${left}: more come up than the limits let through.`;
  }
  if (after === 0)
    return t`Nothing is left over at the end; as it is, ${plural(before, '# review')}.`;
  const difference = thousands(Math.abs(after - before));
  return t`${left}, ${difference} ${after > before ? t`more` : t`fewer`} than as it is.`;
}

function newCardsInWords({ now, changed, isSame, newLeft: left, days }: Compared): string {
  if (left === 0) return '';
  const [before, after] = [leftOf(left, now), leftOf(left, changed)];
  const then = (sum: DaysInSum, rest: number): string =>
    rest > 0
      ? plural(
          rest,
          '# new card of {left} is not begun in {days}',
          '# new cards of {left} are not begun in {days}',
          { left: number(left), days: inTime(days) },
        )
      : t`all new cards are begun in ${plural(sum.newLast, '# day')}`;
  if (isSame) return `${capital(then(now, before))}.`;
  if (before === after && now.newLast === changed.newLast) return '';
  return t`${capital(then(changed, after))}; as it is, ${before > 0 ? t`${number(before)} are not` : t`all are in ${plural(now.newLast, '# day')}`}.`;
}

/** Below so many answers pace and grades are mostly those of other people (PLAN-9). */
const FEW_ANSWERS = 100;

function paceInWords({ answers }: Compared): string {
  if (answers >= FEW_ANSWERS) return '';
  const so =
    answers === 0 ? t`Nothing was` : t`Only ${plural(answers, '# answer was', '# answers were')}`;
  const given = answers === 0 ? t`answered here yet` : t`given here so far`;
  return t`${so} ${given}: seconds and grades are ${answers === 0 ? '' : t`mostly `}those of other people.`;
}

function leftOf(all: number, { newCards }: DaysInSum): number {
  return Math.max(0, Math.round(all - newCards));
}

function cardsKnown({ known }: DaysInSum): string {
  return t`${plural(Math.round(known), '# card')} known`;
}

function cards({ known }: DaysInSum): string {
  return plural(Math.round(known), '# card');
}

function length(days: SimulatedSpan): string {
  return days === 365 ? t`year` : t`${days} days`;
}

function inTime(days: SimulatedSpan): string {
  return days === 365 ? t`a year` : t`${days} days`;
}

function number(value: number): string {
  return thousands(Math.round(value));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
