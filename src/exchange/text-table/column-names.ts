import type { FieldId } from '../../kernel/ids.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import type { TableHeaders } from './table-headers.ts';
import type { TextRow } from './table-rows.ts';

/** What people, spreadsheets and Quizlet call the two sides of a card. */
const FIRST = new Set(['front', 'question', 'term', 'prompt', 'word', 'text']);
const SECOND = new Set(['back', 'answer', 'definition', 'meaning', 'translation']);
type Special = 'tagsColumn' | 'deckColumn' | 'noteTypeColumn' | 'guidColumn';
const SPECIAL: ReadonlyMap<string, Special> = new Map([
  ['tags', 'tagsColumn'],
  ['tag', 'tagsColumn'],
  ['deck', 'deckColumn'],
  ['note type', 'noteTypeColumn'],
  ['notetype', 'noteTypeColumn'],
  ['guid', 'guidColumn'],
]);
/** A longer cell is a text, not a name. */
const MOST_LETTERS = 40;

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** The field of `type` that a column of this name is for. */
export function fieldNamed(type: NoteType, name: string): FieldId | undefined {
  const key = keyOf(name);
  const own = type.fields.find((field) => keyOf(field.name) === key);
  if (own) return own.id;
  if (FIRST.has(key)) return type.fields[0]?.id;
  return SECOND.has(key) ? type.fields[1]?.id : undefined;
}

/** Whether the first of `rows` names the columns (ANKI-51): all short, none twice, two of them known. */
export function beginsWithNames(rows: readonly TextRow[], types: readonly NoteType[]): boolean {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return false;
  const keys = first.cells.map(keyOf);
  if (new Set(keys).size < keys.length) return false;
  if (keys.some((key) => key === '' || key.length > MOST_LETTERS)) return false;
  const isKnown = (key: string) =>
    SPECIAL.has(key) || types.some((type) => fieldNamed(type, key) !== undefined);
  return keys.filter(isKnown).length >= 2;
}

/**
 * `headers` with the names of its columns, those of a first row or of a header line; what the file's
 * own lines say goes first. A field of the type that the file names has its name before tags or deck.
 */
export function withNames(
  headers: TableHeaders,
  names: readonly string[],
  type?: NoteType,
): TableHeaders {
  const special: { [Name in Special]?: number } = {};
  const fields = new Set(type?.fields.map(({ name }) => keyOf(name)));
  for (const [column, name] of names.entries()) {
    const use = fields.has(keyOf(name)) ? undefined : SPECIAL.get(keyOf(name));
    if (use && special[use] === undefined) special[use] = column;
  }
  return { ...special, ...headers, columns: names };
}

/**
 * `headers` with tags in the first column beyond the fields of `type`, as Anki takes a file that names
 * its type and neither tags nor columns. `width`: of the longest row, in cells.
 */
export function withTagsBeyond(
  headers: TableHeaders,
  type: NoteType | undefined,
  width: number,
): TableHeaders {
  const { noteTypeColumn, deckColumn, guidColumn, tagsColumn, columns } = headers;
  const isSaid = tagsColumn !== undefined || noteTypeColumn !== undefined || columns.length > 0;
  if (isSaid || !type) return headers;
  const plain = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column !== deckColumn && column !== guidColumn,
  );
  const beyond = plain[type.fields.length];
  return beyond === undefined ? headers : { ...headers, tagsColumn: beyond };
}
