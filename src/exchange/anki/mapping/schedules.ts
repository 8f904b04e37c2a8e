import type { Card } from '../../../domain/collection/card.ts';
import type { LastReview, Schedule } from '../../../domain/memory/schedule.ts';
import { soundMemory } from '../../../domain/memory/repair.ts';
import {
  type ClockReading,
  startOfStudyDay,
  studyDayOf,
  type StudyDay,
} from '../../../kernel/study-day.ts';
import { MILLIS_PER_DAY, MILLIS_PER_MINUTE } from '../../../kernel/time.ts';
import type { AnkiCard, AnkiCollection, AnkiConfig, AnkiReviews } from '../anki-collection.ts';
import { entryKind } from './answers/histories.ts';
import { cardData, type FoundMemory } from './answers/memories.ts';

/** How a collection counts days, and where the person is now. */
export interface AnkiDays {
  /** The study day that dues of 0 mean. */
  readonly firstDay: StudyDay;
  readonly utcOffsetMinutes: number;
  readonly rolloverHour: number;
}

/**
 * Day numbers of the collection as days of the calendar (ANKI-6): they count from the local date
 * on which it was made. `utcOffsetMinutes`: where the person is; also where the collection was made
 * if it does not say.
 */
export function dayCountOf(
  {
    createdSeconds,
    config,
  }: Pick<AnkiCollection, 'createdSeconds'> & {
    readonly config: Pick<AnkiConfig, 'createdOffsetMinutes' | 'rolloverHour'>;
  },
  utcOffsetMinutes: number,
): AnkiDays {
  const offset = config.createdOffsetMinutes ?? utcOffsetMinutes;
  const localMillis = createdSeconds * 1000 + offset * MILLIS_PER_MINUTE;
  return {
    firstDay: Math.floor(localMillis / MILLIS_PER_DAY),
    utcOffsetMinutes,
    rolloverHour: config.rolloverHour,
  };
}

/** Numbers above this are seconds since 1970, as Anki tells them apart: no day has such a number. */
const FIRST_INSTANT = 1_000_000_000;
/** The last that a date can name. */
const LAST_INSTANT = 8_640_000_000_000;
const MOST_DAYS = 36_500;

const LEARNING = 1;
const REVIEW = 2;
const RELEARNING = 3;

/** How many steps there are, of each kind. */
export interface StepCounts {
  readonly learning: number;
  readonly relearning: number;
}

/**
 * Where a card stands (ANKI-6, ANKI-7). `due`: at its home, in the meaning of its type: a place
 * among new cards, a day, or for a card in steps an instant. A card that is in review or steps and
 * of which nothing is known is new.
 */
export function scheduleOf(
  card: AnkiCard,
  due: number,
  found: FoundMemory | undefined,
  lastReview: LastReview | undefined,
  steps: StepCounts,
  days: AnkiDays,
): Schedule {
  const counts = { reps: Math.max(0, card.reps), lapses: Math.max(0, card.lapses) };
  if (!found || card.type < LEARNING || card.type > RELEARNING) return { state: 'new', ...counts };
  const dueDay = days.firstDay + Math.min(MOST_DAYS * 2, Math.max(-MOST_DAYS * 2, due));
  if (card.type === REVIEW) {
    const intervalDays = Math.min(MOST_DAYS, Math.max(1, card.ivl));
    const memory = soundMemory(found.memory, intervalDays);
    const last = lastReview ?? startOf(dueDay - intervalDays, days);
    return { state: 'review', ...counts, memory, intervalDays, dueDay, lastReview: last };
  }
  const dueAtMillis =
    due >= FIRST_INSTANT ? Math.min(due, LAST_INSTANT) * 1000 : startOf(dueDay, days).atMillis;
  const left = Math.max(0, card.left) % 1000;
  const count = card.type === RELEARNING ? steps.relearning : steps.learning;
  return {
    state: card.type === RELEARNING ? 'relearning' : 'learning',
    ...counts,
    memory: soundMemory(found.memory),
    step: Math.max(0, count - left),
    dueAtMillis,
    lastReview: lastReview ?? studied(dueAtMillis, days),
  };
}

/** When a card was last answered: what its row says, else the newest answer of its log. */
export function lastReviewOf(
  card: AnkiCard,
  reviews: AnkiReviews,
  rows: Int32Array,
  days: AnkiDays,
): LastReview | undefined {
  const { lastReviewSeconds } = cardData(card);
  if (lastReviewSeconds !== undefined && lastReviewSeconds <= LAST_INSTANT)
    return studied(lastReviewSeconds * 1000, days);
  const newest = rows.findLast((at) => entryKind(reviews, at) === 'answer');
  return newest === undefined ? undefined : studied(reviews.ids[newest] ?? 0, days);
}

function studied(atMillis: number, days: AnkiDays): LastReview {
  return { atMillis, studyDay: studyDayOf({ atMillis, ...days }, days.rolloverHour) };
}

function startOf(studyDay: StudyDay, days: AnkiDays): LastReview {
  const atMillis = startOfStudyDay(studyDay, days.utcOffsetMinutes, days.rolloverHour);
  return { atMillis, studyDay };
}

const BY_SIBLING = -2;
const BY_HAND = -3;

/**
 * Until when a card is buried, and whether a person did it (ANKI-5). Anki lets buried cards go at
 * the first start of a day, and keeps the day on which it last did.
 */
export function buriedOf(
  { queue }: Pick<AnkiCard, 'queue'>,
  { all, rolloverHour }: AnkiConfig,
  { firstDay }: AnkiDays,
  clock: ClockReading,
): Pick<Card, 'buriedUntil' | 'putAwayUntil'> {
  if (queue !== BY_SIBLING && queue !== BY_HAND) return { buriedUntil: 0 };
  const last = all.get('lastUnburied');
  const today = studyDayOf(clock, rolloverHour);
  const studied = typeof last === 'number' && last > 0 ? Math.min(today, firstDay + last) : today;
  const buriedUntil = studied + 1;
  return queue === BY_HAND ? { buriedUntil, putAwayUntil: buriedUntil } : { buriedUntil };
}
