import { t } from '../../kernel/texts.ts';
import { validOptions } from '../memory/options.ts';
import { GRADES, type Grade, type Moment, type SchedulerOptions } from '../memory/schedule.ts';
import { studyDayOf } from '../../kernel/study-day.ts';
import { parseIsoInstant } from './iso-instant.ts';

/** A history to replay: who was graded what and when. */
export interface ReplayInput {
  readonly options: SchedulerOptions;
  readonly cards: readonly ReplayCard[];
}

export interface ReplayCard {
  readonly id: string | number;
  /** In the order given, which is the order of grading even where a clock went back. */
  readonly reviews: readonly { readonly moment: Moment; readonly grade: Grade }[];
}

/** What reviews without an offset take, and when a study day begins. */
interface Place {
  readonly utcOffsetMinutes: number;
  readonly rolloverHour: number;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks a parsed JSON history (MEMORY-21, MEMORY-22). Either the history or every problem found in it, each
 * one line that names the card and the review, counted from 1. Shape: `{ utcOffsetMinutes?: 0,
 * rolloverHour?: 4, weights?, desiredRetention?: 0.9, cards: [{ id, reviews: [{ at, grade }] }] }`.
 */
export function readReplayInput(
  input: unknown,
): { readonly input: ReplayInput } | { readonly problems: readonly string[] } {
  if (!isObject(input)) return { problems: [t`The file must hold one JSON object with "cards".`] };
  const problems: string[] = [];
  const place = readPlace(input, problems);
  const { weights, desiredRetention } = input;
  const checked = validOptions({ weights, desiredRetention, fuzz: false });
  if ('problem' in checked) problems.push(checked.problem);
  const cards = listOf(input.cards, '"cards"', problems).map((card, index) =>
    readCard(card, t`Card ${index + 1}`, place, problems),
  );
  if (problems.length > 0 || 'problem' in checked) return { problems };
  return { input: { options: checked.options, cards } };
}

function readPlace(input: Json, problems: string[]): Place {
  const { utcOffsetMinutes = 0, rolloverHour = 4 } = input;
  if (!isWhole(utcOffsetMinutes, -1439, 1439)) {
    problems.push(
      t`"utcOffsetMinutes" must be whole minutes from -1439 to 1439, not ${shown(utcOffsetMinutes)}.`,
    );
  }
  if (!isWhole(rolloverHour, 0, 23)) {
    problems.push(t`"rolloverHour" must be a whole hour from 0 to 23, not ${shown(rolloverHour)}.`);
  }
  return { utcOffsetMinutes: Number(utcOffsetMinutes), rolloverHour: Number(rolloverHour) };
}

function readCard(card: unknown, name: string, place: Place, problems: string[]): ReplayCard {
  const { id, reviews } = isObject(card) ? card : {};
  const isNamed = typeof id === 'string' || typeof id === 'number';
  if (!isNamed) problems.push(t`${name}: "id" must be a text or a number, not ${shown(id)}.`);
  const fullName = isNamed ? `${name} (${shown(id)})` : name;
  const read = listOf(reviews, `${fullName}: "reviews"`, problems).map((review, index) =>
    readReview(review, t`${fullName}, review ${index + 1}`, place, problems),
  );
  return { id: isNamed ? id : name, reviews: read };
}

function readReview(review: unknown, name: string, place: Place, problems: string[]) {
  const { at, grade } = isObject(review) ? review : {};
  const reading = typeof at === 'string' ? parseIsoInstant(at, place.utcOffsetMinutes) : undefined;
  if (!reading) {
    const example = '"2026-03-29T23:30:00+02:00"';
    problems.push(
      t`${name}: "at" must be an ISO 8601 date and time such as ${example}, not ${shown(at)}.`,
    );
  }
  if (!isGrade(grade))
    problems.push(t`${name}: "grade" must be 1, 2, 3 or 4, not ${shown(grade)}.`);
  const atMillis = reading?.atMillis ?? 0;
  const studyDay = reading ? studyDayOf(reading, place.rolloverHour) : 0;
  return { moment: { atMillis, studyDay }, grade: isGrade(grade) ? grade : 1 } as const;
}

function listOf(value: unknown, name: string, problems: string[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  problems.push(t`${name} must be a list, not ${shown(value)}.`);
  return [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isGrade(value: unknown): value is Grade {
  return (GRADES as readonly unknown[]).includes(value);
}

function isWhole(value: unknown, low: number, high: number): boolean {
  return Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
