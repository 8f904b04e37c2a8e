import { joinedPath, partsOf } from '../../kernel/path.ts';
import { fold } from '../text/as-read.ts';

/** By what a tag is told apart: tags that read the same in any case are one. */
export function tagKey(tag: string): string {
  return fold(tag).trim();
}

/** One spelling for each tag and for what lies above it: the first that comes. */
export class TagSpellings {
  readonly #known = new Map<string, string>();
  readonly #spelt = new Map<string, string>();

  constructor(known: Iterable<string> = []) {
    for (const tag of known) this.of(tag);
  }

  /** `tag` as it is spelt already, part by part. */
  of(tag: string): string {
    const known = this.#spelt.get(tag);
    if (known !== undefined) return known;
    let spelt = '';
    for (const part of partsOf(tag)) {
      const path = joinedPath(spelt, part);
      const key = tagKey(path);
      spelt = this.#known.get(key) ?? path;
      this.#known.set(key, spelt);
    }
    this.#spelt.set(tag, spelt);
    return spelt;
  }
}

/** `tags` as `known` spells them, each once. */
export function speltAs(tags: readonly string[], known: Iterable<string> = []): string[] {
  const spellings = new TagSpellings(known);
  return [...new Set(tags.map((tag) => spellings.of(tag)))];
}
