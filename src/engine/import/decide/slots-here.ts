import { noteTypeOf } from '../../../domain/content/stock.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { foreignNote, readForeignNote } from '../../../exchange/anki/foreign-rows.ts';
import { typeInPlace } from '../../../exchange/anki/mapping/slots-here.ts';
import type { Brought } from '../../../exchange/incoming/brought.ts';
import { type CardId, cardIdOf, noteIdOf, type Slot, slotOf } from '../../../kernel/ids.ts';

type Slots = ReadonlyMap<Slot, Slot>;

/** What a file brings, its cards in the places that their templates have in the types here (ANKI-64). */
export function withSlotsHere(brought: Brought, known: readonly NoteType[]): Brought {
  const here = new Map(known.map((type) => [type.id as string, type]));
  const slots = new Map<string, Slots>();
  const types = brought.types.map((theirs) => {
    const mine = noteTypeOf(theirs.id, here);
    const found = mine && typeInPlace(theirs, mine);
    if (!found) return theirs;
    slots.set(theirs.id, found.slots);
    return found.type;
  });
  if (slots.size === 0) return brought;
  const ofNote = new Map<string, Slots>();
  const notes = brought.notes.map((note) => {
    const own = slots.get(note.noteTypeId);
    if (!own) return note;
    ofNote.set(note.id, own);
    return note.foreign ? { ...note, foreign: inPlace(note.foreign, own) } : note;
  });
  const placed = <Row extends { readonly id: CardId }>(row: Row): Row => {
    const noteId = noteIdOf(row.id);
    const slot = ofNote.get(noteId)?.get(slotOf(row.id));
    return slot === undefined ? row : { ...row, id: cardIdOf(noteId, slot) };
  };
  const [cards, pastLogs] = [brought.cards.map(placed), brought.pastLogs.map(placed)];
  return { ...brought, types, notes, cards, pastLogs };
}

/** A note's row of Anki's with its cards likewise. */
function inPlace(foreign: NonNullable<Brought['notes'][number]['foreign']>, slots: Slots) {
  const row = readForeignNote(foreign);
  if (!row) return foreign;
  const cards = Object.entries(row.cards).map(([slot, card]) => [
    slots.get(Number(slot)) ?? slot,
    card,
  ]);
  return foreignNote({ ...row, cards: Object.fromEntries(cards) });
}
