import type { Card } from '../../../domain/collection/card.ts';
import { type ClockReading, studyDayOf } from '../../../kernel/study-day.ts';
import type { AnkiCard, AnkiConfig } from '../anki-collection.ts';
import type { AnkiDays } from './schedules.ts';

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
