import type { PastEntry } from './past-log.ts';

/**
 * A card's past log as a text: whole numbers in groups of five bits, 64 plain characters for them,
 * each number as far from the one before it as it is. An answer takes some 16 characters, and JSON,
 * gzip and IndexedDB take the text as it is.
 */
export function packedLog(entries: readonly PastEntry[]): string {
  let packed = '';
  let before = NOTHING;
  for (const each of inOrder(entries)) {
    packed +=
      packedNumber(each.atMillis - before.atMillis) +
      packedNumber(each.grade) +
      packedNumber(each.type) +
      packedNumber(each.interval) +
      packedNumber(each.lastInterval - before.interval) +
      packedNumber(each.factor - before.factor) +
      packedNumber(each.durationMillis);
    before = each;
  }
  return packed;
}

/** The entries of `packed`, in the order of time; of a damaged text, those before the damage. */
export function unpackedLog(packed: string): PastEntry[] {
  const entries: PastEntry[] = [];
  const reader = new Reader(packed);
  let before = NOTHING;
  while (!reader.isAtEnd) {
    const atMillis = before.atMillis + reader.next();
    const grade = reader.next();
    const type = reader.next();
    const interval = reader.next();
    const lastInterval = before.interval + reader.next();
    const factor = before.factor + reader.next();
    const durationMillis = reader.next();
    if (reader.isTorn) break;
    before = { atMillis, grade, interval, lastInterval, factor, durationMillis, type };
    entries.push(before);
  }
  return entries;
}

/** One history of two: each line once. Of two lines of one instant, that of `mine`. */
export function mergedLog(mine: string, theirs: string): string {
  if (mine === theirs || theirs === '') return mine;
  const own = unpackedLog(mine);
  const known = new Set(own.map(({ atMillis }) => atMillis));
  const others = unpackedLog(theirs).filter(({ atMillis }) => !known.has(atMillis));
  return others.length === 0 ? mine : packedLog([...own, ...others]);
}

/** `packed` without the lines of these instants. */
export function logWithout(packed: string, instants: ReadonlySet<number>): string {
  if (instants.size === 0) return packed;
  const entries = unpackedLog(packed);
  const left = entries.filter(({ atMillis }) => !instants.has(atMillis));
  return left.length === entries.length ? packed : packedLog(left);
}

const NOTHING: PastEntry = {
  atMillis: 0,
  grade: 0,
  interval: 0,
  lastInterval: 0,
  factor: 0,
  durationMillis: 0,
  type: 0,
};

/** Whole numbers that the sums above keep exact; strangers' files have others. */
const MOST = 2 ** 50;

function inOrder(entries: readonly PastEntry[]): PastEntry[] {
  const whole = entries.map((each) => ({
    atMillis: wholeNumber(each.atMillis),
    grade: wholeNumber(each.grade),
    interval: wholeNumber(each.interval),
    lastInterval: wholeNumber(each.lastInterval),
    factor: wholeNumber(each.factor),
    durationMillis: wholeNumber(each.durationMillis),
    type: wholeNumber(each.type),
  }));
  return whole.sort((a, b) => a.atMillis - b.atMillis);
}

function wholeNumber(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.min(MOST, Math.max(-MOST, Math.trunc(value))) + 0;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Five bits, and one that says that more follow. */
const BASE = 32;
const MORE = 32;

const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

function packedNumber(value: number): string {
  // Signs alternate, so that small numbers stay small: 0, -1, 1, -2 …
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  let packed = '';
  while (rest >= BASE) {
    packed += DIGITS[(rest % BASE) + MORE];
    rest = Math.floor(rest / BASE);
  }
  return packed + DIGITS[rest];
}

class Reader {
  readonly #packed: string;
  #at = 0;
  isTorn = false;

  constructor(packed: string) {
    this.#packed = packed;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#packed.length;
  }

  /** 0 once the text is torn. */
  next(): number {
    let value = 0;
    for (let weight = 1; weight < Number.MAX_SAFE_INTEGER; weight *= BASE) {
      const digit = VALUES[this.#packed.charCodeAt(this.#at++)] ?? -1;
      if (digit < 0) break;
      value += (digit % BASE) * weight;
      if (digit < MORE) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    }
    this.isTorn = true;
    return 0;
  }
}
