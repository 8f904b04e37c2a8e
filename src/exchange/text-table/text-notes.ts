import type { FieldTexts, NoteType } from '../../domain/content/note-type.ts';
import { BASIC, STOCK_TYPES } from '../../domain/content/stock.ts';
import { escapeText } from '../../domain/template/html/entities.ts';
import { clozeNumbersIn } from '../../domain/template/cloze-html.ts';
import type { FieldId } from '../../kernel/ids.ts';
import { pathFrom } from '../../kernel/path.ts';
import { type TableHeaders, tableHeaders } from './table-headers.ts';
import { guessedSeparator, type TextRow, tableRows } from './table-rows.ts';

/** A row as a note. */
export interface TextNote {
  readonly line: number;
  readonly type: NoteType;
  readonly fields: FieldTexts;
  /** A path; '' where the file names none. */
  readonly deck: string;
  readonly tags: readonly string[];
  /** Anki's mark of identity; '' where the file has none. */
  readonly guid: string;
}

/** A text file as a table, and as the notes that its headers make of it. */
export interface TextTable {
  readonly headers: TableHeaders;
  readonly separator: string | undefined;
  readonly rows: readonly TextRow[];
  readonly notes: readonly TextNote[];
  readonly problems: readonly string[];
}

/**
 * Reads a text or CSV file with Anki's header lines (ANKI-11). `types`: those that a header can
 * name. A row goes into the fields in their order, or into those that its columns are named after.
 */
export function readTextTable(text: string, types: readonly NoteType[] = STOCK_TYPES): TextTable {
  const { headers, rowsFrom, problems: ofHeaders } = tableHeaders(text);
  const separator = headers.separator ?? guessedSeparator(text, rowsFrom);
  const { rows, problems: ofRows } = tableRows(text, rowsFrom, separator);
  const problems = [...ofHeaders, ...ofRows];
  const unknown = new Set<string>();
  const typeNamed = (name: string): NoteType | undefined => {
    const type = types.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!type && name !== '') unknown.add(name);
    return type;
  };
  const notes: TextNote[] = [];
  const empty: number[] = [];
  for (const row of rows) {
    const cell = (column: number | undefined) =>
      column === undefined ? '' : (row.cells[column] ?? '').trim();
    const type =
      typeNamed(cell(headers.noteTypeColumn) || (headers.noteType ?? '')) ??
      typeOf(row, headers, types);
    const fields = fieldsOf(row, type, headers);
    const [first] = type.fields;
    if (first && (fields[first.id] ?? '').trim() === '') {
      empty.push(row.line);
      continue;
    }
    const tags = cell(headers.tagsColumn).split(/[\s\u3000]+/);
    notes.push({
      line: row.line,
      type,
      fields,
      deck: pathFrom(cell(headers.deckColumn) || (headers.deck ?? '')),
      tags: [...new Set([...headers.tags, ...tags.filter((tag) => tag !== '')])],
      guid: cell(headers.guidColumn),
    });
  }
  for (const name of unknown) {
    problems.push(
      `There is no note type “${name.slice(0, 60)}” here; its rows are taken as ordinary notes.`,
    );
  }
  if (empty.length > 0) {
    problems.push(
      rowsLeftOut(empty, 'has nothing in the first field', 'have nothing in the first field'),
    );
  }
  if (rows.length === 0) problems.push('The file has no rows.');
  return { headers, separator, rows, notes, problems };
}

/** '2 rows make no card and are left out (lines 3, 9).' */
export function rowsLeftOut(lines: readonly number[], one: string, many: string): string {
  const shown = `${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}`;
  return lines.length === 1
    ? `1 row ${one} and is left out (line ${shown}).`
    : `${lines.length.toLocaleString('en')} rows ${many} and are left out (lines ${shown}).`;
}

/** Where no type is named: cloze for text with deletions, else front and back. */
function typeOf(row: TextRow, headers: TableHeaders, types: readonly NoteType[]): NoteType {
  const special = specialColumns(headers);
  const first = row.cells.find((_, column) => !special.has(column)) ?? '';
  const cloze = types.find(({ kind }) => kind === 'cloze');
  const [basic = BASIC] = types;
  return cloze && clozeNumbersIn(first).length > 0 ? cloze : basic;
}

function specialColumns(headers: TableHeaders): ReadonlySet<number | undefined> {
  const { noteTypeColumn, deckColumn, tagsColumn, guidColumn } = headers;
  return new Set([noteTypeColumn, deckColumn, tagsColumn, guidColumn]);
}

function fieldsOf({ cells }: TextRow, type: NoteType, headers: TableHeaders): FieldTexts {
  const special = specialColumns(headers);
  const byName = new Map(type.fields.map((field) => [field.name.toLowerCase(), field.id]));
  const named = new Map<number, FieldId>();
  for (const [column, name] of headers.columns.entries()) {
    const id = byName.get(name.toLowerCase());
    if (id !== undefined && !special.has(column)) named.set(column, id);
  }
  const texts: Record<FieldId, string> = {};
  if (named.size > 0) {
    for (const [column, id] of named) texts[id] = htmlOf(cells[column] ?? '', headers.isHtml);
    return texts;
  }
  const plain = cells.filter((_, column) => !special.has(column));
  for (const [index, { id }] of type.fields.entries()) {
    const text = plain[index];
    if (text !== undefined && text !== '') texts[id] = htmlOf(text, headers.isHtml);
  }
  return texts;
}

function htmlOf(text: string, isHtml: boolean): string {
  return isHtml ? text : escapeText(text).replace(/\r?\n/g, '<br>');
}
