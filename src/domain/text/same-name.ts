import { joinedPath, partsOf, pathAndAbove } from '../../kernel/path.ts';
import { fold } from './as-read.ts';

/**
 * Names of tags, sections and decks that read the same in any case are one name: 'renal' is 'Renal'.
 * Whatever asks whether two of them are the same, or one below the other, asks here.
 */

/** By what a name is told apart. No name has the key '' but '' itself, which is none. */
export function keyOfName(name: string): string {
  if (name === '') return '';
  return remembered(keys, name, () => fold(name).trim() || NOTHING_TO_READ);
}

/** The key of names whose every sign is unseen. */
const NOTHING_TO_READ = '\u200b';

/** The keys of `names` and of those above them, each once. */
export function keysWithAbove(names: readonly string[]): readonly string[] {
  const [first] = names;
  if (names.length === 1 && first !== undefined) return keysOf(first);
  return [...new Set(names.flatMap(keysOf))];
}

function keysOf(name: string): readonly string[] {
  return remembered(paths, name, () => pathAndAbove(keyOfName(name)));
}

export function isSameName(one: string, other: string): boolean {
  return one === other || keyOfName(one) === keyOfName(other);
}

/** Whether `path` lies below `above`, however deep. */
export function isBelow(path: string, above: string): boolean {
  const key = keyOfName(above);
  const below = keyOfName(path);
  if (key === '' || !below.startsWith(key)) return false;
  const over = partsOf(key);
  const under = partsOf(below);
  return under.length > over.length && over.every((part, index) => part === under[index]);
}

/** Whether `path` is `above` or lies below it. */
export function isAtOrBelow(path: string, above: string): boolean {
  return isSameName(path, above) || isBelow(path, above);
}

/** Where `path` is once `from` is called `to`; as it was where it is not at or below `from`. */
export function renamedPath(path: string, from: string, to: string): string {
  if (!isAtOrBelow(path, from)) return path;
  const rest = partsOf(path).slice(partsOf(from).length);
  return rest.reduce(joinedPath, to);
}

/** The first of `names` under each key, by key. */
export function byName(names: Iterable<string>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const name of names) {
    const key = keyOfName(name);
    if (!first.has(key)) first.set(key, name);
  }
  return first;
}

/** `names` without those that read as one before them. */
export function eachOnce(names: Iterable<string>): string[] {
  return [...byName(names).values()];
}

/** One spelling for each name and for what lies above it: the first that comes. */
export class Spellings {
  readonly #known = new Map<string, string>();
  readonly #spelt = new Map<string, string>();

  constructor(known: Iterable<string> = []) {
    for (const name of known) this.of(name);
  }

  /** `name` as it is spelt already, part by part. */
  of(name: string): string {
    const known = this.#spelt.get(name);
    if (known !== undefined) return known;
    let spelt = '';
    for (const part of partsOf(name)) {
      const path = joinedPath(spelt, part);
      const key = keyOfName(path);
      spelt = this.#known.get(key) ?? path;
      this.#known.set(key, spelt);
    }
    this.#spelt.set(name, spelt);
    return spelt;
  }
}

/** `names` as `known` spells them, each once. */
export function speltAs(names: readonly string[], known: Iterable<string> = []): string[] {
  const spellings = new Spellings(known);
  return [...new Set(names.map((name) => spellings.of(name)))];
}

/** Names come again with every card; more of them than this are worked out anew. */
const MOST_REMEMBERED = 5000;
const keys = new Map<string, string>();
const paths = new Map<string, readonly string[]>();

function remembered<Of>(known: Map<string, Of>, name: string, of: () => Of): Of {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = of();
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(name, made);
  return made;
}
