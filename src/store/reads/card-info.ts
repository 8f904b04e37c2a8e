import type { Card } from '../../domain/collection/card.ts';
import {
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
  type StudySettings,
} from '../../domain/collection/deck.ts';
import type { DaysAhead } from '../../domain/balance/days-ahead.ts';
import type { Note } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { BASIC, noteTypeOf } from '../../domain/content/stock.ts';
import { type CardId, noteIdOf } from '../../kernel/ids.ts';
import { presetOf } from '../../domain/collection/presets.ts';
import { cardsOfNotes, withoutKeys } from '../reach.ts';
import type { CardRow, RoundsDatabase } from '../schema.ts';
import { answerOf } from './requests.ts';

/** A card with everything needed to show, preview and explain it. */
export interface CardInFull {
  readonly card: Card;
  readonly note: Note;
  readonly noteType: NoteType;
  readonly deck: Deck;
  readonly preset: Preset;
  readonly settings: StudySettings;
  /** Where it is shown to be graded: what its days are chosen by. */
  readonly daysAhead?: DaysAhead;
}

export function readCard(db: RoundsDatabase, cardId: CardId): Promise<CardInFull | undefined> {
  const tables = [db.cards, db.notes, db.noteTypes, db.decks, db.presets, db.settings];
  return db.transaction('r', tables, async () => {
    const [row, note, settings] = await Promise.all([
      db.cards.get(cardId),
      db.notes.get(noteIdOf(cardId)),
      db.settings.get('study'),
    ]);
    if (!row || !note) return undefined;
    const [deck, ownType] = await Promise.all([
      db.decks.get(row.deckId),
      db.noteTypes.get(note.noteTypeId),
    ]);
    if (!deck) return undefined;
    const presets = await db.presets.toArray();
    return inFull(row, note, ownType, deck, {
      presets,
      settings: settings ?? DEFAULT_STUDY_SETTINGS,
    });
  });
}

/** What cards are shown by, besides what is theirs. */
export interface ShownBy {
  readonly decks: readonly Deck[];
  readonly presets: readonly Preset[];
  readonly settings: StudySettings;
}

const NO_TYPES: ReadonlyMap<string, NoteType> = new Map();

/** `ownType`: the note's type as it is stored; a stock type that nobody changed is not. */
function inFull(
  row: CardRow,
  note: Note,
  ownType: NoteType | undefined,
  deck: Deck,
  { presets, settings }: Omit<ShownBy, 'decks'>,
): CardInFull {
  const noteType = ownType ?? noteTypeOf(note.noteTypeId, NO_TYPES) ?? BASIC;
  const preset = presetOf(deck, presets);
  return { card: withoutKeys(row), note, noteType, deck, preset, settings };
}

/** The same where that is known, with the note's other cards; undefined where something of it is gone. */
export function readToShow(
  db: RoundsDatabase,
  cardId: CardId,
  shownBy: ShownBy,
): Promise<{ readonly showing: CardInFull; readonly cards: readonly Card[] } | undefined> {
  const noteId = noteIdOf(cardId);
  return db.transaction('r', db.cards, db.notes, db.noteTypes, async () => {
    const [cards, note] = await Promise.all([
      cardsOfNotes(db, new Set([noteId])),
      db.notes.get(noteId),
    ]);
    const row = cards.find(({ id }) => id === cardId);
    const deck = shownBy.decks.find(({ id }) => id === row?.deckId);
    if (!row || !note || !deck) return undefined;
    const ownType = await db.noteTypes.get(note.noteTypeId);
    return { cards, showing: inFull(row, note, ownType, deck, shownBy) };
  });
}

/**
 * The same of cards that are read already; those whose note or deck is gone are left out. Asks the
 * transaction itself, which may be Dexie's: after a plain request Dexie does not know of it any more.
 */
export async function readInFull(
  transaction: IDBTransaction,
  cards: readonly Card[],
  shownBy: ShownBy,
): Promise<CardInFull[]> {
  const notesById = transaction.objectStore('notes');
  const typesById = transaction.objectStore('noteTypes');
  const read = cards.map(async (card): Promise<CardInFull[]> => {
    const note = await answerOf<Note | undefined>(notesById.get(noteIdOf(card.id)));
    const deck = shownBy.decks.find(({ id }) => id === card.deckId);
    if (!note || !deck) return [];
    const ownType = await answerOf<NoteType | undefined>(typesById.get(note.noteTypeId));
    return [inFull(card as CardRow, note, ownType, deck, shownBy)];
  });
  return (await Promise.all(read)).flat();
}
