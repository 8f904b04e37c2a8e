import type { FieldId, NoteTypeId } from '../../kernel/ids.ts';
import { htmlOfText, isOnlyText, mediaNamesIn, textOfHtml } from '../template/html-text.ts';
import { htmlOfMarkdown, markdownOfHtml } from './markdown.ts';
import type { Note, NoteContent, NoteDraft, NoteText } from './note.ts';
import { fieldText } from './note-type.ts';
import { FIELD } from './stock.ts';

/** What a deck file's fact says as a note: its text as HTML, in a stock type's fields. */
export function textOfDraft(draft: NoteDraft): NoteText {
  const { content, extra, source, sections, markup } = draft;
  const html = markup === 'markdown' ? htmlOfMarkdown : htmlOfText;
  return {
    noteTypeId: content.type as NoteTypeId,
    fields: fieldsOf({ ...contentFields(content), extra, source }, html),
    sections,
  };
}

/** What a deck file can hold of a deck, and what it cannot, each note in its order. */
export interface FileOfNotes {
  readonly drafts: readonly NoteDraft[];
  readonly left: readonly { readonly note: Note; readonly why: LeftOut }[];
}
/** 'shape': what the file would say of it is not what it says. */
export type LeftOut = 'type' | 'media' | 'html' | 'shape';

/**
 * Notes as facts of one deck file. As plain text where all of them are; as Markdown where any has
 * formatting. Left out: notes of another type than basic, reversed and cloze, those with pictures,
 * sounds or films, and HTML that no Markdown says.
 */
export function draftsOfNotes(notes: readonly Note[]): FileOfNotes {
  const isPlain = notes.every((note) => draftOfNote(note) !== undefined || leftOut(note));
  const drafts: NoteDraft[] = [];
  const left: { note: Note; why: LeftOut }[] = [];
  for (const note of notes) {
    const draft = draftOfNote(note, isPlain ? undefined : 'markdown');
    if (draft && !leftOut(note)) drafts.push(draft);
    else left.push({ note, why: leftOut(note) ?? 'html' });
  }
  return { drafts, left };
}

function leftOut(note: Note): LeftOut | undefined {
  if (!TYPES.includes(note.noteTypeId)) return 'type';
  return Object.values(note.fields).some((html) => mediaNamesIn(html).length > 0)
    ? 'media'
    : undefined;
}

/**
 * The note as a deck file's fact, or undefined where a file cannot hold it in that way: of another
 * type than basic, reversed or cloze, or, without `markup`, formatted.
 */
export function draftOfNote(note: Note, markup?: NoteDraft['markup']): NoteDraft | undefined {
  const written = markup === 'markdown' ? markdownOfHtml : plainText;
  const text = (id: FieldId): string | undefined => written(fieldText(note.fields, id));
  const content = contentOf(note.noteTypeId, text);
  const extra = text(FIELD.extra);
  const source = text(FIELD.source);
  if (!content || extra === undefined || source === undefined) return undefined;
  const { id, sections } = note;
  return { id, content, extra, sections, source, ...(markup === undefined ? {} : { markup }) };
}

const TYPES: readonly string[] = ['basic', 'reversed', 'cloze'];

function contentFields(content: NoteContent): Record<string, string> {
  if (content.type === 'cloze') return { text: content.text };
  const { front, back } = content;
  if (content.type === 'basic' || !content.wayBack) return { front, back };
  const { question, answer } = content.wayBack;
  return { front, back, [FIELD.backQuestion]: question, [FIELD.backAnswer]: answer };
}

function contentOf(
  type: NoteTypeId,
  written: (id: FieldId) => string | undefined,
): NoteContent | undefined {
  if ((type as string) === 'cloze') {
    const text = written(FIELD.text);
    return text === undefined ? undefined : { type: 'cloze', text };
  }
  const sided = (['basic', 'reversed'] as const).find((each) => each === (type as string));
  const front = written(FIELD.front);
  const back = written(FIELD.back);
  if (!sided || front === undefined || back === undefined) return undefined;
  if (sided === 'basic') return { type: sided, front, back };
  const question = written(FIELD.backQuestion);
  const answer = written(FIELD.backAnswer);
  if (question === undefined || answer === undefined) return undefined;
  if (question === '' && answer === '') return { type: sided, front, back };
  return { type: sided, front, back, wayBack: { question, answer } };
}

/** The text of HTML that says no more than its text. */
function plainText(html: string): string | undefined {
  return isOnlyText(html) ? textOfHtml(html) : undefined;
}

/** Texts by field as HTML; empty fields are left out. */
function fieldsOf(
  texts: Record<string, string>,
  html: (text: string) => string,
): NoteText['fields'] {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .map(([id, text]) => [id, html(text)]),
  ) as NoteText['fields'];
}
