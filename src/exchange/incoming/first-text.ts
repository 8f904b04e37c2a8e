import { type FieldTexts, fieldText, type NoteType } from '../../domain/content/note-type.ts';
import { mediaNamesIn, textToRead } from '../../domain/template/html-text.ts';

/** How a note begins, by which rows of a table are known: its first field without its formatting. */
export function firstTextOf(note: {
  readonly type: NoteType;
  readonly fields: FieldTexts;
}): string {
  const [first] = note.type.fields;
  return first ? firstText(fieldText(note.fields, first.id)) : '';
}

/** As Anki compares first fields: words as they are written, and the names of pictures and sounds. */
export function firstText(html: string): string {
  const words = /[<&[]/.test(html) ? textToRead(html).trim() : html.trim();
  const media = /[<[]/.test(html) ? mediaNamesIn(html) : [];
  return [words, ...media].join('\n').trim();
}
