import type { Card } from '../../../domain/collection/card.ts';
import type { Deck, Preset, StudySettings } from '../../../domain/collection/deck.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../../domain/collection/deck.ts';
import type { Review } from '../../../domain/collection/review.ts';
import type { Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { KeptPastLog } from '../../../domain/import/past-log.ts';
import type { MediaFile } from '../../../domain/media/media-file.ts';

/** What is here of what a file brings, and what it has to fit in with. */
export interface Here {
  /** Of the file's notes and cards those that are here, by id. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly cards: ReadonlyMap<string, Card>;
  /** By the ids under which the cards' answers are logged. */
  readonly pastLogs: ReadonlyMap<string, KeptPastLog>;
  /** Answers given here that count, likewise, oldest first; of cards that the file has more of. */
  readonly answers: ReadonlyMap<string, readonly Review[]>;
  /** Of the file's notes those that were deleted here. */
  readonly deleted: ReadonlySet<string>;
  readonly types: ReadonlyMap<string, NoteType>;
  readonly decks: readonly Deck[];
  readonly presets: ReadonlyMap<string, Preset>;
  readonly settings: StudySettings;
  /** Every file, by its name in small letters. */
  readonly media: ReadonlyMap<string, MediaFile>;
}

/** An empty collection. */
export const NOTHING_HERE: Here = {
  notes: new Map(),
  cards: new Map(),
  pastLogs: new Map(),
  answers: new Map(),
  deleted: new Set(),
  types: new Map(),
  decks: [],
  presets: new Map(),
  settings: DEFAULT_STUDY_SETTINGS,
  media: new Map(),
};
