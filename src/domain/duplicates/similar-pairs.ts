import { fits, rareOf, shinglesOf, similarityOf } from './shingles.ts';
import { hasTellingDifference } from './telling-difference.ts';

/** Two texts by their places in the list, `a` before `b`. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  /** 0 to 1. */
  readonly similarity: number;
}

const BUCKETS = 1 << 20;
/** Of the texts that share a rare shingle, a text looks at so many that came before it. */
const MOST_SHARING = 100;
/** And it is compared with so many of them. */
const MOST_COMPARED = 100;

/**
 * The pairs among normal texts, all different, that are similar from `atLeast` on without a telling
 * difference. Only texts that share enough of their rarest shingles are compared (rareOf). Where
 * very many share a rare shingle some pairs are passed over, so that time grows as the texts do.
 */
export function similarPairs(texts: readonly string[], atLeast: number): SimilarPair[] {
  const shingles = texts.map(shinglesOf);
  const counts = countsOf(shingles);
  const sharing: (number[] | undefined)[] = [];
  const shared = new Uint8Array(texts.length);
  const pairs: SimilarPair[] = [];

  for (const [b, own] of shingles.entries()) {
    const rare = rareOf(own.length, atLeast);
    const met: number[] = [];
    let cut = 0;
    for (const shingle of rarest(own, counts, rare.among)) {
      const bucket = shingle % BUCKETS;
      const others = sharing[bucket] ?? [];
      const first = Math.max(0, others.length - MOST_SHARING);
      if (first > 0) cut += 1;
      for (let at = others.length - 1; at >= first; at -= 1) {
        const a = others[at] ?? 0;
        const times = shared[a] ?? 0;
        if (times === 0) met.push(a);
        shared[a] = times + 1;
      }
      others.push(b);
      sharing[bucket] = others;
    }
    let compared = 0;
    for (const a of met) {
      const times = shared[a] ?? 0;
      shared[a] = 0;
      const other = shingles[a];
      if (a === b || other === undefined || !fits(own.length, other.length, atLeast)) continue;
      const least = Math.min(rare.shared, rareOf(other.length, atLeast).shared) - cut;
      if (times < least) continue;
      compared += 1;
      if (compared > MOST_COMPARED) continue;
      const similarity = similarityOf(own, other, atLeast);
      if (similarity === 0) continue;
      if (hasTellingDifference(texts[a] ?? '', texts[b] ?? '')) continue;
      pairs.push({ a, b, similarity });
    }
  }
  return pairs;
}

/** How many texts have a shingle, by shingle modulo BUCKETS: near enough to tell the rare ones. */
function countsOf(shingles: readonly Int32Array[]): Int32Array {
  const counts = new Int32Array(BUCKETS);
  for (const own of shingles) {
    for (const shingle of own) counts[shingle % BUCKETS] = (counts[shingle % BUCKETS] ?? 0) + 1;
  }
  return counts;
}

/** The `count` rarest, in an order that is the same for all texts. */
function rarest(own: Int32Array, counts: Int32Array, count: number): number[] {
  const keys = Float64Array.from(
    own,
    (shingle) => (counts[shingle % BUCKETS] ?? 0) * 2 ** 31 + shingle,
  ).sort();
  return Array.from(keys.subarray(0, count), (key) => key % 2 ** 31);
}
