import type { NoteType } from '../../../../domain/content/note-type.ts';
import type { FieldId, Slot } from '../../../../kernel/ids.ts';
import type { TypeMapping } from '../../../../engine/commands/notes/notes.ts';
import { t } from '../../../../kernel/texts.ts';

/**
 * What most likely fills the fields and cards of `to`: those of the same id, then of the same name;
 * the first field takes the first. `slots`: the places of the cards there are.
 */
export function likelyMapping(from: NoteType, to: NoteType, slots: readonly Slot[]): TypeMapping {
  return { fields: likelyFields(from, to), slots: likelySlots(from, to, slots) };
}

function likelyFields(from: NoteType, to: NoteType): Record<FieldId, FieldId> {
  const fields: Record<FieldId, FieldId> = {};
  const free = new Set(from.fields.map(({ id }) => id));
  const take = (id: FieldId, source: FieldId | undefined): void => {
    if (source === undefined || Object.hasOwn(fields, id) || !free.delete(source)) return;
    fields[id] = source;
  };
  for (const { id } of to.fields) take(id, from.fields.find((field) => field.id === id)?.id);
  for (const { id, name } of to.fields) {
    const wanted = name.toLowerCase();
    take(id, from.fields.find((field) => field.name.toLowerCase() === wanted)?.id);
  }
  const [first] = to.fields;
  if (first) take(first.id, from.fields[0]?.id);
  return fields;
}

/** A cloze's cards keep their numbers; those of templates their place, or that of the same name. */
function likelySlots(from: NoteType, to: NoteType, slots: readonly Slot[]): Record<Slot, Slot> {
  if (to.kind !== 'standard') return Object.fromEntries(slots.map((slot) => [slot, slot]));
  const mapping: Record<Slot, Slot> = {};
  const free = new Set(slots);
  const take = (slot: Slot, source: Slot | undefined): void => {
    if (source === undefined || slot in mapping || !free.delete(source)) return;
    mapping[slot] = source;
  };
  for (const { slot } of to.templates) take(slot, slot);
  if (from.kind === 'standard') {
    for (const { slot, name } of to.templates) {
      take(slot, from.templates.find((template) => template.name === name)?.slot);
    }
  }
  return mapping;
}

/** What a card of `type` at `slot` is called. */
export function slotName(type: NoteType, slot: Slot): string {
  if (type.kind !== 'standard') return t`Deletion ${slot}`;
  return type.templates.find((template) => template.slot === slot)?.name ?? t`Card ${slot}`;
}

/** The old fields and cards that nothing of the new type takes. */
export function leftOver(
  from: NoteType,
  slots: readonly Slot[],
  mapping: TypeMapping,
): { readonly fields: readonly string[]; readonly cards: readonly string[] } {
  const fields = new Set<FieldId>(Object.values(mapping.fields));
  const taken = new Set<Slot>(Object.values(mapping.slots));
  return {
    fields: from.fields.filter(({ id }) => !fields.has(id)).map(({ name }) => name),
    cards: slots.filter((slot) => !taken.has(slot)).map((slot) => slotName(from, slot)),
  };
}
