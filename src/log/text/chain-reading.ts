import { textHash } from '../../kernel/canonical.ts';
import { mendedLine } from './mend-line.ts';

/** How a line with an operation begins. */
export const LINE = /^[0-9a-f]{16} \{/;

/** Goes along a log's lines, and holds each to the one before it. */
export class ChainReading {
  /** What the next line may go on from. */
  #ends: readonly string[];

  constructor(after: readonly string[]) {
    this.#ends = after;
  }

  get isKnown(): boolean {
    return this.#ends.length === 1;
  }

  get chain(): string {
    return this.#ends[0] ?? '';
  }

  /** What a line says that fits; undefined: it does not. */
  take(line: string): unknown {
    const [hash, plain] = [line.slice(0, 16), line.slice(17)];
    const isFit = this.#ends.some((chain) => textHash(chain + plain) === hash);
    const value = isFit ? parsed(plain) : undefined;
    if (value !== undefined) this.#ends = [hash];
    return value;
  }

  /** Of a line in which one sign was changed: it may have been the one that ended it, or made two of one. */
  takeMended(
    line: string,
    next: string | undefined,
  ): { readonly values: readonly unknown[]; readonly lines: number } | undefined {
    for (const chain of this.#ends) {
      const own = mendedLine(line, chain);
      if (own) {
        // What was written after the damage went on from the hash that stood there.
        this.#ends = [own.hash, line.slice(0, 16)];
        return { values: [parsed(own.plain)], lines: 1 };
      }
      const joined =
        next === undefined || LINE.test(next) ? undefined : mendedLine(`${line}\n${next}`, chain);
      if (joined) {
        this.#ends = [joined.hash];
        return { values: [parsed(joined.plain)], lines: 2 };
      }
    }
    // The end of the last line of all was changed.
    const last = next === undefined ? this.take(line.slice(0, -1)) : undefined;
    return last === undefined ? this.#takeTwo(line) : { values: [last], lines: 1 };
  }

  /** Two lines whose end between them was changed. */
  #takeTwo(line: string) {
    for (const { index } of line.matchAll(END_BETWEEN)) {
      const [ends, one] = [this.#ends, this.take(line.slice(0, index + 1))];
      const other = one === undefined ? undefined : this.take(line.slice(index + 2));
      if (other !== undefined) return { values: [one, other], lines: 1 };
      this.#ends = ends;
    }
    return undefined;
  }

  /** What a line says that does not fit; the next one follows what it was. */
  takeDoubted(line: string): unknown {
    const value = parsed(line.slice(17));
    const hash = line.slice(0, 16);
    // Of a line that says nothing the hash may be damaged, too.
    this.#ends = value === undefined ? [...this.#ends.slice(0, 1), hash] : [hash];
    return value;
  }
}

/** The first line and the others; where the end of the first was changed, it is found all the same. */
export function firstAndOthers(text: string): readonly [string, string[]] {
  const [first = '', ...lines] = text.split('\n');
  const merged = parsed(first) === undefined ? /^(\{.*?\}).([0-9a-f]{16} \{.*)/s.exec(first) : null;
  return merged ? [merged[1] ?? '', [merged[2] ?? '', ...lines]] : [first, lines];
}

const END_BETWEEN = /\}.(?=[0-9a-f]{16} \{)/gs;

/** Where a log whose first line is damaged may go on from; one: the line after it shows that. */
export function afterIn(first: string, next: string): readonly string[] {
  const [stands] = /[0-9a-f]{16}/.exec(first) ?? [];
  const may = stands === undefined ? [''] : ['', stands];
  const [hash, plain] = [next.slice(0, 16), next.slice(17)];
  const shown = may.find((chain) => textHash(chain + plain) === hash);
  return shown === undefined ? [...may, NOWHERE] : [shown];
}

/** No chain: so that one that may be is none that is known. */
const NOWHERE = 'nowhere';

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
