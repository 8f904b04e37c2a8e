import { type Note, tagsOf } from '../../domain/content/note.ts';
import { fieldText, type NoteType } from '../../domain/content/note-type.ts';
import { noteGuid, tagOfSection } from '../anki/mapping/marks/rounds-mark.ts';

/** What stands between cells. */
export type TableForm = 'text' | 'csv';

const SEPARATORS: Readonly<Record<TableForm, readonly [name: string, sign: string]>> = {
  text: ['tab', '\t'],
  csv: ['comma', ','],
};

/**
 * The lines at the top of a table of notes, as Anki writes and reads them: identity, type, deck and
 * tags have columns of their own, fields follow in the order of each note's type (ANKI-47).
 */
export function tableHead(form: TableForm): string {
  const [name] = SEPARATORS[form];
  return `#separator:${name}
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
`;
}

/** A note as a line of the table. */
export function tableLine(form: TableForm, note: Note, type: NoteType, deckName: string): string {
  const [, separator] = SEPARATORS[form];
  const cells = [
    noteGuid(note.id),
    type.name,
    deckName,
    tagsOf(note).map(tagOfSection).join(' '),
    ...type.fields.map(({ id }) => fieldText(note.fields, id)),
  ];
  return `${cells.map((cell) => cellOf(cell, separator)).join(separator)}\n`;
}

/** In quotes where the cell would otherwise end too early, or begin like a comment. */
function cellOf(text: string, separator: string): string {
  const isPlain = !text.includes(separator) && !/["\r\n]|^#|^\s|\s$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
