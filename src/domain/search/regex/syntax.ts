/** A regular expression as a tree. An atom is what stands for one character, as it is written. */
export type Node =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly part: Node;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
    }
  /** What is remembered: `index` from 1, in the order of the opening parentheses. */
  | { readonly kind: 'group'; readonly part: Node; readonly index: number; readonly name?: string };

export type Assertion = 'start' | 'end' | 'edge' | 'no-edge';

/** Thrown by reading, compiling and caught by linearPattern: half a sentence for the person. */
export class NotSearchable extends Error {}

const MOST_NESTED = 50;
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  '^': 'start',
  $: 'end',
  '\\b': 'edge',
  '\\B': 'no-edge',
};
/** An escape, a class or any single character (ECMA-262, Patterns with the flag u). */
const ATOM =
  /\\(?:u\{[\da-f]+\}|u[dD][89abAB][\da-f]{2}\\u[dD][c-fC-F][\da-f]{2}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|p\{[^}]*\}|[\s\S])|\[(?:\\[\s\S]|[^\\\]])*\]|[\s\S]/iuy;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y;

/**
 * Reads `source`, which the engine has accepted with the flags i and u. Throws NotSearchable at
 * what cannot be matched in time that grows with the text.
 */
export function parsePattern(source: string): Node {
  let at = 0;
  let depth = 0;
  let groups = 0;

  function choice(): Node {
    if (++depth > MOST_NESTED) throw new NotSearchable('its groups are nested too deep');
    const parts = [sequence()];
    while (source[at] === '|') {
      at++;
      parts.push(sequence());
    }
    depth--;
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  function sequence(): Node {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated());
    return { kind: 'sequence', parts };
  }

  function repeated(): Node {
    const part = single();
    QUANTIFIER.lastIndex = at;
    const found = QUANTIFIER.exec(source);
    if (!found) return part;
    at = QUANTIFIER.lastIndex;
    const isLazy = found[0].length > 1 && found[0].endsWith('?');
    return { kind: 'repeat', part, ...boundsOf(found), isLazy };
  }

  function single(): Node {
    if (source[at] === '(') return group();
    ATOM.lastIndex = at;
    const [atom = ''] = ATOM.exec(source) ?? [];
    at = ATOM.lastIndex;
    const what = ASSERTIONS[atom];
    if (what) return { kind: 'assert', what };
    if (/^\\[1-9k]/.test(atom)) throw new NotSearchable('it refers back to what it found before');
    return { kind: 'atom', source: atom };
  }

  function group(): Node {
    const [opening = ''] = /^\((?:\?(?:<?[=!]|<[^>]*>|[^:]*:)?)?/.exec(source.slice(at)) ?? [];
    if (/[=!]$/.test(opening)) throw new NotSearchable('it looks ahead or behind');
    if (/\?[^<].*:$/.test(opening)) throw new NotSearchable('it changes its own flags');
    at += opening.length;
    const name = /<(.*)>/.exec(opening)?.[1];
    const index = opening === '(' || name !== undefined ? ++groups : 0;
    const part = choice();
    at++;
    if (index === 0) return part;
    return name === undefined
      ? { kind: 'group', part, index }
      : { kind: 'group', part, index, name };
  }

  return choice();
}

function boundsOf([sign = '', least, range, most]: RegExpExecArray): { min: number; max: number } {
  if (least !== undefined) {
    const min = Number(least);
    if (range === undefined) return { min, max: min };
    return { min, max: most === '' ? Number.POSITIVE_INFINITY : Number(most) };
  }
  return { min: sign.startsWith('+') ? 1 : 0, max: sign.startsWith('?') ? 1 : Infinity };
}
