import type { Card } from '../collection/card.ts';
import type { Preset } from '../collection/deck.ts';
import type { Foreign } from '../collection/foreign.ts';
import type { AsImported, Note } from '../content/note.ts';
import type { NoteType } from '../content/note-type.ts';
import type { MediaFile } from '../media/media-file.ts';
import type { PastLog } from './past-log.ts';
import type { CardId, DeckId, NoteId, OperationId } from '../../kernel/ids.ts';

/** Where a card stands, besides what it has from its note. */
export type CardState = Pick<
  Card,
  'schedule' | 'flag' | 'suspended' | 'buriedUntil' | 'putAwayUntil'
>;

/** A note that was here before the import. */
export interface NoteBack {
  /** As it was before. */
  readonly before: Note;
  /** What the import said of it: what reads so still is put back, what does not was changed since. */
  readonly brought: AsImported;
}

/** A card of a note that was here before the import. */
export interface CardBack {
  readonly id: CardId;
  /** Absent: the import brought the card. */
  readonly before?: CardState;
  /** As the import left it. */
  readonly brought: CardState;
  readonly lines?: PastLines;
}

/** Lines that an import added to a past log, under the id of the log. */
export type PastLines = Pick<PastLog, 'id' | 'packed'>;

/** A row that the import brought or changed; `before` absent: brought. */
export interface RowBack<Row> {
  readonly id: string;
  readonly before?: Row;
  /** Hash of what the import left (rowHash): another row than that was changed since, and stays. */
  readonly brought: string;
}

/** A deck that was here before the import. */
export interface DeckBack {
  readonly id: DeckId;
  /** Sections that came with the import's notes and that no note has any more. */
  readonly unlisted: readonly string[];
  readonly foreign?: ForeignBack;
}

/** What another program said of a row before, and the hash of what the import left. */
export interface ForeignBack {
  readonly before?: Foreign;
  readonly brought: string;
}

/** What is taken back of an import, decided upon, as one step. */
export interface TakeBack {
  readonly importId: OperationId;
  /** Of the file that was imported, for the sentence that says what undo takes back. */
  readonly fileName: string;
  /** Notes that it brought and that go, with all their cards. */
  readonly noteIds: readonly NoteId[];
  /** Past logs that it brought to those, which go whole; of others the lines that came. */
  readonly logIds: readonly CardId[];
  readonly lines: readonly PastLines[];
  readonly notes: readonly NoteBack[];
  readonly cards: readonly CardBack[];
  readonly types: readonly RowBack<NoteType>[];
  /** Study options that it brought, and that nothing is studied under any more. */
  readonly presetIds: readonly Preset['id'][];
  readonly presets: readonly (ForeignBack & { readonly id: Preset['id'] })[];
  /** Decks that it brought and that hold nothing else. */
  readonly deckIds: readonly DeckId[];
  readonly decks: readonly DeckBack[];
  /** Files that it brought and that nothing else names. */
  readonly media: readonly Pick<MediaFile, 'id' | 'sha256'>[];
  /** What had been deleted before the import brought it again. */
  readonly graves: readonly string[];
  /** `isNew`: nothing had been set here until the import. */
  readonly settings?: ForeignBack & { readonly isNew?: boolean };
  /** As in version 1: of the decks that go, no other notes are looked for. */
  readonly seesNamedAlone?: boolean;
}
