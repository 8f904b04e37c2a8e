import type { Card } from '../../domain/collection/card.ts';
import {
  type Change,
  NO_ROWS,
  type Reach,
  type Rows,
  TABLE_NAMES,
  type Tables,
} from '../../domain/collection/rows.ts';
import { deckGrave, noteGrave } from '../../domain/collection/saved-search.ts';
import type { Note } from '../../domain/content/note.ts';
import { type CardId, type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { CardTable } from './card-table.ts';
import { OneRow } from './one-row.ts';

/** Rows of some decks, and of those deleted under their names. */
type Decks = Pick<Rows, 'decks' | 'graves'>;
const NO_DECKS: Decks = { decks: NO_ROWS.decks, graves: NO_ROWS.graves };

type Writable = { readonly [T in Exclude<keyof Tables, 'cards'>]: Map<string, Tables[T]> } & {
  readonly cards: CardTable;
};

/**
 * A collection in memory, as a replay builds it. What an operation sees of it is exactly what the
 * database would read for it (store/reach.ts): an operation that saw more here would come out
 * otherwise than it did there.
 */
export class CollectionView {
  readonly tables: Writable;
  /** The ids of each note's cards. */
  readonly #cardsOfNote = new Map<NoteId, Set<CardId>>();
  /** The same sets by card, where there is more than one: what an answer looks up. */
  readonly #siblings = new Map<CardId, Set<CardId>>();
  readonly #deckOnItsOwn = new Map<string, Decks>();
  readonly #seen: { -readonly [Table in keyof Rows]: Rows[Table] };

  constructor(rows: Rows = NO_ROWS) {
    const own = TABLE_NAMES.map((name) => [name, new Map(rows[name] as Map<string, unknown>)]);
    this.tables = { ...Object.fromEntries(own), cards: new CardTable(rows.cards) } as Writable;
    for (const card of rows.cards.values()) this.#list(card.id);
    const { presets, settings } = this.tables;
    this.#seen = { ...NO_ROWS, presets, settings };
  }

  /** The rows that an operation of this reach sees. */
  within(reach: Reach): Rows {
    const cardId = onlyCardOf(reach);
    const seen = cardId !== undefined && this.#withinCard(cardId, reach.withoutNotes);
    if (seen) return seen;
    const { tables } = this;
    const notes = new Map<string, Note>();
    const cards = new Map<string, Card>();
    let deckId: string | undefined;
    // Most operations are about cards of one deck; its map is made once.
    let deckIds: Set<string> | undefined = reach.deckIds && new Set(reach.deckIds);
    const sees = (id: string): void => {
      if (deckIds) deckIds.add(id);
      else if (deckId === undefined) deckId = id;
      else if (deckId !== id) deckIds = new Set([deckId, id]);
    };
    for (const noteId of this.#noteIds(reach)) {
      const note = reach.withoutNotes ? undefined : tables.notes.get(noteId);
      if (note) {
        notes.set(noteId, note);
        sees(note.deckId);
      }
      for (const cardId of this.#cardsOfNote.get(noteId) ?? []) {
        const card = tables.cards.get(cardId) as Card;
        cards.set(cardId, card);
        sees(card.deckId);
      }
    }
    return this.#rows(reach, notes, cards, deckIds, deckId);
  }

  /**
   * What an operation about one card sees, almost always an answer; undefined where the card is not
   * there, or its note or a sibling lies in another deck.
   */
  #withinCard(cardId: CardId, withoutNotes: boolean | undefined): Rows | undefined {
    const { tables } = this;
    const card = tables.cards.get(cardId);
    const cards = card && this.#withSiblings(cardId, card);
    if (!card || !cards) return undefined;
    const noteId = withoutNotes ? undefined : noteIdOf(cardId);
    const note = noteId === undefined ? undefined : tables.notes.get(noteId);
    if (noteId !== undefined && note?.deckId !== card.deckId) return undefined;
    const { decks, graves } = this.#decksOf(undefined, card.deckId);
    // One object for all of them: whoever sees it looks at it once and keeps none of it.
    const seen = this.#seen;
    seen.notes = note ? new OneRow(note.id, note) : NO_ROWS.notes;
    seen.noteTypes = withoutNotes ? NO_ROWS.noteTypes : tables.noteTypes;
    seen.cards = cards;
    seen.decks = decks;
    seen.graves = graves;
    return seen;
  }

  /** The card with its siblings, in their order; undefined where they lie in several decks. */
  #withSiblings(cardId: CardId, card: Card): ReadonlyMap<string, Card> | undefined {
    const siblings = this.#siblings.get(cardId);
    if (!siblings) return new OneRow(cardId, card);
    const seen = new Map<string, Card>();
    for (const id of siblings) {
      const sibling = this.tables.cards.get(id) as Card;
      if (sibling.deckId !== card.deckId) return undefined;
      seen.set(id, sibling);
    }
    return seen;
  }

  #rows(
    reach: Reach,
    notes: Rows['notes'],
    cards: Rows['cards'],
    deckIds: ReadonlySet<string> | undefined,
    deckId: string | undefined,
  ): Rows {
    const { tables } = this;
    const decks = reach.allDecks ? NO_DECKS : this.#decksOf(deckIds, deckId);
    return {
      notes,
      cards,
      decks: reach.allDecks ? tables.decks : decks.decks,
      graves: this.#withNoteGraves(decks.graves, reach.noteIds),
      presets: tables.presets,
      settings: tables.settings,
      noteTypes: reach.withoutNotes ? NO_ROWS.noteTypes : tables.noteTypes,
      media: picked(tables.media, reach.mediaNames),
      searches: picked(tables.searches, reach.searchIds),
      overlays: reach.allOverlays ? tables.overlays : picked(tables.overlays, reach.overlayIds),
      cramAnswers: picked(tables.cramAnswers, reach.cramAnswerIds),
      pastLogs: picked(tables.pastLogs, reach.pastLogIds),
    };
  }

  #withNoteGraves(graves: Rows['graves'], noteIds: Reach['noteIds'] = []): Rows['graves'] {
    if (noteIds.length === 0) return graves;
    return new Map([...graves, ...picked(this.tables.graves, noteIds.map(noteGrave))]);
  }

  #decksOf(ids: ReadonlySet<string> | undefined, one: string | undefined): Decks {
    const { decks, graves } = this.tables;
    if (!ids && one === undefined) return NO_DECKS;
    const known = ids ? undefined : this.#deckOnItsOwn.get(one as string);
    if (known) return known;
    const wanted = [...(ids ?? [one as string])];
    const found = {
      decks: picked(decks, wanted),
      graves: picked(graves, wanted.map(deckGrave)),
    };
    if (!ids) this.#deckOnItsOwn.set(one as string, found);
    return found;
  }

  write(changes: readonly Change[]): void {
    for (const change of changes) {
      const { table, key, before, after } = change;
      const rows = this.tables[table] as Map<string, unknown>;
      if (table === 'decks' || table === 'graves') this.#deckOnItsOwn.clear();
      if (after === undefined) rows.delete(key);
      else rows.set(key, after);
      if (table !== 'cards') continue;
      if (after === undefined) this.#unlist(key as CardId);
      else if (before === undefined) this.#list(key as CardId);
    }
  }

  /** The same of an answer: its card first, then siblings that it buries, and its note's leech tag. */
  writeAnswer(changes: readonly Change[]): void {
    for (let index = 0; index < changes.length; index++) {
      const change = changes[index] as Change;
      if (change.table !== 'cards' || !change.after) this.write([change]);
      else if (index === 0) this.tables.cards.setAnswered(change.key, change.after);
      else this.tables.cards.setBuried(change.key, change.after);
    }
  }

  #noteIds(reach: Reach): Iterable<NoteId> {
    const { notesOfDeck, notesOfType, notesOfTypes = [], notesOfDecks = [] } = reach;
    const { noteIds, cardIds } = reach;
    if (notesOfDeck === undefined && notesOfType === undefined) {
      const named = new Set([...(noteIds ?? []), ...(cardIds ?? []).map(noteIdOf)]);
      if (notesOfTypes.length + notesOfDecks.length === 0) return named;
      const [types, decks] = [new Set(notesOfTypes), new Set(notesOfDecks)];
      for (const note of this.tables.notes.values()) {
        if (types.has(note.noteTypeId) || decks.has(note.deckId)) named.add(note.id);
      }
      return named;
    }
    const found = new Set(noteIds);
    for (const note of this.tables.notes.values()) {
      const isIn =
        notesOfDeck === undefined ? note.noteTypeId === notesOfType : note.deckId === notesOfDeck;
      if (isIn) found.add(note.id);
    }
    return found;
  }

  #list(cardId: CardId): void {
    const noteId = noteIdOf(cardId);
    const cards = this.#cardsOfNote.get(noteId);
    if (!cards) {
      this.#cardsOfNote.set(noteId, new Set([cardId]));
      return;
    }
    cards.add(cardId);
    if (cards.size > 1) for (const id of cards) this.#siblings.set(id, cards);
  }

  #unlist(cardId: CardId): void {
    const noteId = noteIdOf(cardId);
    const cards = this.#cardsOfNote.get(noteId);
    if (!cards?.delete(cardId)) return;
    this.#siblings.delete(cardId);
    if (cards.size === 1) for (const id of cards) this.#siblings.delete(id);
    if (cards.size === 0) this.#cardsOfNote.delete(noteId);
  }
}

/** The card of an operation that sees one with its siblings and perhaps its note, and no more. */
export function onlyCardOf(reach: Reach): CardId | undefined {
  if (reach.cardIds?.length !== 1) return undefined;
  for (const part in reach) if (part !== 'cardIds' && part !== 'withoutNotes') return undefined;
  return reach.cardIds[0];
}

function picked<Row>(
  rows: ReadonlyMap<string, Row>,
  keys: Iterable<string> | undefined,
): ReadonlyMap<string, Row> {
  if (keys === undefined) return NOTHING as ReadonlyMap<string, Row>;
  const found = new Map<string, Row>();
  for (const key of keys) {
    const row = rows.get(key);
    if (row !== undefined) found.set(key, row);
  }
  return found;
}

const NOTHING: ReadonlyMap<string, unknown> = new Map();
