/** Runs of seven words of a text, as 32-bit FNV-1a hashes of their normal form. */
export function shingleHashes(text: string): number[] {
  const words =
    text
      .replaceAll('α', 'alpha')
      .replaceAll('β', 'beta')
      .replace(/\((\d)\)/g, '$1')
      .toLowerCase()
      .replaceAll('humaniz', 'humanis')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.slice(6).map((_, start) => words.slice(start, start + 7).join(' '));
  return runs.map(hashOf);
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
