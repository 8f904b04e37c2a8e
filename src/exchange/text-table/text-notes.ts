import type { FieldTexts, NoteType } from '../../domain/content/note-type.ts';
import { BASIC, STOCK_TYPES } from '../../domain/content/stock.ts';
import { escapeText } from '../../domain/template/html/entities.ts';
import { clozeNumbersIn } from '../../domain/template/cloze-html.ts';
import type { FieldId } from '../../kernel/ids.ts';
import { pathFrom } from '../../kernel/path.ts';
import { t } from '../../kernel/texts.ts';
import { beginsWithNames, fieldNamed, withNames, withTagsBeyond } from './column-names.ts';
import { rowsLeftOut } from './rows-left-out.ts';
import type { ColumnUse, TableChoices } from './table-choices.ts';
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
  /** How it is taken apart: as is asked for, else as the file says, else as was guessed. */
  readonly choices: TableChoices;
  readonly separator: string | undefined;
  readonly rows: readonly TextRow[];
  readonly notes: readonly TextNote[];
  readonly problems: readonly string[];
}

/** Types that every Anki begins with, by its names for them, and what is the same here. */
const ANKIS_OWN: ReadonlyMap<string, string> = new Map([
  ['basic (and reversed card)', 'reversed'],
  ['basic (optional reversed card)', 'optional-reversed'],
  ['basic (type in the answer)', 'typed'],
]);

/**
 * Reads a text or CSV file with Anki's header lines (ANKI-11). `types`: those that a header can
 * name. A row goes into the fields in their order, or into those that its columns are named after;
 * or everything as a person chose it (ANKI-33).
 */
export function readTextTable(
  text: string,
  types: readonly NoteType[] = STOCK_TYPES,
  chosen?: TableChoices,
): TextTable {
  const { headers: said, rowsFrom, problems: ofHeaders } = tableHeaders(text);
  const separator = chosen?.separator || (said.separator ?? guessedSeparator(text, rowsFrom));
  const { rows: all, problems: ofRows } = tableRows(text, rowsFrom, separator);
  const isNamed = said.columns.length > 0;
  const hasNames = chosen?.hasNames ?? (!isNamed && beginsWithNames(all, types));
  const [names] = all;
  const named = (hasNames ? names?.cells : undefined) ?? said.columns;
  const ofFile = types.find(({ name }) => name.toLowerCase() === said.noteType?.toLowerCase());
  const guessed = withTagsBeyond(withNames(said, named, ofFile), ofFile, widthOf(all));
  const headers = chosen ? headersOf(said, chosen) : guessed;
  const rows = hasNames ? all.slice(1) : all;
  const problems = [...ofHeaders, ...ofRows];
  const unknown = new Set<string>();
  const typeNamed = (name: string): NoteType | undefined => {
    const key = name.toLowerCase();
    const type =
      types.find((each) => each.name.toLowerCase() === key) ??
      types.find(({ id }) => id === ANKIS_OWN.get(key));
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
      typeOf(row, headers, types, chosen);
    const fields = fieldsOf(row, type, headers, chosen);
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
      t`There is no note type “${name.slice(0, 60)}” here; its rows are taken as ordinary notes.`,
    );
  }
  if (empty.length > 0) {
    problems.push(
      rowsLeftOut(empty, t`has nothing in the first field`, t`have nothing in the first field`),
    );
  }
  if (rows.length === 0) problems.push(t`The file has no rows.`);
  const choices = chosen ?? choicesOf({ headers, separator, rows, notes }, types, hasNames);
  return { headers, choices, separator, rows, notes, problems };
}

/** What a person chose, over what the file says. */
function headersOf(said: TableHeaders, chosen: TableChoices): TableHeaders {
  const at = (use: ColumnUse['use']) => {
    const column = chosen.columns.findIndex((each) => each.use === use);
    return column === -1 ? undefined : column;
  };
  const {
    noteType: _type,
    deckColumn: _deck,
    tagsColumn: _tags,
    guidColumn: _guid,
    ...rest
  } = said;
  const { noteTypeColumn: _column, ...other } = rest;
  const [deck, tags, guid, type] = [at('deck'), at('tags'), at('guid'), at('note-type')];
  return {
    ...other,
    isHtml: chosen.isHtml,
    deck: chosen.deckName,
    ...(deck === undefined ? {} : { deckColumn: deck }),
    ...(tags === undefined ? {} : { tagsColumn: tags }),
    ...(guid === undefined ? {} : { guidColumn: guid }),
    ...(type === undefined ? {} : { noteTypeColumn: type }),
  };
}

