import { t } from '../../../kernel/texts.ts';
import { BadPackage } from '../bad-package.ts';
import { exactId } from '../container/wire.ts';
import type { SqlValue, UntrustedDatabase } from '../sqlite/untrusted-database.ts';
import { parseExactJson } from './exact-json.ts';
import type { AnkiId } from '../anki-collection.ts';

/** The columns of each table that are read, by schema. */
const COLUMNS: Readonly<Record<string, string>> = {
  col: t`id crt mod scm ver dty usn ls conf models decks dconf tags`,
  notes: t`id guid mid mod usn tags flds sfld csum flags data`,
  cards: t`id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data`,
  revlog: t`id cid usn ease ivl lastIvl factor time type`,
  notetypes: t`id name mtime_secs usn config`,
  fields: t`ntid ord name config`,
  templates: t`ntid ord name mtime_secs usn config`,
  decks: t`id name mtime_secs usn common kind`,
  deck_config: t`id name mtime_secs usn config`,
  config: t`KEY usn mtime_secs val`,
  tags: t`tag usn`,
};

/** Throws BadPackage where `table` is not there or has not the columns that Anki gives it. */
export function throwIfNotAnkis(database: UntrustedDatabase, table: string): void {
  if (!database.tables.has(table)) throw strange(`has no table “${table}”`);
  const found = database.rows(`PRAGMA table_xinfo("${table}")`);
  const names = new Set(found.map(([, name]) => String(name).toLowerCase()));
  const missing = (COLUMNS[table] ?? '').split(' ').find((name) => !names.has(name.toLowerCase()));
  if (missing !== undefined) throw strange(`has no “${missing}” in its table “${table}”`);
  // Hidden columns are computed, or a virtual table's own.
  if (found.some((row) => row[6] !== 0)) throw strange(`computes in its table “${table}”`);
}

function strange(what: string): BadPackage {
  return new BadPackage('strange-database', `This is no collection of Anki’s: it ${what}.`);
}

/** A whole number of any size, as it stands in the row. */
export function columnId(value: SqlValue | undefined, where: string): AnkiId {
  if (typeof value === 'bigint') return exactId(value);
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new BadPackage('damaged', `The collection in the file is damaged: ${where} has no id.`);
}

/** A whole number of 32 bits; what is none counts as 0, what is larger is brought to the bound. */
export function numberOf(value: SqlValue | undefined): number {
  const number = Number(value instanceof Uint8Array ? 0 : (value ?? 0));
  if (!Number.isFinite(number)) return 0;
  return Math.trunc(Math.min(2 ** 31 - 1, Math.max(-(2 ** 31), number)));
}

/** A whole number as large as an instant. */
export function largeNumberOf(value: SqlValue | undefined): number {
  const number = Number(value instanceof Uint8Array ? 0 : (value ?? 0));
  return Number.isFinite(number) ? Math.trunc(number) : 0;
}

const UTF8 = new TextDecoder();

/** A text; read as bytes, because SQLite’s own texts end at a zero. */
export function sqlText(value: SqlValue | undefined): string {
  if (value instanceof Uint8Array) return UTF8.decode(value);
  return value === null || value === undefined ? '' : String(value);
}

export function sqlBytes(value: SqlValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** JSON of the older format: an object, or an empty one. Throws BadPackage for what is none. */
export function jsonObject(text: string, what: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parseExactJson(text === '' ? '{}' : text);
  } catch {
    throw new BadPackage(
      'damaged',
      `The collection in the file is damaged: its ${what} cannot be read.`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadPackage(
      'damaged',
      `The collection in the file is damaged: its ${what} are no list.`,
    );
  }
  return value as Readonly<Record<string, unknown>>;
}
