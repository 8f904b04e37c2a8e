import { textHash } from '../../kernel/canonical.ts';
import { hashBackwards, hashForwards } from './hash-both-ways.ts';

/** What a damaged line said. */
export interface MendedLine {
  readonly plain: string;
  /** As it should have stood there. */
  readonly hash: string;
}

/**
 * A line in which one sign was changed, as by a bit that flipped on a disk, as it was before:
 * the hash that stands before it tells. undefined: more than that was changed, or a sign is missing.
 * Takes time linear in the line.
 */
export function mendedLine(line: string, chain: string): MendedLine | undefined {
  const [hash, plain] = [line.slice(0, 16), line.slice(17)];
  const computed = textHash(chain + plain);
  // Of a line that is whole the hash itself may be what was changed.
  if (signsThatDiffer(hash, computed) === 1 && isJson(plain)) return { plain, hash: computed };
  if (!HASH.test(hash)) return undefined;
  const text = chain + plain;
  const wanted = Number.parseInt(hash.slice(0, 8), 16);
  const before = hashForwards(text, FIRST_SEED);
  for (const { at, sign } of hashBackwards(text, wanted, before)) {
    // Before the line: what it goes on from was misread, and the line itself is whole.
    const whole = text.slice(0, at) + sign + text.slice(at + 1);
    const own = whole.slice(chain.length);
    if (textHash(whole) === hash && isJson(own)) return { plain: own, hash };
  }
  return undefined;
}

/** Of textHash. */
const FIRST_SEED = 0x85ebca77;
const HASH = /^[0-9a-f]{16}$/;

function signsThatDiffer(one: string, other: string): number {
  let many = Math.abs(one.length - other.length);
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    if (one[at] !== other[at]) many++;
  }
  return many;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
