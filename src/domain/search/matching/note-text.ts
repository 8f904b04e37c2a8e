import type { Note } from '../../content/note.ts';
import { fieldText, type NoteType } from '../../content/note-type.ts';
import type { FieldId } from '../../../kernel/ids.ts';
import { type ClozeNode, hintOf, parseCloze, shownText } from '../../template/cloze-syntax.ts';
import { textOfHtml, textToRead } from '../../template/html-text.ts';
import { parseOcclusions } from '../../template/occlusion.ts';
import { fold } from '../../text/as-read.ts';
import { FIELD_END } from './glob.ts';

export interface NoteTexts {
  /** What words are looked for in: searchable fields in the type's order, hints, all folded. */
  readonly search: string;
  /**
   * The sort field as a person reads it, on one line, at most SORT_TEXT characters; where it has
   * no text, as a picture has none, the first field that has.
   */
  readonly sort: string;
}

export const SORT_TEXT = 200;

/** The texts of `note` that a library keeps. */
export function textsOf(note: Pick<Note, 'fields'>, type: NoteType): NoteTexts {
  const parts: string[] = [];
  const hints: string[] = [];
  let sort = '';
  let instead = '';
  for (const field of type.fields) {
    const isSort = field.id === type.sortFieldId;
    if (field.isLeftOutOfSearch && !isSort) continue;
    const plain = plainField(fieldText(note.fields, field.id), type);
    if (isSort) sort = onOneLine(plain.text);
    else if (sort === '' && instead === '') instead = onOneLine(plain.text);
    if (field.isLeftOutOfSearch) continue;
    parts.push(fold(plain.text).trim());
    hints.push(...plain.hints.map((hint) => fold(hint).trim()));
  }
  return { search: [...parts, ...hints].join(FIELD_END), sort: sort || instead };
}

/** The folded text of one field, whether or not searches look into it. */
export function foldedField(
  note: Pick<Note, 'fields'>,
  search: string,
  type: NoteType,
  id: FieldId,
): string {
  const index = type.fields
    .filter((field) => !field.isLeftOutOfSearch)
    .findIndex((field) => field.id === id);
  if (index >= 0) return search.split(FIELD_END, index + 1)[index] ?? '';
  return fold(plainField(fieldText(note.fields, id), type).text).trim();
}

/** The text of a field of a note that is not kept yet, as dupe: asks for it. */
export function textOfField(html: string, type: NoteType): string {
  return plainField(html, type).text;
}

/** The text of a field as a reader sees it: white space as it comes, deletions shown. */
function plainField(html: string, type: NoteType): { text: string; hints: readonly string[] } {
  if (type.kind === 'occlusion' && html.includes('image-occlusion:')) {
    return { text: textOfMasks(html), hints: [] };
  }
  // Most fields are plain already, and a hundred thousand notes are read at once.
  const text = /[<&[]/.test(html) ? textToRead(html) : html;
  if (type.kind === 'standard' || !text.includes('{{c')) return { text, hints: [] };
  const { nodes } = parseCloze(text);
  return { text: shownText(nodes), hints: hintsIn(nodes) };
}

/** What masks say in words: their labels, and what is under them. */
function textOfMasks(html: string): string {
  const { shapes, unread = [] } = parseOcclusions(html);
  const words = shapes.flatMap((shape) => [
    shape.kind === 'text' ? shape.text : '',
    shape.alt ?? '',
  ]);
  return [...words, ...unread.map(({ text }) => textOfHtml(text))]
    .filter((each) => each !== '')
    .join(' ');
}

function hintsIn(nodes: readonly ClozeNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    const hint = hintOf(node);
    return hint === undefined ? hintsIn(node.nodes) : [hint, ...hintsIn(node.nodes)];
  });
}

function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // No pair of surrogates is torn.
  return line.length <= SORT_TEXT ? line : line.slice(0, SORT_TEXT).replace(/[\ud800-\udbff]$/, '');
}
