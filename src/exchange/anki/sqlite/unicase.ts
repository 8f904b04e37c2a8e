/**
 * Order of Anki's collation “unicase” closely enough to read its tables: by code points of the
 * texts in lower case.
 */
export function compareUnicase(one: Uint8Array, other: Uint8Array): number {
  const decoder = new TextDecoder();
  const [a, b] = [decoder.decode(one).toLowerCase(), decoder.decode(other).toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}
