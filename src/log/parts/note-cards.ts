import type { Card } from '../../domain/collection/card.ts';
import type { Note } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { noteTypeOf } from '../../domain/content/stock.ts';
import { cardIdOf, type NoteId, noteIdOf, type Slot, slotOf } from '../../kernel/ids.ts';
import { forgotten } from '../../domain/memory/by-hand.ts';
import { hasTags, slotsOfNote } from '../../domain/template/slots.ts';
import type { Change, Rows } from '../../domain/collection/rows.ts';

/**
 * The note's own row, and its cards: new slots get a card; lost slots keep theirs, out of sight
 * (NOTE-2). A note whose type is gone keeps the cards it has.
 */
export function noteChanges(
  before: Note | undefined,
  after: Note,
  cards: readonly Card[],
  noteTypes: ReadonlyMap<string, NoteType>,
): Change[] {
  const type = noteTypeOf(after.noteTypeId, noteTypes);
  const slots = new Set(
    type ? slotsOfNote(type, after.fields, hasTags(after)) : cards.map((card) => slotOf(card.id)),
  );
  const changes: Change[] = [{ table: 'notes', key: after.id, before, after }];
  for (const card of cards) {
    const changed = cardOfNote(after, card, slots);
    changes.push({ table: 'cards', key: card.id, before: card, after: changed });
    slots.delete(slotOf(card.id));
  }
  for (const slot of slots) {
    const id = cardIdOf(after.id, slot);
    changes.push({ table: 'cards', key: id, before: undefined, after: newCard(after, slot) });
  }
  return changes;
}

/** `card` as its note now has it. */
export function cardOfNote(note: Note, card: Card, slots: ReadonlySet<Slot>): Card {
  return {
    ...card,
    deckId: note.deckId,
    sections: note.sections,
    position: note.position,
    absent: note.archived || !slots.has(slotOf(card.id)),
  };
}

export function newCard(note: Note, slot: Slot): Card {
  return {
    id: cardIdOf(note.id, slot),
    deckId: note.deckId,
    sections: note.sections,
    position: note.position,
    schedule: forgotten(),
    flag: 0,
    suspended: false,
    buriedUntil: 0,
    absent: note.archived,
  };
}

/** The cards an operation can see, by their notes. */
export function cardsByNote(rows: Rows): Map<NoteId, Card[]> {
  const byNote = new Map<NoteId, Card[]>();
  for (const card of rows.cards.values()) {
    const noteId = noteIdOf(card.id);
    const cards = byNote.get(noteId);
    if (cards) cards.push(card);
    else byNote.set(noteId, [card]);
  }
  return byNote;
}

/**
 * `changes` and, where notes bring sections that their deck does not list yet, the deck with them
 * at the end of its list.
 */
export function withSectionsListed(changes: readonly Change[], rows: Rows): Change[] {
  const missing = new Map<string, Set<string>>();
  for (const change of changes) {
    if (change.table !== 'notes' || !change.after) continue;
    const { deckId, sections } = change.after;
    const deck = rows.decks.get(deckId);
    for (const section of sections) {
      if (!deck || deck.sections.includes(section)) continue;
      missing.set(deckId, (missing.get(deckId) ?? new Set()).add(section));
    }
  }
  const decks = [...missing].flatMap(([key, sections]): Change[] => {
    const before = rows.decks.get(key);
    if (!before) return [];
    const after = { ...before, sections: [...before.sections, ...sections] };
    return [{ table: 'decks', key, before, after }];
  });
  return [...changes, ...decks];
}
