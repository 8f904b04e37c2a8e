import { isActive } from '../../collection/card.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { COUNTED } from '../columns/answer-columns.ts';
import { type DayTable, MATURE_DAYS } from '../columns/day-table.ts';
import type { Scoped } from '../columns/scoped.ts';
import type { Sections } from '../columns/sections.ts';
import { type DaySpan, TIME_GRAINS, type TimeGrain } from '../period.ts';
import { stretchesOf } from '../stretches.ts';
import { type Share, shareOf } from './share.ts';

/** True retention: of each card's first review of a day, how many were recalled (STATS-8). */
export interface Retention {
  /** What was asked for: the mean desired retention of the cards in study. */
  readonly desired: number;
  readonly inPeriod: RetentionByAge;
  /** Fixed stretches, whatever the period. */
  readonly table: readonly (RetentionByAge & { readonly span: RetentionSpan })[];
  /** By day, week, month and year over the period, oldest first; stretches without a review are left out. */
  readonly course: Readonly<Record<TimeGrain, readonly (RetentionByAge & DaySpan)[]>>;
  /** By deck and section in reading order, those without a review left out. */
  readonly bySection: readonly (RetentionByAge & SectionName)[];
  /** By hour of the day, 0 to 23, as the clock is set now: twenty-four of them. */
  readonly byHour: readonly (RetentionByAge & HourLoad)[];
}

export type RetentionSpan = 'today' | 'yesterday' | 'week' | 'month' | 'quarter' | 'year' | 'all';

/** Mature: the interval that came to its end had 21 days or more. */
export interface RetentionByAge {
  readonly young: Share;
  readonly mature: Share;
  readonly all: Share;
}

/** A section of a deck with those below it; a card in two counts in both. */
export interface SectionName {
  readonly deckName: string;
  /** The section's path in whole; '': the cards of the deck that are in none. */
  readonly section: string;
  /** The search that finds its cards; put after the scope's own. */
  readonly search: string;
}

export interface HourLoad {
  readonly hour: number;
  /** All answers of the hour, not first reviews alone. */
  readonly answers: number;
  readonly minutes: number;
}

/** How many of what was reviewed was recalled (STATS-12 to STATS-14). */
export function retentionOf(scoped: Scoped, days: DayTable, sections: Sections): Retention {
  const { from, to: today } = scoped;
  const course = Object.fromEntries(
    TIME_GRAINS.map((grain) => [
      grain,
      stretchesOf({ from: Math.max(from, days.first), to: today }, grain)
        .map((span) => ({ ...span, ...reviewsIn(days, span).told() }))
        .filter(({ all }) => all.of > 0),
    ]),
  ) as unknown as Retention['course'];
  return {
    desired: meanDesired(scoped),
    inPeriod: reviewsIn(days, { from, to: today }).told(),
    table: SPANS.map(({ span, from: first, to: last }) => ({
      span,
      ...reviewsIn(days, {
        from: first === undefined ? days.first : today - first,
        to: today - last,
      }).told(),
    })),
    course,
    ...bySectionAndHour(scoped, sections),
  };
}

/** Days before today at which each stretch begins and ends; a beginning of undefined: the first answer. */
const SPANS: readonly { span: RetentionSpan; from: number | undefined; to: number }[] = [
  { span: 'today', from: 0, to: 0 },
  { span: 'yesterday', from: 1, to: 1 },
  { span: 'week', from: 6, to: 0 },
  { span: 'month', from: 29, to: 0 },
  { span: 'quarter', from: 89, to: 0 },
  { span: 'year', from: 364, to: 0 },
  { span: 'all', from: undefined, to: 0 },
];

/** Reviews of one stretch, section or hour, as they are counted. */
class Reviews {
  readonly #counts: [number, number, number, number] = [0, 0, 0, 0];

  add(isMature: boolean, isRecalled: boolean): void {
    this.#counts[isMature ? 2 : 0]++;
    if (isRecalled) this.#counts[isMature ? 3 : 1]++;
  }

  addDay(counts: readonly [number, number, number, number]): void {
    for (const [index, count] of counts.entries()) this.#counts[index as 0] += count;
  }

  told(): RetentionByAge {
    const [young, youngRecalled, mature, matureRecalled] = this.#counts;
    return {
      young: shareOf(youngRecalled, young),
      mature: shareOf(matureRecalled, mature),
      all: shareOf(youngRecalled + matureRecalled, young + mature),
    };
  }
}

function reviewsIn(days: DayTable, { from, to }: DaySpan): Reviews {
  const reviews = new Reviews();
  for (let day: StudyDay = Math.max(from, days.first); day <= to; day++) {
    reviews.addDay(days.reviews(day));
  }
  return reviews;
}

const HOURS = 24;

function bySectionAndHour(
  { arrays, histories, from, to, now }: Scoped,
  { names, ofHistory }: Sections,
): Pick<Retention, 'bySection' | 'byHour'> {
  const { day, minute, grade, flags, millis, lastInterval } = arrays;
  const bySection = names.map(() => new Reviews());
  const byHour = Array.from({ length: HOURS }, () => ({
    reviews: new Reviews(),
    answers: 0,
    millis: 0,
  }));
  for (const [index, { start, count }] of histories.entries()) {
    const own = ofHistory[index] ?? [];
    for (let at = start; at < start + count; at++) {
      const today = day[at] ?? 0;
      if (today < from || today > to) continue;
      const hour = Math.floor(((minute[at] ?? 0) + now.utcOffsetMinutes) / 60) % HOURS;
      const ofHour = byHour[hour];
      if (ofHour) {
        ofHour.answers++;
        ofHour.millis += millis[at] ?? 0;
      }
      if (((flags[at] ?? 0) & COUNTED) !== COUNTED) continue;
      const isMature = (lastInterval[at] ?? 0) >= MATURE_DAYS;
      const isRecalled = (grade[at] ?? 0) > 1;
      ofHour?.reviews.add(isMature, isRecalled);
      for (const section of own) bySection[section]?.add(isMature, isRecalled);
    }
  }
  return {
    bySection: bySection.flatMap((reviews, index) => {
      const [name, told] = [names[index], reviews.told()];
      return name && told.all.of > 0 ? [{ ...name, ...told }] : [];
    }),
    byHour: byHour.map(({ reviews, answers, millis: spent }, hour) => ({
      hour,
      answers,
      minutes: spent / 60_000,
      ...reviews.told(),
    })),
  };
}

/** Of cards that have been learned, or of all where none has. */
function meanDesired({ cards }: Scoped): number {
  const active = cards.filter(({ card }) => isActive(card));
  const learned = active.filter(({ card }) => card.schedule.state !== 'new');
  const among = learned.length > 0 ? learned : active.length > 0 ? active : cards;
  const sum = among.reduce((total, { deck }) => total + deck.options.desiredRetention, 0);
  return among.length > 0 ? sum / among.length : 0;
}
