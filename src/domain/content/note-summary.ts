import type { Slot } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import { textToRead } from '../template/html-text.ts';
import { renderCard } from '../template/render.ts';
import { clozePlainText } from './cloze.ts';
import type { Note } from './note.ts';
import { fieldText, type NoteType } from './note-type.ts';
import { FIELD } from './stock.ts';

/** What stands for the note in lists: its sort field as one line of plain text. */
export function noteSummary(note: Pick<Note, 'fields'>, type: NoteType): string {
  const html = fieldText(note.fields, type.sortFieldId);
  if (type.kind === 'occlusion') {
    return oneLine(textToRead(fieldText(note.fields, FIELD.header))) || t`Image`;
  }
  return oneLine(clozePlainText(textToRead(html)));
}

/** What a card asks, as one line of plain text. */
export function questionText(
  note: Pick<Note, 'fields' | 'sections' | 'tags'>,
  type: NoteType,
  slot: Slot,
): string {
  const tags = [...note.sections, ...note.tags];
  const { front } = renderCard({ type, fields: note.fields, slot, tags, deckName: '' });
  return oneLine(textToRead(front)) || noteSummary(note, type);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
