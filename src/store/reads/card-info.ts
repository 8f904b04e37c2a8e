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
import { withoutKeys } from '../reach.ts';
import type { CardRow, RoundsDatabase } from '../schema.ts';

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
    const noteTypes = new Map(ownType ? [[ownType.id as string, ownType]] : []);
    const preset = presetOf(deck, await db.presets.toArray());
    return {
      card: withoutKeys(row),
      note,
      noteType: noteTypeOf(note.noteTypeId, noteTypes) ?? BASIC,
      deck,
      preset,
      settings: settings ?? DEFAULT_STUDY_SETTINGS,
    };
  });
}

/**
 * The same of cards that are read already, and of what they are shown by; those whose note or deck is
 * gone are left out. Inside the caller's transaction: two requests for each and no more.
 */
export async function readInFull(
  db: RoundsDatabase,
  cards: readonly Card[],
  {
    decks,
    presets,
    settings,
  }: {
    readonly decks: readonly Deck[];
    readonly presets: readonly Preset[];
    readonly settings: StudySettings;
  },
): Promise<CardInFull[]> {
  const notes = await db.notes.bulkGet(cards.map(({ id }) => noteIdOf(id)));
  const typeIds = [...new Set(notes.flatMap((note) => note?.noteTypeId ?? []))];
  const ownTypes = await db.noteTypes.bulkGet(typeIds);
  const noteTypes = new Map(ownTypes.flatMap((type) => (type ? [[type.id as string, type]] : [])));
  return cards.flatMap((card, at): CardInFull[] => {
    const note = notes[at];
    const deck = decks.find(({ id }) => id === card.deckId);
    if (!note || !deck) return [];
    const noteType = noteTypeOf(note.noteTypeId, noteTypes) ?? BASIC;
    const preset = presetOf(deck, presets);
    return [{ card: withoutKeys(card as CardRow), note, noteType, deck, preset, settings }];
  });
}
