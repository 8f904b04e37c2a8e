import { type Card, historyIdOf } from '../../../domain/collection/card.ts';
import type { Change } from '../../../domain/collection/rows.ts';
import type { Note } from '../../../domain/content/note.ts';
import { type FieldTexts, fieldText, type NoteType } from '../../../domain/content/note-type.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import { hasTags, slotsOfNote } from '../../../domain/template/slots.ts';
import { type CardId, cardIdOf, type FieldId, type Slot, slotOf } from '../../../kernel/ids.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Stamp } from '../../envelope.ts';
import { defineKind } from '../../kind.ts';
import { cardOfNote, cardsByNote, newCard } from '../../parts/note-cards.ts';
import { typeGone } from '../../parts/type-followed.ts';
import { fieldMap, list, noteId, noteTypeId, object, slotMap } from '../../shapes.ts';

/** Other fields and templates for notes; each card keeps its schedule and history. */
export const changeTypeKind = defineKind({
  name: 'change-type',
  version: 1,
  shape: object({
    noteIds: list(noteId),
    noteTypeId,
    /** For each field of the new type, the old field that fills it; absent: empty. */
    fields: fieldMap,
    /** For each slot of the new type, the old slot whose schedule it takes on. */
    slots: slotMap,
  }),
  word: t`change of note type`,
  about: ({ noteIds }) => ({ noteIds }),
  reach: ({ noteIds }) => ({ noteIds }),
  effects(body, stamp, rows) {
    const type = noteTypeOf(body.noteTypeId, rows.noteTypes);
    if (!type) return typeGone();
    const cards = cardsByNote(rows);
    const changes: Change[] = [];
    for (const noteId of new Set(body.noteIds)) {
      const before = rows.notes.get(noteId);
      if (!before) continue;
      const old = noteTypeOf(before.noteTypeId, rows.noteTypes);
      const fields = mappedFields(before.fields, old, type, body.fields);
      const slots = new Set(slotsOfNote(type, fields, hasTags(before)));
      if (slots.size === 0) {
        return failed(
          t`A note would have no card under the new type.`,
          t`Every note is as it was.`,
          type.kind === 'standard'
            ? t`Give the side that asks a field that is filled in.`
            : t`Choose a field with deletions for the text, or hide something first.`,
        );
      }
      const after: Note = {
        ...before,
        noteTypeId: type.id,
        fields,
        editedAtMillis: stamp.atMillis,
      };
      changes.push({ table: 'notes', key: noteId, before, after });
      changes.push(...movedCards(stamp, after, slots, cards.get(noteId) ?? [], body.slots));
    }
    if (changes.length === 0) {
      return failed(t`The notes are no longer there.`, t`Nothing was changed.`, t`Search again.`);
    }
    return ok({ changes });
  },
});

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
  { id: operationId }: Stamp,
  note: Note,
  slots: ReadonlySet<Slot>,
  cards: readonly Card[],
  from: Readonly<Record<Slot, Slot>>,
): Change[] {
  const old = new Map(cards.map((card) => [slotOf(card.id), card]));
  const moves = new Map<Slot, Card>();
  // A card goes to one place only: two with one history would count each answer twice.
  const free = new Set(cards);
  for (const slot of slots) {
    const source = old.get(from[slot] ?? Number.NaN);
    if (source && free.delete(source)) moves.set(slot, source);
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
    else if (own) result.push(withHistory(newCard(note, slot), `${id}~${operationId}` as CardId));
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
