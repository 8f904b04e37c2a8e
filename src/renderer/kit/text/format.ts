import { type StudyDay, studyDayOf } from '../../../kernel/study-day.ts';
import { LANGUAGE, plural, t } from '../../../kernel/texts.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';

/** 'less than a minute', '1 minute', '12 minutes', '2 h 5 min'. */
export function minutes(value: number): string {
  if (value <= 0) return t`no time`;
  if (value < 1) return t`less than a minute`;
  const whole = Math.round(value);
  if (whole < 90) return plural(whole, '# minute');
  return t`${Math.floor(whole / 60)} h ${whole % 60} min`;
}

/** What a day asks for, as its figure: '12 minutes'; cards where that would be no number of minutes. */
export function asked(value: number, cards: number): string {
  return value < 1 ? plural(cards, '# card') : minutes(value);
}

/** 'about 12 minutes', 'less than a minute'. */
export function about(value: number): string {
  return value < 1 ? minutes(value) : t`about ${minutes(value)}`;
}

/** '12 min', '<1 min', '–' for none: for tables. */
export function shortMinutes(value: number): string {
  if (value <= 0) return '–';
  if (value < 1) return t`<1 min`;
  const whole = Math.round(value);
  if (whole < 90) return t`${whole} min`;
  return t`${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`;
}

/** The time until a card comes back: '10 min', '4 days', '2.5 months', '1.2 years'. */
export function interval(time: { readonly days: number } | { readonly minutes: number }): string {
  if ('minutes' in time) {
    if (time.minutes < 1) return t`<1 min`;
    if (time.minutes < 100) return t`${Math.round(time.minutes)} min`;
    return t`${twoFigures(time.minutes / 60)} h`;
  }
  const { days } = time;
  if (days < 45) return plural(days, '# day');
  const months = twoFigures(days / 30.44);
  if (Number(months) < 12) return t`${months} months`;
  const years = twoFigures(days / 365.25);
  return years === '1' ? t`1 year` : t`${years} years`;
}

/**
 * The language as it is written where the person's system is: 'en-DE' has the order of a German date and
 * its 24 hours, in the program's own words (LOOK-5). Where nobody writes English, it is the British
 * order, which the most have.
 */
export function localeOf(systems: string | undefined): string {
  try {
    const { region = 'GB' } = new Intl.Locale(systems ?? 'en-GB').maximize();
    const { locale } = new Intl.DateTimeFormat(`${LANGUAGE}-${region}`).resolvedOptions();
    return locale === 'en' && region !== 'US' ? 'en-GB' : `${LANGUAGE}-${region}`;
  } catch {
    return 'en-GB';
  }
}

const LOCALE = localeOf(globalThis.navigator?.language);

/** A study day as a date in the reader's own words. */
export function date(studyDay: StudyDay, options: Intl.DateTimeFormatOptions): string {
  return inPlace(studyDay * MILLIS_PER_DAY, { ...options, timeZone: 'UTC' });
}

/** A moment as date and time are written where the person is. */
export function inPlace(millis: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, options).format(millis);
}

/** '09:05', or '9:05 AM' where that is usual. */
export function clockTime(millis: number, timeZone?: 'UTC'): string {
  return inPlace(millis, { timeStyle: 'short', ...(timeZone && { timeZone }) });
}

/** The day of the calendar here on which a moment is. */
export function dayHere(millis: number): StudyDay {
  const utcOffsetMinutes = -new Date(millis).getTimezoneOffset();
  return studyDayOf({ atMillis: millis, utcOffsetMinutes }, 0);
}

/** When a step ends: '09:05', and of another day than now '2 Mar 2026, 09:05'. */
export function timeOrDate(millis: number, nowMillis: number): string {
  return dayHere(millis) === dayHere(nowMillis) ? clockTime(millis) : dated(millis);
}

/** '2 March 2026'; with the time of day where it is asked for. */
export function fullDate(millis: number, timeStyle?: 'short'): string {
  return inPlace(millis, { dateStyle: 'long', ...(timeStyle && { timeStyle }) });
}

/** 'Sunday 22 November'. */
export function longDate(studyDay: StudyDay): string {
  return date(studyDay, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** '22 Nov 2026'. */
export function shortDate(studyDay: StudyDay): string {
  return date(studyDay, { dateStyle: 'medium' });
}

/** A moment, where the person is: '2 Mar 2026, 08:00'. */
export function dated(millis: number): string {
  return inPlace(millis, { dateStyle: 'medium', timeStyle: 'short' });
}

/** '93 %'. */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 100)} %`;
}

/** '93 %' of what was counted (hundredthsOf). */
export function percentOf(count: number, all: number): string {
  return `${hundredthsOf(count, all)} %`;
}

/** The same of a share, 0 to 1: '100 %' is all of it, and '0 %' none. */
export function percentOfAll(share: number): string {
  return percentOf(share, 1);
}

/** Of `all`, in whole hundredths: 100 is all of it, and 0 none. */
export function hundredthsOf(count: number, all: number): number {
  const [least, most] = [count > 0 ? 1 : 0, count < all ? 99 : 100];
  return Math.min(most, Math.max(least, Math.round((count / all) * 100)));
}

/** Parts of a whole in hundredths that are a hundred together; no part that is there is none. */
export function inHundredths(parts: readonly number[]): readonly number[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  if (all === 0) return parts;
  const said = parts.map((part) => hundredthsOf(part, all));
  for (
    let over = said.reduce((sum, part) => sum + part, 0) - 100;
    over !== 0;
    over -= Math.sign(over)
  ) {
    // Where it is furthest from what is so, and leaves something.
    const by = Math.sign(over);
    const off = said.map((part, index) =>
      part - by < 1 ? -Infinity : by * (part - ((parts[index] ?? 0) / all) * 100),
    );
    const at = off.indexOf(Math.max(...off));
    said[at] = (said[at] ?? 0) - by;
  }
  return said;
}

/** '2.5', '3', '<0.1' for less than is shown: of minutes and seconds in tables. */
export function tenths(value: number): string {
  return value > 0 && value < 0.05 ? '<0.1' : value.toFixed(1).replace('.0', '');
}

/** '2.5', '12': two figures are enough. */
export function twoFigures(value: number): string {
  return value >= 10 ? String(Math.round(value)) : tenths(value);
}
