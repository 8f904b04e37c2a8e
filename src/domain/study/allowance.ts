import type { Preset } from '../collection/deck.ts';
import type { DayTotals } from '../collection/review.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { availableBy, type Tally } from './tally.ts';

/** Counts by kind. `learning` is only counted where learning cards are. */
export interface KindCounts {
  readonly new: number;
  readonly learning: number;
  readonly review: number;
}

/** What a deck's limits still allow today (QUEUE-6); never below zero. */
export function allowanceOf(
  preset: Preset,
  today: DayTotals | undefined,
): { readonly new: number; readonly review: number } {
  const newDone = today?.byKind.new.answers ?? 0;
  const reviewsDone = today?.byKind.review.answers ?? 0;
  return {
    new: Math.max(0, preset.newPerDay - newDone),
    review: Math.max(0, preset.reviewsPerDay - reviewsDone),
  };
}

/** What `tally` (of a deck or of a section in it) will still ask for today, within the allowance. */
export function leftToday(
  tally: Tally | undefined,
  preset: Preset,
  allowance: { readonly new: number; readonly review: number },
  today: StudyDay,
): { readonly new: number; readonly review: number } {
  if (!tally) return { new: 0, review: 0 };
  const by = (part: keyof Tally): number => availableBy(tally[part], today);
  const [fresh, reviews] = preset.burySiblings
    ? [by('newNotes') - by('newNotesInReview'), by('reviewNotes')]
    : [by('newCards'), by('reviewCards')];
  return { new: Math.min(allowance.new, fresh), review: Math.min(allowance.review, reviews) };
}
