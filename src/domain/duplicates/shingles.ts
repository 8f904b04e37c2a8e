const LENGTH = 5;

/**
 * The runs of five characters of a normal text, as 31-bit hashes, each once, ascending. Broder
 * 1997, "On the resemblance and containment of documents", with characters for words, since a card
 * has few words.
 */
export function shinglesOf(text: string): Int32Array {
  const count = Math.max(1, text.length + 3 - LENGTH);
  const hashes = new Int32Array(count);
  for (let start = 0; start < count; start += 1) {
    // A space before and after the text, so that its first and last words count whole.
    let hash = 0x811c9dc5;
    for (let at = start - 1; at < start - 1 + LENGTH; at += 1) {
      const isInside = at >= 0 && at < text.length;
      hash = Math.imul(hash ^ (isInside ? text.charCodeAt(at) : 32), 0x01000193);
    }
    hashes[start] = (hash ^ (hash >>> 15)) & 0x7fffffff;
  }
  return eachOnce(hashes.sort());
}

/**
 * Jaccard's coefficient of two ascending lists: shared ones over all, 0 to 1; 0 where it is below
 * `atLeast`, which is soon seen.
 */
export function similarityOf(a: Int32Array, b: Int32Array, atLeast: number): number {
  const both = a.length + b.length;
  const mayDiffer = both - (2 * atLeast * both) / (1 + atLeast) + 1e-9;
  let differ = 0;
  let atA = 0;
  let atB = 0;
  while (atA < a.length && atB < b.length && differ <= mayDiffer) {
    const left = a[atA] ?? 0;
    const right = b[atB] ?? 0;
    if (left !== right) differ += 1;
    if (left <= right) atA += 1;
    if (right <= left) atB += 1;
  }
  differ += a.length - atA + b.length - atB;
  if (differ > mayDiffer) return 0;
  const shared = (both - differ) / 2;
  return shared / (both - shared);
}

/** Whether two texts of so many shingles can be similar from `atLeast` on. */
export function fits(count: number, other: number, atLeast: number): boolean {
  return needed(count, atLeast) <= other && needed(other, atLeast) <= count;
}

/** Whether a text so long, which has no more than length − 2 shingles, can have enough of them. */
export function mayFit(count: number, length: number, atLeast: number): boolean {
  return needed(count, atLeast) <= Math.max(1, length + 3 - LENGTH);
}

const SHARED = 5;

/**
 * How a text of `count` shingles finds those similar from `atLeast` on without comparing all: each
 * of them has at least `shared` of its rarest `among` shingles. A similar text has atLeast × count
 * of all, so it cannot lack more than the others (Wang, Li and Feng 2012, "Can we beat the prefix
 * filtering?"). Between two texts' rarest ones, the smaller `shared` holds.
 */
export function rareOf(count: number, atLeast: number): { among: number; shared: number } {
  const shared = Math.min(SHARED, needed(count, atLeast));
  return { among: count - needed(count, atLeast) + shared, shared };
}

function needed(count: number, atLeast: number): number {
  return Math.ceil(atLeast * count - 1e-9);
}

function eachOnce(sorted: Int32Array): Int32Array {
  let kept = 1;
  for (let at = 1; at < sorted.length; at += 1) {
    if (sorted[at] === sorted[at - 1]) continue;
    sorted[kept] = sorted[at] ?? 0;
    kept += 1;
  }
  return sorted.subarray(0, kept);
}
