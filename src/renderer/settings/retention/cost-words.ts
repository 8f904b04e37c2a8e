import type { RetentionCurve, RetentionPoint } from '../../../domain/workload/retention-curve.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { minutes } from '../../kit/text/format.ts';

/** What the chosen desired retention would cost and bring, beside the present one (OPTIONS-9). */
export function costInWords(
  { cards }: Pick<RetentionCurve, 'cards'>,
  chosen: RetentionPoint,
  present: RetentionPoint | undefined,
): string {
  const all = plural(Math.round(cards), '# card');
  const time = t`${minutes(chosen.minutesPerDay)} a day`;
  const known = Math.round(chosen.known);
  if (!present || chosen.percent === present.percent) {
    const asNow = present ? t`, as it is now,` : '';
    return t`${chosen.percent} %${asNow} would take ${time} over the coming year, and you would know ${number(known)} of ${all} at its end.`;
  }
  const more = Math.round(chosen.minutesPerDay) - Math.round(present.minutesPerDay);
  const longer =
    more === 0 ? t`about as much as now` : t`${number(Math.abs(more))} ${than(more)} than now`;
  const moreKnown = known - Math.round(present.known);
  const knowing =
    moreKnown === 0
      ? t`as many of ${all} as now`
      : t`${number(Math.abs(moreKnown))} ${moreKnown > 0 ? t`more` : t`fewer`} of ${all}`;
  return t`${chosen.percent} % would take ${time}, ${longer}, and a year from now you would know ${knowing}.`;
}

/** Which one is suggested, and why (OPTIONS-8). */
export function suggestionInWords({ points, suggestion }: RetentionCurve): string {
  const { percent, from, to } = suggestion;
  const at = (wanted: number) => points.find((point) => point.percent === wanted);
  const below = perMinute(at(from), at(percent));
  const above = perMinute(at(percent), at(to));
  if (below === undefined || above === undefined) {
    return t`${percent} % is suggested: beyond it, more minutes bring little.`;
  }
  return t`${percent} % is suggested: from ${from} % up to it, another minute a day brings ${cardsMore(below)}; beyond it, ${cardsMore(above)}.`;
}

/** A point in words, as it is looked at. */
export function pointInWords({ percent, minutesPerDay, known }: RetentionPoint): string {
  return t`${percent} %: ${minutes(minutesPerDay)} a day, ${plural(Math.round(known), '# card')} known`;
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
  return cards < 1 ? t`less than one card` : plural(Math.round(cards), '# card');
}

function than(more: number): string {
  return more > 0 ? t`more` : t`fewer`;
}

function number(value: number): string {
  return thousands(value);
}
