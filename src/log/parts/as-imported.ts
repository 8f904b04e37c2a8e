import { LABELS, type AsImported } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import type { IncomingNote } from '../../domain/import/incoming.ts';
import { keyOfName } from '../../domain/text/same-name.ts';
import { canonical, hash32, hex, textHash } from '../../kernel/canonical.ts';
import type { FieldId } from '../../kernel/ids.ts';

/** What is remembered of a note as a file brings it. Fields that are empty are left out. */
export function asImportedOf(note: IncomingNote): AsImported {
  const fields: Record<FieldId, string> = {};
  for (const [id, text] of Object.entries(note.fields)) {
    if (text !== '') fields[id as FieldId] = shortHash(text);
  }
  return { noteTypeId: note.noteTypeId, deckId: note.deckId, fields, tags: tagsHash(note) };
}

/** Whether `text` is what the field said when it was last imported. */
export function isFieldAsImported({ fields }: AsImported, id: FieldId, text: string): boolean {
  const known = Object.hasOwn(fields, id) ? fields[id] : '';
  return known === (text === '' ? '' : shortHash(text));
}

/** Sections alone: labels ('marked', 'leech') are told apart one by one. */
export function areSectionsAsImported({ tags }: AsImported, sections: readonly string[]): boolean {
  return tags.startsWith(sectionsHash(sections));
}

/** Whether the note had the label when it was last imported. */
export function hadLabel({ tags }: AsImported, label: string): boolean {
  return tags.slice(HASH_LENGTH).includes(letterOf(label));
}

/** A note type without what an import keeps beside it. */
export function typeHash({ foreign: _foreign, asImported: _old, ...type }: NoteType): string {
  return textHash(canonical(type));
}

/** Order and case of tags say nothing. */
function tagsHash({ sections, tags }: Pick<IncomingNote, 'sections' | 'tags'>): string {
  const labels = LABELS.filter((label) => tags.includes(label));
  return sectionsHash(sections) + labels.map(letterOf).join('');
}

function sectionsHash(sections: readonly string[]): string {
  return shortHash([...new Set(sections.map(keyOfName))].sort().join('\n'));
}

function letterOf(label: string): string {
  return label.charAt(0);
}

const HASH_LENGTH = 8;

/** Eight hex digits. */
function shortHash(text: string): string {
  return hex(hash32(text, 0x85ebca77));
}
