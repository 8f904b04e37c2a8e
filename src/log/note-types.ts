import { type Card, historyIdOf } from '../domain/collection/card.ts';
import type { Note } from '../domain/content/note.ts';
import { type FieldTexts, fieldText, type NoteType } from '../domain/content/note-type.ts';
import { noteTypeOf, stockType } from '../domain/content/stock.ts';
import { type CardId, cardIdOf, type FieldId, type Slot, slotOf } from '../kernel/ids.ts';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { slotsOfNote } from '../domain/template/slots.ts';
import { cardOfNote, cardsByNote, newCard, noteChanges } from './note-cards.ts';
import type { Operation, OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

/** A new or changed type: the cards of its notes follow its templates (NOTE-2). */
export function effectsOfSetType({ noteType }: Body<'set-note-type'>, rows: Rows): Result<Effects> {
  if (noteType.fields.length === 0 || noteType.templates.length === 0) {
    return failed(
      'A note type needs at least one field and one card.',
      'The type is as it was.',
      'Add a field or a card to it.',
    );
  }
  const key = noteType.id;
  const typeChange: Change = {
    table: 'noteTypes',
    key,
    before: rows.noteTypes.get(key),
    after: noteType,
  };
  const noteTypes = new Map(rows.noteTypes).set(key, noteType);
  return ok({ changes: [typeChange, ...followed(noteType, noteTypes, rows)] });
}

/** A person's own type that no note has; a changed stock type goes back to how it came. */
export function effectsOfDeleteType(
  { noteTypeId }: Body<'delete-note-type'>,
  rows: Rows,
): Result<Effects> {
  const before = rows.noteTypes.get(noteTypeId);
  const stock = stockType(noteTypeId);
  if (!before) return typeGone();
  const users = [...rows.notes.values()].filter((note) => note.noteTypeId === noteTypeId);
  if (!stock && users.length > 0) {
    return failed(
      `${users.length === 1 ? 'A note has' : `${users.length} notes have`} this type.`,
      'The type and its notes are as they were.',
      'Give those notes another type first, or delete them.',
    );
  }
  const typeChange: Change = { table: 'noteTypes', key: noteTypeId, before, after: undefined };
  const noteTypes = new Map(rows.noteTypes);
  noteTypes.delete(noteTypeId);
  return ok({ changes: [typeChange, ...(stock ? followed(stock, noteTypes, rows) : [])] });
}

/** The notes of `type` whose cards come or go. */
function followed(type: NoteType, noteTypes: ReadonlyMap<string, NoteType>, rows: Rows): Change[] {
  const cards = cardsByNote(rows);
  return [...rows.notes.values()].flatMap((note) => {
    if (note.noteTypeId !== type.id) return [];
    const own = noteChanges(note, note, cards.get(note.id) ?? [], noteTypes);
    return own.filter(
      (change) =>
        change.table === 'cards' &&
        (!change.before || change.before.absent !== change.after?.absent),
    );
  });
}

/** Other fields and templates for notes; each card keeps its schedule and history. */
export function effectsOfChangeType(
  operation: Operation,
  body: Body<'change-type'>,
  rows: Rows,
): Result<Effects> {
  const type = noteTypeOf(body.noteTypeId, rows.noteTypes);
  if (!type) return typeGone();
  const cards = cardsByNote(rows);
  const changes: Change[] = [];
  for (const noteId of new Set(body.noteIds)) {
    const before = rows.notes.get(noteId);
    if (!before) continue;
    const old = noteTypeOf(before.noteTypeId, rows.noteTypes);
    const fields = mappedFields(before.fields, old, type, body.fields);
    const slots = new Set(slotsOfNote(type, fields));
    if (slots.size === 0) {
      return failed(
        'A note would have no card under the new type.',
        'Every note is as it was.',
        type.kind === 'standard'
          ? 'Give the side that asks a field that is filled in.'
          : 'Choose a field with deletions for the text, or hide something first.',
      );
    }
    const after: Note = {
      ...before,
      noteTypeId: type.id,
      fields,
      editedAtMillis: operation.atMillis,
    };
    changes.push({ table: 'notes', key: noteId, before, after });
    changes.push(...movedCards(operation, after, slots, cards.get(noteId) ?? [], body.slots));
  }
  if (changes.length === 0) {
    return failed('The notes are no longer there.', 'Nothing was changed.', 'Search again.');
  }
  return ok({ changes });
}

/**
 * The new type's fields from the old ones. Old text that has no place stays, out of sight: under its
 * field's id or, where the new type has that too, beside it; with its type it comes back.
 */
function mappedFields(
  texts: FieldTexts,
  old: NoteType | undefined,
  type: NoteType,
  from: Readonly<Record<FieldId, FieldId>>,
): FieldTexts {
  const fields: Record<FieldId, string> = { ...texts };
  const put = (id: FieldId, text: string): void => {
    if (text === '') delete fields[id];
    else fields[id] = text;
  };
  const shown = new Set(old?.fields.map(({ id }) => id));
  const sources = new Set(type.fields.map(({ id }) => from[id]));
  for (const { id } of type.fields) {
    const source = Object.hasOwn(from, id) ? from[id] : undefined;
    const waiting = besideId(id, type);
    if (source !== undefined) put(id, fieldText(texts, source));
    else if (Object.hasOwn(texts, waiting)) {
      put(id, fieldText(texts, waiting));
      put(waiting, '');
    } else if (shown.has(id)) put(id, '');
    if (old && shown.has(id) && !sources.has(id)) put(besideId(id, old), fieldText(texts, id));
  }
  return fields;
}

/** Where the text of a field waits while a type that fills the field with another is the note's. */
function besideId(id: FieldId, { id: typeId }: NoteType): FieldId {
  return `${id}~${typeId}` as FieldId;
}

function movedCards(
  operation: Operation,
  note: Note,
  slots: ReadonlySet<Slot>,
  cards: readonly Card[],
  from: Readonly<Record<Slot, Slot>>,
): Change[] {
  const old = new Map(cards.map((card) => [slotOf(card.id), card]));
  const moves = new Map<Slot, Card>();
  for (const slot of slots) {
    const source = old.get(from[slot] ?? Number.NaN);
    if (source) moves.set(slot, source);
  }
  const movedAway = new Set([...moves.values()].map((card) => slotOf(card.id)));
  const result: Card[] = [];
  for (const slot of slots) {
    const own = old.get(slot);
    const source = moves.get(slot) ?? (movedAway.has(slot) ? undefined : own);
    const id = cardIdOf(note.id, slot);
    if (source)
      result.push(cardOfNote(note, withHistory({ ...source, id }, historyIdOf(source)), slots));
    // Another card's history stands under this id already, so the new one gets one of its own.
    else if (own) result.push(withHistory(newCard(note, slot), `${id}~${operation.id}` as CardId));
    else result.push(newCard(note, slot));
  }
  for (const card of cards) {
    const slot = slotOf(card.id);
    if (!slots.has(slot) && !movedAway.has(slot)) result.push(cardOfNote(note, card, slots));
  }
  const kept = new Set(result.map((card) => card.id));
  const gone = cards.filter((card) => !kept.has(card.id));
  return [
    ...result.map((after): Change => {
      return { table: 'cards', key: after.id, before: old.get(slotOf(after.id)), after };
    }),
    ...gone.map((before): Change => {
      return { table: 'cards', key: before.id, before, after: undefined };
    }),
  ];
}

function withHistory({ historyId: _old, ...card }: Card, historyId: CardId): Card {
  return historyId === card.id ? card : { ...card, historyId };
}

function typeGone(): Result<never> {
  return failed(
    'The note type is no longer there.',
    'Nothing was changed.',
    'Choose another type.',
  );
}
