import type { CatchUp, Overlay, StudyBreak } from '../overlay/overlay.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** A pile that is being worked off: which of how many days this is. */
export interface Spread {
  readonly name: string;
  /** 1 for the first day. */
  readonly day: number;
  readonly days: number;
}

/** The break that `today` lies in; the one that ends last where there are several. */
export function breakOn(overlays: readonly Overlay[], today: StudyDay): StudyBreak | undefined {
  return overlays
    .filter((each) => each.kind === 'break')
    .filter((each) => each.isOn && each.fromDay <= today && today <= each.toDay)
    .sort((a, b) => b.toDay - a.toDay)[0];
}

/** The catch-up that `today` belongs to, after a break too; the one that ends last (EXAM-19). */
export function spreadOn(overlays: readonly Overlay[], today: StudyDay): Spread | undefined {
  const spreads = overlays
    .filter((each) => each.isOn)
    .flatMap((each) => {
      if (each.kind === 'exam') return [];
      const first = firstDay(each);
      const isToday = first <= today && today < first + each.spreadDays;
      return isToday
        ? [
            {
              name: each.name,
              day: today - first + 1,
              days: each.spreadDays,
              last: first + each.spreadDays,
            },
          ]
        : [];
    })
    .sort((a, b) => b.last - a.last);
  const [spread] = spreads;
  if (!spread) return undefined;
  const { last: _last, ...rest } = spread;
  return rest;
}

function firstDay(overlay: StudyBreak | CatchUp): StudyDay {
  return overlay.kind === 'break' ? overlay.toDay + 1 : overlay.fromDay;
}

/** What waits on a day of a spread: left over from before, and due on the day itself. */
export interface Waiting {
  readonly pile: number;
  readonly own: number;
}

/**
 * How many of what waits are left for today, after `answered` of today: an equal share of the pile
 * for each day that is left, all of it on the last, and what is due on the day itself. Worked out
 * anew each day, so a missed day only makes the next ones longer. Cards or seconds.
 */
export function shareOfPile(
  { pile, own }: Waiting,
  answered: number,
  { day, days }: Spread,
): number {
  const daysLeft = Math.max(1, days - day + 1);
  // Today's answers were of either kind, about as what waits now is.
  const ofPile = pile + own > 0 ? (answered * pile) / (pile + own) : 0;
  return Math.max(0, Math.ceil((pile + ofPile) / daysLeft - ofPile - 1e-9) + own);
}