/** The choices that come to what was read without any. */
function choicesOf(
  { headers, separator, rows, notes }: Omit<TextTable, 'choices' | 'problems'>,
  types: readonly NoteType[],
  hasNames: boolean,
): TableChoices {
  const type = mostUsed(notes.map((note) => note.type)) ?? types[0] ?? BASIC;
  const width = widthOf(rows);
  const named = namedColumns(type, headers);
  const special = specialColumns(headers);
  let next = 0;
  const columns = Array.from({ length: width }, (_, column): ColumnUse => {
    if (column === headers.tagsColumn) return { use: 'tags' };
    if (column === headers.deckColumn) return { use: 'deck' };
    if (column === headers.guidColumn) return { use: 'guid' };
    if (column === headers.noteTypeColumn) return { use: 'note-type' };
    if (special.has(column)) return { use: 'nothing' };
    const fieldId = named.size > 0 ? named.get(column) : type.fields[next++]?.id;
    return fieldId === undefined ? { use: 'nothing' } : { use: 'field', fieldId };
  });
  return {
    separator: separator ?? '',
    hasNames,
    isHtml: headers.isHtml,
    noteTypeId: type.id,
    deckName: pathFrom(headers.deck ?? ''),
    columns,
  };
}

function widthOf(rows: readonly TextRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

function mostUsed(types: readonly NoteType[]): NoteType | undefined {
  const counts = new Map<NoteType, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Where no type is named: cloze for text with deletions, else front and back, or what was chosen. */
function typeOf(
  row: TextRow,
  headers: TableHeaders,
  types: readonly NoteType[],
  chosen: TableChoices | undefined,
): NoteType {
  const special = specialColumns(headers);
  const first = row.cells.find((_, column) => !special.has(column)) ?? '';
  const cloze = types.find(({ kind }) => kind === 'cloze');
  const [basic = BASIC] = types;
  const wanted = types.find(({ id }) => id === chosen?.noteTypeId) ?? basic;
  return wanted === basic && cloze && clozeNumbersIn(first).length > 0 ? cloze : wanted;
}

function specialColumns(headers: TableHeaders): ReadonlySet<number | undefined> {
  const { noteTypeColumn, deckColumn, tagsColumn, guidColumn } = headers;
  return new Set([noteTypeColumn, deckColumn, tagsColumn, guidColumn]);
}

/** Columns that are named after a field of the type. */
function namedColumns(type: NoteType, headers: TableHeaders): ReadonlyMap<number, FieldId> {
  const special = specialColumns(headers);
  const named = new Map<number, FieldId>();
  for (const [column, name] of headers.columns.entries()) {
    const id = fieldNamed(type, name);
    // The first of two columns for one field.
    const isTaken = [...named.values()].some((each) => each === id);
    if (id !== undefined && !isTaken && !special.has(column)) named.set(column, id);
  }
  return named;
}

/** Columns that a person gave to fields of the type. */
function chosenColumns(type: NoteType, { columns }: TableChoices): ReadonlyMap<number, FieldId> {
  const ids = new Set<string>(type.fields.map(({ id }) => id));
  return new Map(
    columns.flatMap((each, column) =>
      each.use === 'field' && ids.has(each.fieldId) ? [[column, each.fieldId as FieldId]] : [],
    ),
  );
}

function fieldsOf(
  { cells }: TextRow,
  type: NoteType,
  headers: TableHeaders,
  chosen: TableChoices | undefined,
): FieldTexts {
  const special = specialColumns(headers);
  const named = chosen ? chosenColumns(type, chosen) : namedColumns(type, headers);
  const texts: Record<FieldId, string> = {};
  if (named.size > 0) {
    for (const [column, id] of named) texts[id] = htmlOf(cells[column] ?? '', headers.isHtml);
    return texts;
  }
  // A row of another type than the one that was chosen has fields of its own, in their order.
  const plain = cells.filter(
    (_, column) => !special.has(column) && (chosen?.columns[column]?.use ?? 'field') === 'field',
  );
  for (const [index, { id }] of type.fields.entries()) {
    const text = plain[index];
    if (text !== undefined && text !== '') texts[id] = htmlOf(text, headers.isHtml);
  }
  return texts;
}

function htmlOf(text: string, isHtml: boolean): string {
  return isHtml ? text : escapeText(text).replace(/\r?\n/g, '<br>');
}
