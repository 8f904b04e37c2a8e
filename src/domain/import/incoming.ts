import type { Card } from '../collection/card.ts';
import type { Deck, Preset, StudySettings } from '../collection/deck.ts';
import type { Note } from '../content/note.ts';
import type { NoteType } from '../content/note-type.ts';
import type { MediaFile } from '../media/media-file.ts';
import type { NoteId } from '../../kernel/ids.ts';
import type { ImportReport } from './import-report.ts';
import type { PastLog } from './past-log.ts';

/** A note that a file brings: as the file has it, `asImported` left out. Its id has no '/'. */
export type IncomingNote = Omit<Note, 'fromFile' | 'asImported'>;

/** A card that a file brings; deck, sections and position are its note's. */
export type IncomingCard = Pick<
  Card,
  'id' | 'schedule' | 'flag' | 'suspended' | 'buriedUntil' | 'putAwayUntil'
>;

/** The rows that a file brings. */
export interface IncomingRows {
  readonly types: readonly NoteType[];
  readonly presets: readonly Preset[];
  readonly decks: readonly Deck[];
  readonly notes: readonly IncomingNote[];
  readonly cards: readonly IncomingCard[];
  readonly pastLogs: readonly PastLog[];
  /** What the file says of its whole collection; absent: nothing to be kept. */
  readonly settings?: Pick<StudySettings, 'foreign'>;
}

/**
 * What a file brings, decided upon and ready to be written as one operation. What belongs to a row
 * that is here already is merged by the kind's effects, field by field.
 */
export interface Incoming extends IncomingRows {
  /** The file's name, for the sentence that says what undo takes back. */
  readonly fileName: string;
  readonly media: readonly MediaFile[];
  /** A field that both changed takes the file's text; otherwise the person's stays. */
  readonly theirs: readonly NoteId[];
  /** What was said when it was done; imports of before have none. */
  readonly report?: ImportReport;
  /** Notes that take all of the file's text, also where the person alone changed it. */
  readonly replaced: readonly NoteId[];
}

/** How much a file brings. */
export interface IncomingCounts {
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
  /** Note types. */
  readonly types: number;
  readonly decks: number;
}
