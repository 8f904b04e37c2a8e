import type { Card } from '../collection/card.ts';
import type { Deck, Preset, StudySettings } from '../collection/deck.ts';
import type { Review } from '../collection/review.ts';
import type { Note } from '../content/note.ts';
import type { CardId, DeckId, NoteId } from '../ids.ts';

/** The tables whose rows are what the operations add up to. */
export interface Tables {
  decks: Deck;
  presets: Preset;
  settings: StudySettings;
  notes: Note;
  cards: Card;
}
export type TableName = keyof Tables;
export const TABLE_NAMES: readonly TableName[] = ['decks', 'presets', 'settings', 'notes', 'cards'];

/**
 * The rows an operation can see: those its reach names, each with all cards of its note, the decks
 * of those cards, every preset and the settings.
 */
export interface Rows {
  readonly decks: ReadonlyMap<string, Deck>;
  readonly presets: ReadonlyMap<string, Preset>;
  readonly settings: ReadonlyMap<string, StudySettings>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly cards: ReadonlyMap<string, Card>;
}

/** Which rows an operation needs. Cards of the named notes always come along. */
export interface Reach {
  readonly cardIds?: readonly CardId[];
  readonly noteIds?: readonly NoteId[];
  readonly deckId?: DeckId;
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
}

/** The effects that take `effects` back exactly. */
export function inverseOf(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({
    ...change,
    before: change.after,
    after: change.before,
  })) as readonly Change[];
}
