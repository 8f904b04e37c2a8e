import type { Card } from '../domain/collection/card.ts';
import { type NoteId, noteIdOf } from '../domain/ids.ts';
import type { Reach, Rows } from '../domain/operation/rows.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** Reads the rows an operation can see (see Rows). Inside the caller's transaction. */
export async function readReach(db: RoundsDatabase, reach: Reach): Promise<Rows> {
  const noteIds = new Set<NoteId>(reach.noteIds);
  for (const cardId of reach.cardIds ?? []) noteIds.add(noteIdOf(cardId));
  const { deckId } = reach;
  const [presets, settings, notes, cards] = await Promise.all([
    db.presets.toArray(),
    db.settings.toArray(),
    deckId === undefined
      ? db.notes.bulkGet([...noteIds])
      : db.notes.where('deckId').equals(deckId).toArray(),
    deckId === undefined ? cardsOfNotes(db, noteIds) : cardsOfDeck(db, deckId),
  ]);
  const deckIds = new Set(cards.map((card) => card.deckId));
  if (deckId !== undefined) deckIds.add(deckId);
  const decks = await db.decks.bulkGet([...deckIds]);
  return {
    decks: byId(decks.filter((deck) => deck !== undefined)),
    presets: byId(presets),
    settings: byId(settings),
    notes: byId(notes.filter((note) => note !== undefined)),
    cards: byId(cards.map(withoutKeys)),
  };
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
