import type { FieldId, NoteTypeId } from '../../kernel/ids.ts';
import { htmlOfText, isOnlyText, textOfHtml } from '../template/html-text.ts';
import type { Note, NoteContent, NoteDraft, NoteText } from './note.ts';
import { fieldText } from './note-type.ts';
import { FIELD } from './stock.ts';

/** What a deck file's fact says as a note: its plain text as HTML, in a stock type's fields. */
export function textOfDraft(draft: NoteDraft): NoteText {
  const { content, extra, source, sections } = draft;
  return {
    noteTypeId: content.type as NoteTypeId,
    fields: fieldsOf({ ...contentFields(content), extra, source }),
    sections,
  };
}

/**
 * The note as a deck file's fact, or undefined where a file cannot hold it: another type than
 * basic, reversed or cloze, formatted text, media, or no section.
 */
export function draftOfNote(note: Note): NoteDraft | undefined {
  const plain = (id: FieldId): string | undefined => plainText(fieldText(note.fields, id));
  const content = contentOf(note.noteTypeId, plain);
  const extra = plain(FIELD.extra);
  const source = plain(FIELD.source);
  if (!content || extra === undefined || source === undefined) return undefined;
  if (note.sections.length === 0) return undefined;
  return { id: note.id, content, extra, sections: note.sections, source };
}

function contentFields(content: NoteContent): Record<string, string> {
  if (content.type === 'cloze') return { text: content.text };
  return { front: content.front, back: content.back };
}

function contentOf(
  type: NoteTypeId,
  plain: (id: FieldId) => string | undefined,
): NoteContent | undefined {
  if ((type as string) === 'cloze') {
    const text = plain(FIELD.text);
    return text === undefined ? undefined : { type: 'cloze', text };
  }
  const sided = (['basic', 'reversed'] as const).find((each) => each === (type as string));
  const front = plain(FIELD.front);
  const back = plain(FIELD.back);
  if (!sided || front === undefined || back === undefined) return undefined;
  return { type: sided, front, back };
}

/** The text of HTML that says no more than its text. */
function plainText(html: string): string | undefined {
  return isOnlyText(html) ? textOfHtml(html) : undefined;
}

/** Plain texts by field as HTML; empty fields are left out. */
function fieldsOf(texts: Record<string, string>): NoteText['fields'] {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .map(([id, text]) => [id, htmlOfText(text)]),
  ) as NoteText['fields'];
}
