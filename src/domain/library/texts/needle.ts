/** Letters from common to rare in English text (and much the same in other languages of Europe). */
const BY_FREQUENCY = ' etaoinsrhdlucmfywgpbvkxqjz';
const MOST_PROBED = 6;

/**
 * A text to be looked for in long texts. What is really looked for is a stretch of at most six
 * characters that begins with a rare one: V8 finds the first character of short texts by memchr,
 * which is as fast as memory, and for longer ones changes to Boyer-Moore-Horspool, which is not.
 */
export class Needle {
  readonly text: string;
  readonly #probe: string;
  readonly #offset: number;

  /** `text` is not ''. */
  constructor(text: string) {
    this.text = text;
    this.#offset = rarestStart(text);
    this.#probe = text.slice(this.#offset, this.#offset + MOST_PROBED);
  }

  /** Where in `haystack` it first stands at `from` or later; Infinity for nowhere. */
  next(haystack: string, from: number): number {
    const offset = this.#offset;
    let at = haystack.indexOf(this.#probe, from + offset);
    while (at !== -1 && !haystack.startsWith(this.text, at - offset)) {
      at = haystack.indexOf(this.#probe, at + 1);
    }
    return at === -1 ? Number.POSITIVE_INFINITY : at - offset;
  }
}

function rarestStart(text: string): number {
  let best = 0;
  for (let at = 1; at <= text.length - MOST_PROBED; at++) {
    if (rarity(text.charAt(at)) > rarity(text.charAt(best))) best = at;
  }
  return best;
}

function rarity(char: string): number {
  const place = BY_FREQUENCY.indexOf(char);
  return place === -1 ? BY_FREQUENCY.length : place;
}
