import type { DeckId, NoteId } from '../../kernel/ids.ts';
import type { ClockReading } from '../../kernel/study-day.ts';

/** What can go out: everything, decks with those below them, what a search finds, or chosen notes. */
export type ExportWhat =
  | { readonly kind: 'all' }
  | { readonly kind: 'decks'; readonly deckIds: readonly DeckId[] }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'notes'; readonly noteIds: readonly NoteId[] };

/**
 * apkg: for any Anki; apkg-newest: for Anki 2.1.50 and later; colpkg: takes the place of a whole
 * collection; text and csv: tables of notes.
 */
export type ExportForm = 'apkg' | 'apkg-newest' | 'colpkg' | 'text' | 'csv';

export interface ExportChoices {
  readonly form: ExportForm;
  /** Dates, memories, histories and study options; for packages alone. */
  readonly withSchedule: boolean;
  readonly withMedia: boolean;
}

/** The same for the worker, which knows no searches and no clock. */
export interface ExportAsked extends ExportChoices {
  readonly what: Exclude<ExportWhat, { readonly kind: 'search' }>;
  readonly now: ClockReading;
}

/** A file that was made, and what it holds. */
export interface ExportedFile {
  readonly content: Blob;
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
  /** What could not go out, or goes out as something else, and why: each a sentence. */
  readonly problems: readonly string[];
}
