import type { Database } from '@sqlite.org/sqlite-wasm';
import { unzipSync } from 'fflate';
import { decompress } from 'fzstd';
import { zstdFrame } from '../../../src/exchange/anki/writing/zstd-frame.ts';
import { changedDatabase, realPackage, zipOf } from '../../support/anki-package.ts';
import { type Below, damaged, oneOf } from './chance.ts';
import { ODD_NUMBERS, ODD_TEXTS, ODD_WHOLES, oddJson } from './odd-values.ts';

export type Files = Readonly<Record<string, Uint8Array>>;

/** Packages that the real Anki made, in each of its three forms. */
const PACKAGES = ['oldest.apkg', 'older.apkg', 'newest.apkg', 'scripted.apkg', 'whole.colpkg'].map(
  (name) => {
    const bytes = realPackage(name);
    return { name, bytes, files: unzipSync(bytes) as Files };
  },
);
const PAGE = 4096;
const NAMES = [
  ...['../a', 'A/b', 'C:a', '', '.', 'CON.png', ' a.png ', 'a.png', 'A.PNG', 'é.png', 'é.png'],
  ...['%2e%2e', 'a#b?.png', '😀.png', '.hidden', 'x'.repeat(255), 'collection.anki2', 'media'],
];

/** One of the ways in which a package is made to harm, or comes to harm. */
type Way = (files: Files, below: Below) => Promise<Files> | Files;

const WAYS: Readonly<Record<string, Way>> = {
  inside: (files, below) => {
    const name = oneOf(Object.keys(files), below);
    return { ...files, [name]: damaged(files[name] ?? new Uint8Array(), below) };
  },
  swapped: (files, below) => {
    const [one, other] = [oneOf(Object.keys(files), below), oneOf(Object.keys(files), below)];
    return { ...files, [one]: files[other] ?? [], [other]: files[one] ?? [] } as Files;
  },
  missing: (files, below) => {
    const gone = oneOf(Object.keys(files), below);
    return Object.fromEntries(Object.entries(files).filter(([name]) => name !== gone));
  },
  strangers: (files, below) => {
    const odd = oneOf([...NAMES, 'Media', '00', '1', 'meta', 'collection.anki21'], below);
    return { ...files, [odd]: files[oneOf(Object.keys(files), below)] ?? new Uint8Array() };
  },
  list: (files, below) => {
    const bytes = listOf(files);
    if (isNewest(files)) return { ...files, media: zstdFrame(damaged(bytes, below)) };
    const list = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const odd =
      below(2) === 0
        ? { ...list, [oneOf(['0', '1', '7', 'x'], below)]: oneOf(NAMES, below) }
        : oddJson(list, below);
    return { ...files, media: new TextEncoder().encode(JSON.stringify(odd)) };
  },
  pages: (files, below) => withDatabase(files, (bytes) => withPages(bytes, below)),
  rows: (files, below) =>
    withDatabase(files, (bytes) => changedDatabase(bytes, (database) => forge(database, below))),
};
const NAMED = Object.entries(WAYS);

/** A package that was damaged or forged by chance, and in which way. */
export async function oddPackage(
  below: Below,
): Promise<{ readonly name: string; readonly way: string; readonly bytes: Uint8Array }> {
  const { name, bytes, files } = oneOf(PACKAGES, below);
  if (below(NAMED.length + 1) === 0) return { name, way: 'bytes', bytes: damaged(bytes, below) };
  const [way, change] = oneOf(NAMED, below);
  return { name, way, bytes: zipOf(await change(files, below)) };
}

function databaseOf(files: Files): string {
  const names = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];
  return names.find((name) => name in files) ?? '';
}

function isNewest(files: Files): boolean {
  return 'collection.anki21b' in files;
}

function listOf(files: Files): Uint8Array {
  const list = files.media ?? new Uint8Array();
  return isNewest(files) ? decompress(list) : list;
}

export async function withDatabase(
  files: Files,
  change: (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array,
): Promise<Files> {
  const name = databaseOf(files);
  const packed = files[name] ?? new Uint8Array();
  const changed = await change(isNewest(files) ? decompress(packed) : packed);
  return { ...files, [name]: isNewest(files) ? zstdFrame(changed) : changed };
}

/** Pages in each other’s place, over another, emptied, or damaged within; sometimes in the header. */
export function withPages(bytes: Uint8Array, below: Below): Uint8Array {
  const copy = bytes.slice();
  const pages = Math.floor(copy.length / PAGE);
  for (let times = 1 + below(3); times > 0; times--) {
    const [one, other] = [below(pages) * PAGE, below(pages) * PAGE];
    const way = below(5);
    if (way === 0) {
      const kept = copy.slice(one, one + PAGE);
      copy.copyWithin(one, other, other + PAGE);
      copy.set(kept, other);
    } else if (way === 1) copy.copyWithin(one, other, other + PAGE);
    else if (way === 2) copy.fill(0, one, one + PAGE);
    else if (way === 3) copy.set(damaged(copy.subarray(one, one + PAGE), below), one);
    else copy[below(100)] = below(256);
  }
  return copy;
}

/** A value or a few of any table, others than any program writes. */
export function forge(database: Database, below: Below): void {
  // What Anki’s collation would compare is not compared here.
  const tables = database
    .selectValues(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%without rowid%' AND name NOT LIKE 'sqlite%'",
    )
    .map(String);
  for (let times = 1 + below(3); times > 0; times--) {
    const table = oneOf(tables, below);
    const columns = database.selectValues(`SELECT name FROM pragma_table_info('${table}')`);
    const column = String(oneOf(columns, below));
    const rowIds = database.selectValues(`SELECT rowid FROM "${table}"`);
    if (rowIds.length === 0) continue;
    const rowId = oneOf(rowIds, below);
    const before = database.selectValue(`SELECT "${column}" FROM "${table}" WHERE rowid = ?`, [
      rowId,
    ] as never);
    try {
      database.exec({
        sql: `UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE rowid = ?`,
        bind: [oddFor(before, below), rowId] as never,
      });
    } catch {
      // What the table itself does not take, no file has.
    }
  }
}

function oddFor(before: unknown, below: Below): unknown {
  const way = below(4);
  if (way === 0) return oneOf<unknown>([...ODD_NUMBERS, ...ODD_WHOLES], below);
  if (way === 1) return oneOf(ODD_TEXTS, below);
  if (before instanceof Uint8Array && before.length > 0) return damaged(before, below);
  if (typeof before === 'string' && before.startsWith('{')) {
    return JSON.stringify(oddJson(JSON.parse(before), below));
  }
  const text = new TextEncoder().encode(String(before ?? '-'));
  return way === 2 ? null : new TextDecoder().decode(damaged(text, below));
}
