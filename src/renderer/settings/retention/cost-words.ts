import type { RetentionCurve, RetentionPoint } from '../../../domain/workload/retention-curve.ts';
import { count, minutes } from '../../kit/text/format.ts';
import { thousands } from '../../kit/text/number-words.ts';

/** What the chosen desired retention would cost and bring, beside the present one (OPTIONS-9). */
export function costInWords(
  { cards }: Pick<RetentionCurve, 'cards'>,
  chosen: RetentionPoint,
  present: RetentionPoint | undefined,
): string {
  const all = count(Math.round(cards), 'card');
  const time = `${minutes(chosen.minutesPerDay)} a day`;
  const known = Math.round(chosen.known);
  if (!present || chosen.percent === present.percent) {
    const asNow = present ? ', as it is now,' : '';
    return `${chosen.percent} %${asNow} would take ${time} over the coming year, and you would know ${number(known)} of ${all} at its end.`;
  }
  const more = Math.round(chosen.minutesPerDay) - Math.round(present.minutesPerDay);
  const longer =
    more === 0 ? 'about as much as now' : `${number(Math.abs(more))} ${than(more)} than now`;
  const moreKnown = known - Math.round(present.known);
  const knowing =
    moreKnown === 0
      ? `as many of ${all} as now`
      : `${number(Math.abs(moreKnown))} ${moreKnown > 0 ? 'more' : 'fewer'} of ${all}`;
  return `${chosen.percent} % would take ${time}, ${longer}, and a year from now you would know ${knowing}.`;
}

/** Which one is suggested, and why (OPTIONS-8). */
export function suggestionInWords({ points, suggestion }: RetentionCurve): string {
  const { percent, from, to } = suggestion;
  const at = (wanted: number) => points.find((point) => point.percent === wanted);
  const below = perMinute(at(from), at(percent));
  const above = perMinute(at(percent), at(to));
  if (below === undefined || above === undefined) {
    return `${percent} % is suggested: beyond it, more minutes bring little.`;
  }
  return `${percent} % is suggested: from ${from} % up to it, another minute a day brings ${cardsMore(below)}; beyond it, ${cardsMore(above)}.`;
}

/** A point in words, as it is looked at. */
export function pointInWords({ percent, minutesPerDay, known }: RetentionPoint): string {
  return `${percent} %: ${minutes(minutesPerDay)} a day, ${count(Math.round(known), 'card')} known`;
}

/** Cards known for another minute a day; undefined where there is nothing between the two. */
function perMinute(
  low: RetentionPoint | undefined,
  high: RetentionPoint | undefined,
): number | undefined {
  if (!low || !high || low.percent === high.percent) return undefined;
  const more = high.minutesPerDay - low.minutesPerDay;
  return more > 0 ? (high.known - low.known) / more : undefined;
}

function cardsMore(cards: number): string {
  return cards < 1 ? 'less than one card' : count(Math.round(cards), 'card');
}

function than(more: number): string {
  return more > 0 ? 'more' : 'fewer';
}

function number(value: number): string {
  return thousands(value);
}
