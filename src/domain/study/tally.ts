import { type Card, isActive } from '../collection/card.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { keysWithAbove, keyOfName } from '../text/same-name.ts';

/** How many become available on each study day; day 0 holds what has always been available. */
export type Histogram = Readonly<Record<StudyDay, number>>;

/**
 * Kept counts of one deck (section '') or of one section of it, by its keyOfName, so that Today reads a few rows
 * instead of counting cards. Notes are counted by their earliest card: with siblings buried, a note
 * comes up once a day. Learning cards are few and counted where they wait.
 */
export interface Tally {
  readonly newCards: Histogram;
  readonly newNotes: Histogram;
  readonly reviewCards: Histogram;
  readonly reviewNotes: Histogram;
  /** Of newNotes, those that also have a review due by that day, and come up as that review. */
  readonly newNotesInReview: Histogram;
}
type Part = keyof Tally;

export const EMPTY_TALLY: Tally = {
  newCards: {},
  newNotes: {},
  reviewCards: {},
  reviewNotes: {},
  newNotesInReview: {},
};

/** Sum of all days up to and including `today`. */
export function availableBy(histogram: Histogram, today: StudyDay): number {
  let sum = 0;
  for (const day in histogram) if (Number(day) <= today) sum += histogram[Number(day)] ?? 0;
  return sum;
}

/** Collects changes of notes, to be added to the kept counts. */
export class TallyChanges {
  /** Key: deck id and section, see tallyKey. */
  readonly byKey = new Map<string, Record<Part, Map<StudyDay, number>>>();

  /** Counts the cards of one note in (sign 1) or out (sign -1). */
  count(cardsOfNote: readonly Card[], sign: 1 | -1): void {
    const first = cardsOfNote[0];
    if (!first) return;
    const fresh: StudyDay[] = [];
    const reviews: StudyDay[] = [];
    for (const card of cardsOfNote) {
      if (!isActive(card)) continue;
      const { schedule } = card;
      if (schedule.state === 'new') fresh.push(card.buriedUntil);
      if (schedule.state === 'review') reviews.push(Math.max(schedule.dueDay, card.buriedUntil));
    }
    if (fresh.length === 0 && reviews.length === 0) return;
    for (const sectionKey of ['', ...keysWithAbove(first.sections)]) {
      const parts = this.#at(`${first.deckId}\n${sectionKey}`);
      for (const day of fresh) add(parts.newCards, day, sign);
      for (const day of reviews) add(parts.reviewCards, day, sign);
      const firstNew = Math.min(...fresh);
      const firstReview = Math.min(...reviews);
      if (fresh.length > 0) add(parts.newNotes, firstNew, sign);
      if (reviews.length > 0) add(parts.reviewNotes, firstReview, sign);
      if (fresh.length === 0 || reviews.length === 0) continue;
      add(parts.newNotesInReview, Math.max(firstNew, firstReview), sign);
    }
  }

  /** What was counted, as counts of their own: of what is not kept. */
  tally(deckId: string, section: string): Tally {
    const parts = this.byKey.get(tallyKey(deckId, section));
    if (!parts) return EMPTY_TALLY;
    const of = (part: Part): Histogram => Object.fromEntries(parts[part]);
    return {
      newCards: of('newCards'),
      newNotes: of('newNotes'),
      reviewCards: of('reviewCards'),
      reviewNotes: of('reviewNotes'),
      newNotesInReview: of('newNotesInReview'),
    };
  }

  #at(key: string): Record<Part, Map<StudyDay, number>> {
    const found = this.byKey.get(key);
    if (found) return found;
    const parts = {
      newCards: new Map<StudyDay, number>(),
      newNotes: new Map<StudyDay, number>(),
      reviewCards: new Map<StudyDay, number>(),
      reviewNotes: new Map<StudyDay, number>(),
      newNotesInReview: new Map<StudyDay, number>(),
    };
    this.byKey.set(key, parts);
    return parts;
  }
}

/** The key of a kept count: however the section is spelt. */
export function tallyKey(deckId: string, section: string): string {
  return `${deckId}\n${keyOfName(section)}`;
}

function add(counts: Map<StudyDay, number>, day: StudyDay, sign: 1 | -1): void {
  counts.set(day, (counts.get(day) ?? 0) + sign);
}
