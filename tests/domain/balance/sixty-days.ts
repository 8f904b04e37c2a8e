import { weekdayOf } from '../../../src/kernel/study-day.ts';
import { previewInRange } from '../../../src/domain/balance/ranged-schedule.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
} from '../../../src/domain/collection/deck.ts';
import type { Grade, Schedule } from '../../../src/domain/memory/schedule.ts';
import { DEFAULT_OPTIONS, retrievability } from '../../../src/domain/memory/scheduler.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { randomFrom } from '../../../src/kernel/seeded.ts';
import { TODAY } from '../../support/collection.ts';
import { promised } from './promised.ts';

/** What sixty days of study came to. */
export interface SixtyDays {
  /** Reviews on each day, from the day on which the student has them in earnest. */
  readonly reviews: readonly number[];
  /** Mean reviews by weekday, Monday first. */
  readonly byWeekday: readonly number[];
  /** Mean of the predicted recall of the cards when they were asked. */
  readonly meanRecall: number;
  /** Answers that led to a day outside of fuzz's range: none. */
  readonly outside: number;
  /** Days on which two cards of a note were asked, as a share of all reviews. */
  readonly withSibling: number;
}

const NEW_A_DAY = 40;
const DAYS = 60;
/** Before, there are hardly any reviews. */
const SETTLED = 18;

/** A student of notes with two cards each, begun a day apart, who does each day what is due. */
export function sixtyDays(options: Partial<Preset>, seed: number): SixtyDays {
  const preset = { ...DEFAULT_PRESET, ...options };
  const settings = DEFAULT_STUDY_SETTINGS;
  const random = randomFrom(seed);
  const schedules = new Map<CardId, Schedule>();
  const due = new Map<number, number>();
  const reviews: number[] = [];
  const recalls: number[] = [];
  let outside = 0;
  let together = 0;
  const answer = (cardId: CardId, studyDay: number, grade: Grade): void => {
    const schedule = schedules.get(cardId) ?? { state: 'new', reps: 0, lapses: 0 };
    const note = cardId.slice(0, -2);
    const siblings = [`${note}/1`, `${note}/2`]
      .filter((id) => id !== cardId)
      .map((id) => schedules.get(id as CardId))
      .flatMap((own) => (own?.state === 'review' ? [own.dueDay] : []));
    const shown = {
      card: { id: cardId, schedule },
      preset,
      settings,
      daysAhead: { due, siblings },
    };
    // At noon, in UTC.
    const now = { atMillis: (studyDay + 0.5) * 86_400_000, utcOffsetMinutes: 0 };
    const { moment, schedules: given } = promised(shown, now);
    const after = given[grade];
    const range = previewInRange(DEFAULT_OPTIONS, cardId, schedule, moment)[grade - 1]?.range;
    if (after.state === 'review' && range) {
      if (after.intervalDays < range[0] || after.intervalDays > range[1]) outside++;
    }
    if (schedule.state === 'review') count(due, schedule.dueDay, -1);
    if (after.state === 'review') count(due, after.dueDay, 1);
    schedules.set(cardId, after);
  };
  /** Until it leaves its steps, on the same day. */
  const learn = (cardId: CardId, studyDay: number, first: Grade): void => {
    answer(cardId, studyDay, first);
    while (schedules.get(cardId)?.state !== 'review') answer(cardId, studyDay, 3);
  };
  for (let day = 0; day < DAYS; day++) {
    const studyDay = TODAY + day;
    const asked = [...schedules].filter(
      ([, own]) => own.state === 'review' && own.dueDay <= studyDay,
    );
    if (day >= SETTLED) reviews.push(asked.length);
    const notes = new Set(asked.map(([id]) => id.slice(0, -2)));
    if (day >= SETTLED) together += asked.length - notes.size;
    for (const [cardId, schedule] of asked) {
      const recall = retrievability(DEFAULT_OPTIONS, schedule, studyDay) ?? 0;
      if (day >= SETTLED) recalls.push(recall);
      const pass: Grade = random() < 0.15 ? 2 : random() < 0.12 ? 4 : 3;
      learn(cardId, studyDay, random() < recall ? pass : 1);
    }
    for (let at = 0; at < NEW_A_DAY; at++) {
      const note = `n${day >> 1}-${at}`;
      learn(`${note}/${1 + (day & 1)}` as CardId, studyDay, random() < 0.2 ? 4 : 3);
    }
  }
  const byWeekday = Array.from({ length: 7 }, (_, weekday) =>
    mean(reviews.filter((_, at) => weekdayOf(TODAY + SETTLED + at) === weekday)),
  );
  return {
    reviews,
    byWeekday,
    meanRecall: mean(recalls),
    outside,
    withSibling: together / recalls.length,
  };
}

/** Mean change from day to day, as a share of the mean. */
export function unevenness(reviews: readonly number[]): number {
  const changes = reviews.slice(1).map((each, at) => Math.abs(each - (reviews[at] ?? 0)));
  return mean(changes) / mean(reviews);
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function count(due: Map<number, number>, day: number, by: 1 | -1): void {
  due.set(day, (due.get(day) ?? 0) + by);
}
