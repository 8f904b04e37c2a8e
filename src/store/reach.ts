import type { Card } from '../domain/collection/card.ts';
import { type NoteId, noteIdOf } from '../domain/ids.ts';
import type { Reach, Rows } from '../domain/operation/rows.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** What an operation can see (see Rows), but for the decks of its cards. */
export interface Found extends Omit<Rows, 'decks'> {
  readonly deckIds: readonly string[];
}

/** Reads the rows an operation can see, in one round. Inside the caller's transaction. */
export async function readReach(db: RoundsDatabase, reach: Reach): Promise<Found> {
  const noteIds = new Set<NoteId>(reach.noteIds);
  for (const cardId of reach.cardIds ?? []) noteIds.add(noteIdOf(cardId));
  const { deckId } = reach;
  const [presets, settings, notes, cards] = await Promise.all([
    db.presets.toArray(),
    db.settings.toArray(),
    deckId === undefined
      ? db.notes.bulkGet(reach.withoutNotes ? [] : [...noteIds])
      : db.notes.where('deckId').equals(deckId).toArray(),
    deckId === undefined ? cardsOfNotes(db, noteIds) : cardsOfDeck(db, deckId),
  ]);
  const deckIds = new Set(cards.map((card) => card.deckId));
  if (deckId !== undefined) deckIds.add(deckId);
  return {
    deckIds: [...deckIds],
    presets: byId(presets),
    settings: byId(settings),
    notes: byId(notes.filter((note) => note !== undefined)),
    cards: byId(cards.map(withoutKeys)),
  };
}

export async function withDecks(db: RoundsDatabase, found: Found): Promise<Rows> {
  const decks = await db.decks.bulkGet([...found.deckIds]);
  return { ...found, decks: byId(decks.filter((deck) => deck !== undefined)) };
}

/** A card as domain knows it, without the keys of its queue. */
export function withoutKeys(row: CardRow): Card {
  const { lane: _lane, readyAt: _readyAt, ...card } = row;
  return card;
}

/** A note's cards are the key range from `note/` up to, not including, `note0`. */
export async function cardsOfNotes(
  db: RoundsDatabase,
  noteIds: ReadonlySet<NoteId>,
): Promise<CardRow[]> {
  const lists = await Promise.all(
    [...noteIds].map((noteId) =>
      db.cards.where('id').between(`${noteId}/`, `${noteId}0`, true, false).toArray(),
    ),
  );
  return lists.flat();
}

function cardsOfDeck(db: RoundsDatabase, deckId: string): Promise<CardRow[]> {
  return db.cards
    .where('[deckId+lane+readyAt]')
    .between([deckId], [deckId, []], true, true)
    .toArray();
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
