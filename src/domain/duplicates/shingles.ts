const LENGTH = 4;

/**
 * The runs of four characters of a normal text, as 31-bit hashes (FNV-1a), each once, ascending.
 * Broder 1997, "On the resemblance and containment of documents", with characters for words, since
 * a card has few words.
 */
export function shinglesOf(text: string): Int32Array {
  const padded = ` ${text} `;
  const hashes = new Set<number>();
  for (let start = 0; start + LENGTH <= Math.max(padded.length, LENGTH); start += 1) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + LENGTH && at < padded.length; at += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), 0x01000193);
    }
    hashes.add((hash ^ (hash >>> 15)) & 0x7fffffff);
  }
  return Int32Array.from(hashes).sort();
}

/** Jaccard's coefficient of two ascending lists: shared ones over all, 0 to 1. */
export function similarityOf(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  let atA = 0;
  let atB = 0;
  while (atA < a.length && atB < b.length) {
    const left = a[atA] ?? 0;
    const right = b[atB] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) atA += 1;
    if (right <= left) atB += 1;
  }
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}
