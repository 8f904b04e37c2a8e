import type { Card } from '../../../domain/collection/card.ts';
import type { Deck, Preset, StudySettings } from '../../../domain/collection/deck.ts';
import type { Review } from '../../../domain/collection/review.ts';
import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import type { Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { PastEntry } from '../../../domain/import/past-log.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';

/** What a package is made of before any note: all that notes refer to. */
export interface OutgoingCollection {
  /** Every type that a note of it has, as it is now. */
  readonly types: readonly NoteType[];
  /** Every deck that a note of it is in; those above them come by themselves. */
  readonly decks: readonly Deck[];
  readonly presets: readonly Preset[];
  readonly settings: StudySettings;
  /** When the first note was made or the first answer given: Anki counts days from then. */
  readonly begunAtMillis: number;
  /** Now, and where the person is. */
  readonly clock: ClockReading;
  /** Dates, memories, histories, flags and what was learnt of options; otherwise all is new. */
  readonly withSchedule: boolean;
  /** All there is, which takes the place of another collection; otherwise notes that join one. */
  readonly isWhole: boolean;
}

/** A note with its cards, and what was answered on them. */
export interface OutgoingNote {
  readonly note: Note;
  readonly cards: readonly OutgoingCard[];
}

export interface OutgoingCard {
  readonly card: Card;
  /** As another program kept it, oldest first. */
  readonly past: readonly PastEntry[];
  /** Given here, oldest first. */
  readonly reviews: readonly Review[];
  /** Given here while cramming, and not accepted. */
  readonly crammed: readonly CramAnswer[];
}

/** older: the second of Anki's three forms, which every program of its kind opens; newest: its own. */
export type PackageForm = 'older' | 'newest';
