import { LABELS, type Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { DeckId, FieldId } from '../../../kernel/ids.ts';
import { pathFrom } from '../../../kernel/path.ts';
import type { AnkiNote } from '../anki-collection.ts';
import { withMediaNames } from './media-names.ts';
import { noteIdOfGuid } from './marks/rounds-mark.ts';

export { noteIdOfGuid } from './marks/rounds-mark.ts';

/** `position`: its order in the deck. */
export function noteOfAnki(
  note: AnkiNote,
  type: NoteType,
  deckId: DeckId,
  position: number,
  mediaNames: ReadonlyMap<string, string>,
): Note {
  const texts: Record<FieldId, string> = {};
  for (const [ord, { id }] of type.fields.entries()) {
    const text = note.fields[ord];
    if (text) texts[id] = withMediaNames(withoutControlSigns(text), mediaNames);
  }
  const isLabel = (tag: string) => LABELS.includes(tag.toLowerCase());
  const sections = note.tags.filter((tag) => !isLabel(tag)).map((tag) => pathFrom(tag) || tag);
  return {
    id: noteIdOfGuid(note),
    noteTypeId: type.id,
    fields: texts,
    deckId,
    sections: [...new Set(sections)],
    tags: [...new Set(note.tags.filter(isLabel).map((tag) => tag.toLowerCase()))],
    position,
    archived: false,
    addedAtMillis: note.id,
    editedAtMillis: note.modifiedSeconds * 1000,
  };
}

/** Anki itself takes them out of a note before it keeps it; files of old versions still have some. */
export function withoutControlSigns(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');
}
