import { t } from '../../kernel/texts.ts';
import type { Note } from '../content/note.ts';
import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import type { Card } from './card.ts';
import type { Review } from './review.ts';

/** A clock that is a day ahead is a time zone, or a trip. */
const AHEAD_MILLIS = 2 * MILLIS_PER_DAY;
/** Numbers of which there are no fewer than none. */
const NEVER_NEGATIVE =
  /(?:^|\.)(?:reps|lapses|step|intervalDays|elapsedDays|durationMillis|stability|difficulty|newPerDay|reviewsPerDay)$/;

/** What of a row cannot be, in words; undefined: nothing. Whether it is so, no step need be read for. */
export function impossibleIn(table: string, row: unknown, nowMillis: number): string | undefined {
  const wrong = numbersIn(row, '').find(({ value }) => !Number.isFinite(value));
  if (wrong) return t`${wrong.name} is no number`;
  const negative = numbersIn(row, '').find(
    ({ name, value }) => value < 0 && NEVER_NEGATIVE.test(name),
  );
  if (negative) return t`${negative.name} is below 0`;
  const ahead = instantsOf(table, row).some((millis) => millis > nowMillis + AHEAD_MILLIS);
  return ahead ? t`it is dated in the future` : undefined;
}

function instantsOf(table: string, row: unknown): readonly number[] {
  if (table === 'reviews') return [(row as Review).atMillis];
  if (table === 'notes') return [(row as Note).addedAtMillis, (row as Note).editedAtMillis];
  if (table !== 'cards') return [];
  const { schedule } = row as Card;
  return schedule !== undefined && 'lastReview' in schedule ? [schedule.lastReview.atMillis] : [];
}

interface Named {
  readonly name: string;
  readonly value: number;
}

function numbersIn(value: unknown, name: string): readonly Named[] {
  if (typeof value === 'number') return [{ name, value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) =>
    numbersIn(each, name === '' ? key : `${name}.${key}`),
  );
}
