import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';

const UTF8 = new TextDecoder();

/** Makes the collation known to a database whose tables are declared with it. */
export function addUnicase({ capi, wasm }: Sqlite3Static, { pointer }: Database): void {
  if (pointer === undefined) throw new Error('a database just opened is closed');
  capi.sqlite3_create_collation_v2(
    pointer,
    'unicase',
    capi.SQLITE_UTF8,
    0 as never,
    (_: unknown, oneBytes: number, one: number, otherBytes: number, other: number) =>
      compareUnicase(
        wasm.heap8u().subarray(one, one + oneBytes),
        wasm.heap8u().subarray(other, other + otherBytes),
      ),
    0 as never,
  );
}

/**
 * Order of Anki's collation “unicase”: by code points of the texts with their case folded (Unicode,
 * full folding; the Rust package unicase). SQLite asks for it where a table is kept in its order.
 */
export function compareUnicase(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [folded(UTF8.decode(one)), folded(UTF8.decode(other))];
  for (let at = 0; at < a.length; at++) {
    const [x = 0, y = -1] = [a[at], b[at]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length < b.length ? -1 : 0;
}

/** Letter by letter: whole texts would have a sigma of their own at the end. */
function folded(text: string): readonly number[] {
  const points: number[] = [];
  for (const letter of text) {
    // A dotless i is no i, though both have one capital.
    const small =
      letter === '\u0131'
        ? letter
        : [...letter.toUpperCase()].map((each) => each.toLowerCase()).join('');
    for (const each of small) points.push(each.codePointAt(0) ?? 0);
  }
  return points;
}
