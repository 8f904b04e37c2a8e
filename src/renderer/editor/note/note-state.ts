import type { NoteText } from '../../../domain/content/note.ts';
import { type FieldTexts, fieldText, type NoteType } from '../../../domain/content/note-type.ts';
import type { DeckId, FieldId, NoteTypeId } from '../../../kernel/ids.ts';

/** A note as it is being written. */
export interface NoteState extends NoteText {
  readonly deckId: DeckId;
}

/** `state` as another type: fields of the same id keep their text, others wait out of sight. */
export function withType(state: NoteState, type: NoteType, before: NoteType): NoteState {
  const fields: Record<FieldId, string> = { ...state.fields };
  const target = type.fields[0]?.id;
  const source = before.fields[0]?.id;
  // What was written first is what the new type asks with: a basic note's front as a cloze's text.
  if (target && source && target !== source && fieldText(fields, target) === '') {
    const text = fieldText(fields, source);
    if (text !== '') fields[target] = text;
  }
  return { ...state, noteTypeId: type.id, fields };
}

/** What stays for the next note: deck, type, tags and sticky fields. */
export function nextNote(state: NoteState, type: NoteType, sticky: ReadonlySet<string>): NoteState {
  const kept = type.fields.filter((field) => sticky.has(stickyKey(type.id, field.id)));
  const fields = Object.fromEntries(
    kept.map((field) => [field.id, fieldText(state.fields, field.id)]),
  ) as FieldTexts;
  return { ...state, fields };
}

export function stickyKey(typeId: NoteTypeId, fieldId: FieldId): string {
  return `${typeId}/${fieldId}`;
}

/** Only the fields that the type has. */
export function fieldsOf(state: Pick<NoteText, 'fields'>, type: NoteType): FieldTexts {
  return Object.fromEntries(
    type.fields.map((field) => [field.id, fieldText(state.fields, field.id)]),
  ) as FieldTexts;
}

export function isUntouched(
  state: Pick<NoteText, 'fields'>,
  blank: Pick<NoteText, 'fields'>,
): boolean {
  const ids = new Set([...Object.keys(state.fields), ...Object.keys(blank.fields)] as FieldId[]);
  return [...ids].every((id) => fieldText(state.fields, id) === fieldText(blank.fields, id));
}

/** What of `state` is not in the stored `note`; undefined where all is. */
export function unsavedIn(state: NoteState, note: NoteState): NoteState | undefined {
  const changed = (Object.keys(state.fields) as FieldId[]).filter(
    (id) => fieldText(state.fields, id) !== fieldText(note.fields, id),
  );
  const isSame = (tag: string, index: number): boolean => tag === note.sections[index];
  const { sections } = state;
  if (changed.length === 0 && sections.length === note.sections.length && sections.every(isSame)) {
    return undefined;
  }
  const fields = Object.fromEntries(changed.map((id) => [id, fieldText(state.fields, id)]));
  return { ...state, fields: fields as FieldTexts };
}

/** The stored `note` with what was not saved of it. */
export function withUnsaved(note: NoteState, { fields, sections }: NoteState): NoteState {
  return { ...note, fields: { ...note.fields, ...fields }, sections };
}

/** A kept draft, as far as it can be read: storage may hold an older form. */
export function noteStateFrom(value: unknown): NoteState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { deckId, noteTypeId, fields, sections } = value as Record<string, unknown>;
  if (typeof deckId !== 'string' || typeof noteTypeId !== 'string') return undefined;
  if (typeof fields !== 'object' || fields === null || !Array.isArray(sections)) return undefined;
  const texts = Object.entries(fields).filter(([, text]) => typeof text === 'string');
  return {
    deckId: deckId as DeckId,
    noteTypeId: noteTypeId as NoteTypeId,
    fields: Object.fromEntries(texts) as FieldTexts,
    sections: sections.filter((tag) => typeof tag === 'string'),
  };
}
