import type { Table } from 'dexie';
import type { Card } from '../domain/collection/card.ts';
import { deckGrave, noteGrave } from '../domain/collection/saved-search.ts';
import type { Note } from '../domain/content/note.ts';
import { type CardId, type NoteId, noteIdOf } from '../kernel/ids.ts';
import type { Reach, Rows } from '../domain/collection/rows.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** What an operation can see (see Rows), but for the decks of its cards. */
export interface Found extends Omit<Rows, 'decks' | 'graves'> {
  readonly deckIds: readonly string[] | 'all';
  readonly noteGraves: readonly NoteId[];
}

/**
 * Reads the rows an operation can see, in one round. Inside the caller's transaction, which `look`
 * ends where it throws: it is called after every few thousand rows.
 */
export async function readReach(
  db: RoundsDatabase,
  reach: Reach,
  look: () => void = () => {},
): Promise<Found> {
  const [
    presets,
    settings,
    noteTypes,
    media,
    searches,
    overlays,
    cramAnswers,
    pastLogs,
    notesAndCards,
  ] = await Promise.all([
    db.presets.toArray(),
    db.settings.toArray(),
    reach.withoutNotes ? [] : db.noteTypes.toArray(),
    present(db.media, reach.mediaNames),
    present(db.searches, reach.searchIds),
    reach.allOverlays ? db.overlays.toArray() : present(db.overlays, reach.overlayIds),
    present(db.cramAnswers, reach.cramAnswerIds),
    present(db.pastLogs, reach.pastLogIds, look),
    readNotesAndCards(db, reach, look),
  ]);
  const { notes, cards } = notesAndCards;
  const deckIds = new Set<string>(reach.deckIds);
  for (const card of cards) deckIds.add(card.deckId);
  for (const note of notes) deckIds.add(note.deckId);
  return {
    deckIds: reach.allDecks ? 'all' : [...deckIds],
    noteGraves: reach.noteIds ?? [],
    presets: byId(presets),
    settings: byId(settings),
    noteTypes: byId(noteTypes),
    media: byId(media),
    searches: byId(searches),
    overlays: byId(overlays),
    cramAnswers: byId(cramAnswers),
    pastLogs: byId(pastLogs),
    notes: byId(notes),
    cards: byId(cards.map(withoutKeys)),
  };
}

export async function withDecks(db: RoundsDatabase, found: Found): Promise<Rows> {
  const { deckIds, noteGraves, ...rows } = found;
  const graveIds = [
    ...(deckIds === 'all' ? [] : deckIds.map(deckGrave)),
    ...noteGraves.map(noteGrave),
  ];
  const [decks, graves] = await Promise.all([
    deckIds === 'all' ? db.decks.toArray() : present(db.decks, deckIds),
    present(db.graves, graveIds),
  ]);
  return { ...rows, decks: byId(decks), graves: byId(graves) };
}

async function readNotesAndCards(
  db: RoundsDatabase,
  reach: Reach,
  look: () => void,
): Promise<{ readonly notes: readonly Note[]; readonly cards: readonly CardRow[] }> {
  const { notesOfDeck, notesOfType } = reach;
  if (notesOfDeck !== undefined) {
    // By their notes: a damaged card may lie in another deck, and is its note's all the same.
    const inDeck = await db.notes.where('deckId').equals(notesOfDeck).toArray();
    const ids = new Set(inDeck.map((note) => note.id));
    const elsewhere = (reach.noteIds ?? []).filter((id) => !ids.has(id));
    for (const id of elsewhere) ids.add(id);
    const notes = [...inDeck, ...(await present(db.notes, elsewhere, look))];
    return { notes, cards: await cardsOfNotes(db, ids, look) };
  }
  if (notesOfType !== undefined) {
    const notes = await db.notes.where('noteTypeId').equals(notesOfType).toArray();
    return { notes, cards: await cardsOfNotes(db, new Set(notes.map((note) => note.id)), look) };
  }
  const noteIds = new Set<NoteId>(reach.noteIds);
  for (const cardId of reach.cardIds ?? []) noteIds.add(noteIdOf(cardId));
  if (reach.notesOfTypes && reach.notesOfTypes.length > 0) {
    const ofTypes = db.notes.where('noteTypeId').anyOf([...reach.notesOfTypes]);
    for (const id of await ofTypes.primaryKeys()) noteIds.add(id as NoteId);
  }
  if (reach.notesOfDecks && reach.notesOfDecks.length > 0) {
    const ofDecks = db.notes.where('deckId').anyOf([...reach.notesOfDecks]);
    for (const id of await ofDecks.primaryKeys()) noteIds.add(id as NoteId);
  }
  const [notes, cards] = await Promise.all([
    present(db.notes, reach.withoutNotes ? [] : [...noteIds], look),
    cardsOfNotes(db, noteIds, look),
  ]);
  return { notes, cards };
}

/** The rows of `keys` that are there; no read for no keys. */
export async function present<Row>(
  table: Table<Row, string>,
  keys: readonly string[] = [],
  look: () => void = () => {},
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < keys.length; from += PAGE) {
    const page = await table.bulkGet(keys.slice(from, from + PAGE));
    for (const row of page) if (row !== undefined) found.push(row);
    look();
  }
  return found;
}

/** A card as domain knows it, without the keys of its queue. */
export function withoutKeys(row: CardRow): Card {
  const { lane: _lane, readyAt: _readyAt, ...card } = row;
  return card;
}

/** From so many on, walking the table may be quicker than a request for each. */
const MANY = 1000;
/** So many rows are walked past in the time that one request of its own takes. */
const ROWS_PER_REQUEST = 5;
/** Rows read in one request. */
const PAGE = 5000;

export function cardsOfNotes(
  db: RoundsDatabase,
  noteIds: ReadonlySet<NoteId>,
  look: () => void = () => {},
): Promise<CardRow[]> {
  return rowsOfNotes(db.cards, noteIds, look);
}

/**
 * The rows of a table whose keys are ids of cards: a note's are the key range from `note/` up to,
 * not including, `note0`.
 */
export async function rowsOfNotes<Row extends { readonly id: CardId }>(
  table: Table<Row, string>,
  noteIds: ReadonlySet<NoteId>,
  look: () => void = () => {},
): Promise<Row[]> {
  if (noteIds.size >= MANY && noteIds.size * ROWS_PER_REQUEST > (await table.count())) {
    return walkedRows(table, noteIds, look);
  }
  const lists = await Promise.all(
    [...noteIds].map((noteId) =>
      table.where('id').between(`${noteId}/`, `${noteId}0`, true, false).toArray(),
    ),
  );
  return lists.flat();
}

async function walkedRows<Row extends { readonly id: CardId }>(
  table: Table<Row, string>,
  noteIds: ReadonlySet<NoteId>,
  look: () => void,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let after = ''; ; ) {
    const page = await table.where('id').above(after).limit(PAGE).toArray();
    for (const row of page) if (noteIds.has(noteIdOf(row.id))) found.push(row);
    look();
    const last = page.at(-1);
    if (!last) return found;
    after = last.id;
  }
}

export function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
