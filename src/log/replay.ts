import type { Card } from '../domain/collection/card.ts';
import type { Review } from '../domain/collection/review.ts';
import type { Note } from '../domain/content/note.ts';
import { type CardId, type NoteId, noteIdOf, type OperationId } from '../kernel/ids.ts';
import { effectsOf } from './effects.ts';
import type { Operation } from './operation.ts';
import { reachOf } from './reach.ts';
import {
  type Change,
  inverseOf,
  type Reach,
  type Rows,
  TABLE_NAMES,
  type Tables,
} from '../domain/collection/rows.ts';

/** What a list of operations adds up to. */
export type Replayed = { readonly [T in keyof Tables]: Map<string, Tables[T]> } & ReplayLog;

interface ReplayLog {
  readonly reviews: Map<OperationId, Review>;
  /** Operations taken back, each with the undo that did it. */
  readonly undone: Map<OperationId, OperationId>;
  /** What each operation still in force changed, for undoing it. */
  readonly changes: Map<OperationId, readonly Change[]>;
  /** Operations that no longer apply: a sign of damage, shown, never silently dropped. */
  readonly refused: { readonly id: OperationId; readonly why: string }[];
}

/**
 * Rebuilds the collection from its operations, given in logical order. Time: proportional to the
 * operations and the cards they touch.
 */
export function replayOperations(operations: Iterable<Operation>): Replayed {
  const state: Replayed = {
    ...emptyTables(),
    reviews: new Map(),
    undone: new Map(),
    changes: new Map(),
    refused: [],
  };
  const cardsOfNote = new Map<NoteId, Set<CardId>>();
  for (const operation of operations) {
    if (operation.body.kind === 'undo') {
      const { target } = operation.body;
      const changes = state.changes.get(target);
      if (!changes || state.undone.has(target)) {
        state.refused.push({ id: operation.id, why: 'its target is not there to undo' });
        continue;
      }
      write(state, cardsOfNote, inverseOf(changes));
      state.changes.delete(target);
      state.undone.set(target, operation.id);
      continue;
    }
    const result = effectsOf(operation, within(state, cardsOfNote, reachOf(operation.body)));
    if (!result.ok) {
      state.refused.push({ id: operation.id, why: result.problem.what });
      continue;
    }
    write(state, cardsOfNote, result.value.changes);
    state.changes.set(operation.id, result.value.changes);
    if (result.value.review) state.reviews.set(operation.id, result.value.review);
  }
  return state;
}

function within(state: Replayed, cardsOfNote: Map<NoteId, Set<CardId>>, reach: Reach): Rows {
  const noteIds = new Set<NoteId>(reach.noteIds);
  for (const cardId of reach.cardIds ?? []) noteIds.add(noteIdOf(cardId));
  const { notesOfDeck, notesOfType } = reach;
  if (notesOfDeck !== undefined || notesOfType !== undefined) {
    for (const note of state.notes.values()) {
      if (note.deckId === notesOfDeck || note.noteTypeId === notesOfType) noteIds.add(note.id);
    }
  }
  const notes = new Map<string, Note>();
  const cards = new Map<string, Card>();
  for (const noteId of noteIds) {
    const note = state.notes.get(noteId);
    if (note) notes.set(noteId, note);
    for (const cardId of cardsOfNote.get(noteId) ?? []) {
      const card = state.cards.get(cardId);
      if (card) cards.set(cardId, card);
    }
  }
  return { ...state, notes, cards };
}

function emptyTables(): { [T in keyof Tables]: Map<string, Tables[T]> } {
  const empty = TABLE_NAMES.map((name) => [name, new Map()]);
  return Object.fromEntries(empty) as { [T in keyof Tables]: Map<string, Tables[T]> };
}

function write(
  state: Replayed,
  cardsOfNote: Map<NoteId, Set<CardId>>,
  changes: readonly Change[],
): void {
  for (const { table, key, after } of changes) {
    const rows = state[table] as Map<string, unknown>;
    if (after === undefined) rows.delete(key);
    else rows.set(key, after);
    if (table !== 'cards') continue;
    const cardId = key as CardId;
    const siblings = cardsOfNote.get(noteIdOf(cardId)) ?? new Set();
    if (after === undefined) siblings.delete(cardId);
    else siblings.add(cardId);
    cardsOfNote.set(noteIdOf(cardId), siblings);
  }
}
