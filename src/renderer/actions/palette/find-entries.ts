import { fold, withoutAccents } from '../../../domain/text/as-read.ts';
import type { Entry } from './entries.ts';

/** An entry with what it is found by. */
export interface Findable {
  readonly entry: Entry;
  /** The name, as it is compared. */
  readonly name: string;
  /** The words of the name, each behind a space. */
  readonly words: string;
  /** All that can be seen of it. */
  readonly text: string;
}

/** What `entry` is found by: case and accents count as little as in a search. */
export function findable(entry: Entry): Findable {
  const name = plain(entry.name);
  const words = ` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  const text = plain([entry.name, entry.note, ...(entry.keys ?? [])].join(' '));
  return { entry, name, words, text };
}

/**
 * The entries that every word of `typed` is in, in whatever order: first those whose name begins
 * with it, then those where each word begins one of the name, then those with it in the name (KEYS-8).
 */
export function findEntries(all: readonly Findable[], typed: string): readonly Entry[] {
  const wanted = plain(typed).trim();
  if (wanted === '') return all.map(({ entry }) => entry).filter((entry) => !entry.isFoundOnly);
  const words = wanted.split(' ');
  const ranks: Entry[][] = [[], [], [], []];
  for (const each of all) {
    if (words.every((word) => each.text.includes(word))) {
      ranks[rankOf(each, wanted, words)]?.push(each.entry);
    }
  }
  return ranks.flat();
}

function rankOf(each: Findable, wanted: string, words: readonly string[]): number {
  if (each.name.startsWith(wanted)) return 0;
  if (words.every((word) => each.words.includes(` ${word}`))) return 1;
  return words.every((word) => each.name.includes(word)) ? 2 : 3;
}

function plain(text: string): string {
  return withoutAccents(fold(text));
}
