import type { Card } from './card.ts';
import type { Deck, Preset, StudySettings } from './deck.ts';
import type { Review } from './review.ts';
import type { Grave, SavedSearch } from './saved-search.ts';
import type { Note } from '../content/note.ts';
import type { NoteType } from '../content/note-type.ts';
import type { CramAnswer } from '../cram/ledger.ts';
import type { KeptPastLog } from '../import/past-log.ts';
import type {
  CardId,
  DeckId,
  NoteId,
  NoteTypeId,
  OperationId,
  OverlayId,
} from '../../kernel/ids.ts';
import type { MediaFile } from '../media/media-file.ts';
import type { Overlay } from '../overlay/overlay.ts';

/** The tables whose rows are what the operations add up to. */
export interface Tables {
  decks: Deck;
  presets: Preset;
  settings: StudySettings;
  notes: Note;
  cards: Card;
  /** The person's own types, and stock types as the person changed them. */
  noteTypes: NoteType;
  media: MediaFile;
  searches: SavedSearch;
  graves: Grave;
  overlays: Overlay;
  cramAnswers: CramAnswer;
  /** What was answered elsewhere before an import brought it, a row a card. */
  pastLogs: KeptPastLog;
}
export type TableName = keyof Tables;
export const TABLE_NAMES: readonly TableName[] = [
  'decks',
  'presets',
  'settings',
  'notes',
  'cards',
  'noteTypes',
  'media',
  'searches',
  'graves',
  'overlays',
  'cramAnswers',
  'pastLogs',
];

/**
 * The rows an operation can see: those its reach names, each note with all its cards and the decks
 * of those, every preset, note type and the settings.
 */
export type Rows = { readonly [T in TableName]: ReadonlyMap<string, Tables[T]> };

/** An operation that sees nothing. */
export const NO_ROWS: Rows = {
  decks: new Map(),
  presets: new Map(),
  settings: new Map(),
  notes: new Map(),
  cards: new Map(),
  noteTypes: new Map(),
  media: new Map(),
  searches: new Map(),
  graves: new Map(),
  overlays: new Map(),
  cramAnswers: new Map(),
  pastLogs: new Map(),
};

/** Which rows an operation needs. Cards of the named notes always come along. */
export interface Reach {
  readonly cardIds?: readonly CardId[];
  /** With the graves of those that were deleted. */
  readonly noteIds?: readonly NoteId[];
  /** All notes of this deck. */
  readonly notesOfDeck?: DeckId;
  /** All notes of this type. */
  readonly notesOfType?: NoteTypeId;
  /** All notes of these types, besides those that are named. */
  readonly notesOfTypes?: readonly NoteTypeId[];
  /** The same of these decks. */
  readonly notesOfDecks?: readonly DeckId[];
  /** These decks' own rows and graves, besides those of the cards. */
  readonly deckIds?: readonly DeckId[];
  /** All decks' own rows. */
  readonly allDecks?: boolean;
  readonly mediaNames?: readonly string[];
  readonly searchIds?: readonly string[];
  readonly overlayIds?: readonly OverlayId[];
  /** All overlays: a handful. */
  readonly allOverlays?: boolean;
  readonly cramAnswerIds?: readonly OperationId[];
  /** Past logs by the ids under which their cards' answers are logged. */
  readonly pastLogIds?: readonly CardId[];
  /** The notes themselves are neither read nor written, only their cards. */
  readonly withoutNotes?: boolean;
}

/** One row written: `before` undefined = added, `after` undefined = removed. */
export type Change = {
  [T in TableName]: {
    readonly table: T;
    readonly key: string;
    readonly before: Tables[T] | undefined;
    readonly after: Tables[T] | undefined;
  };
}[TableName];

/** All that an operation does. */
export interface Effects {
  readonly changes: readonly Change[];
  readonly review?: Review;
  /** Answers given before that count on another day, or as another grade, from now on. */
  readonly recounted?: readonly Recounted[];
}

/** An answer as it stood, and as it stands: the same operation's. */
export interface Recounted {
  readonly before: Review;
  readonly after: Review;
}

/** What takes `recounted` back. */
export function recountedBack(recounted: readonly Recounted[]): readonly Recounted[] {
  return recounted.map(({ before, after }) => ({ before: after, after: before })).reverse();
}

/** The effects that take `effects` back exactly. */
export function inverseOf(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({
    ...change,
    before: change.after,
    after: change.before,
  })) as readonly Change[];
}
