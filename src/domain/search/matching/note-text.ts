import type { Note } from '../../content/note.ts';
import { fieldText, type NoteType } from '../../content/note-type.ts';
import type { FieldId } from '../../ids.ts';
import { type ClozeNode, hintOf, parseCloze, shownText } from '../../template/cloze-syntax.ts';
import { textOfHtml } from '../../template/html-text.ts';
import { FIELD_END, fold } from './fold.ts';

export interface NoteTexts {
  /** What words are looked for in: searchable fields in the type's order, hints, all folded. */
  readonly search: string;
  /** The sort field as a person reads it, on one line, at most SORT_TEXT characters. */
  readonly sort: string;
}

export const SORT_TEXT = 200;

/** The texts of `note` that a library keeps. */
export function textsOf(note: Pick<Note, 'fields'>, type: NoteType): NoteTexts {
  const parts: string[] = [];
  const hints: string[] = [];
  let sort: string | undefined;
  for (const field of type.fields) {
    const isSort = field.id === type.sortFieldId;
    if (field.isLeftOutOfSearch && !isSort) continue;
    const plain = plainField(fieldText(note.fields, field.id), type);
    if (isSort) sort = cut(plain.text.replace(/\s+/g, ' ').trim());
    if (field.isLeftOutOfSearch) continue;
    parts.push(fold(plain.text).trim());
    hints.push(...plain.hints.map((hint) => fold(hint).trim()));
  }
  return { search: [...parts, ...hints].join(FIELD_END), sort: sort ?? '' };
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

/** A mask of an image is a deletion without text. */
const MASK = /\{\{c[\d,]+::image-occlusion:[^}]*\}\}/g;

function plainField(html: string, type: NoteType): { text: string; hints: readonly string[] } {
  // Most fields are plain already, and a hundred thousand notes are read at once.
  const text = /[<&[]/.test(html) ? textOfHtml(html) : html;
  if (type.kind === 'standard' || !text.includes('{{c')) return { text, hints: [] };
  const { nodes } = parseCloze(text.replace(MASK, ' '));
  return { text: shownText(nodes), hints: hintsIn(nodes) };
}

function hintsIn(nodes: readonly ClozeNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    const hint = hintOf(node);
    return hint === undefined ? hintsIn(node.nodes) : [hint, ...hintsIn(node.nodes)];
  });
}

/** At most SORT_TEXT characters, no pair of surrogates torn. */
function cut(text: string): string {
  if (text.length <= SORT_TEXT) return text;
  return text.slice(0, SORT_TEXT).replace(/[\ud800-\udbff]$/, '');
}
