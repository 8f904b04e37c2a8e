/** Each step of hash32 (canonical.ts) can be gone back: that tells which one sign would make a hash. */

const FACTOR = 0x5bd1e995;
const FACTOR_BACK = inverse(FACTOR);
const LAST_FACTOR_BACK = inverse(0x7feb352d);

/** What hash32 has come to before each unit of `text`, and after the last. */
export function hashForwards(text: string, seed: number): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    before[at] = hash;
    hash = Math.imul(hash ^ text.charCodeAt(at), FACTOR);
    hash ^= hash >>> 13;
  }
  before[text.length] = hash;
  return before;
}

/** Every one sign in another's place with which `text` would have the hash `wanted`, from the end. */
export function* hashBackwards(
  text: string,
  wanted: number,
  before: Uint32Array,
): Generator<{ readonly at: number; readonly sign: string }> {
  let after = Math.imul(unshifted(wanted, 15), LAST_FACTOR_BACK);
  after = unshifted(after, 16);
  for (let at = text.length - 1; at >= 0; at--) {
    const mixed = Math.imul(unshifted(after, 13), FACTOR_BACK);
    const sign = (mixed ^ (before[at] ?? 0)) >>> 0;
    if (sign <= 0xffff && sign !== text.charCodeAt(at)) {
      yield { at, sign: String.fromCharCode(sign) };
    }
    after = mixed ^ text.charCodeAt(at);
  }
}

/** The number that `hash ^ (hash >>> bits)` was made of. */
function unshifted(hash: number, bits: number): number {
  let found = hash;
  for (let known = bits; known < 32; known += bits) found = hash ^ (found >>> bits);
  return found;
}

/** Of an odd number, in 32 bits: each round doubles the bits that are right. */
function inverse(odd: number): number {
  let found = odd;
  for (let round = 0; round < 5; round++) {
    found = Math.imul(found, 2 - Math.imul(odd, found));
  }
  return found;
}
