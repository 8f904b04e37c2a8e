import { t, thousands } from '../../kernel/texts.ts';
import { type SearchProblem, Unreadable, unreadable } from './query-problem.ts';
import type { Query } from './query.ts';
import { type ConditionOptions, readCondition } from './reading/conditions.ts';
import { isBoundary, readTerm } from './reading/term.ts';

const MOST_NESTED = 50;
const MOST_CHARACTERS = 200_000;

/**
 * Reads a search (docs/search.md). Never throws. Without `fieldNames` any name that is no operator
 * counts as a field's; with them, a name that is neither is a problem. Time: proportional to the
 * text.
 */
export function parseSearch(
  text: string,
  options: ConditionOptions = {},
):
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problem: SearchProblem } {
  try {
    return { ok: true, query: readSearch(text, options) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

function readSearch(source: string, options: ConditionOptions): Query {
  let at = 0;
  let depth = 0;

  function skipSpace(): void {
    while (at < source.length && /\s/.test(source.charAt(at))) at++;
  }

  /** The keyword that stands here, and is not part of a longer word. */
  function keyword(): 'and' | 'or' | undefined {
    const word = source.slice(at, at + 3).toLowerCase();
    if (word === 'and' && isBoundary(source[at + 3])) return 'and';
    if (word.startsWith('or') && isBoundary(source[at + 2])) return 'or';
    return undefined;
  }

  function alternatives(): Query {
    const parts = [conjunction()];
    for (skipSpace(); keyword() === 'or'; skipSpace()) {
      at += 2;
      parts.push(conjunction('or'));
    }
    return joined('or', parts);
  }

  /** Terms that must all hold; `after`: the keyword before them, which needs one. */
  function conjunction(after?: 'or'): Query {
    const parts = [factor(after)];
    for (skipSpace(); at < source.length && source[at] !== ')'; skipSpace()) {
      const word = keyword();
      if (word === 'or') break;
      if (word === 'and') at += 3;
      parts.push(factor(word));
    }
    return joined('and', parts);
  }

  /** A term or group with the minus signs before it. */
  function factor(after?: 'and' | 'or'): Query {
    const start = at;
    skipSpace();
    const word = keyword();
    if (word && !after) {
      unreadable(
        { from: at, to: at + word.length },
        t`There is nothing before “${word}”.`,
        t`Write something before it, or put it in quotes to find the word “${word}”.`,
      );
    }
    if (at >= source.length || source[at] === ')' || word) nothingHere(start, after);
    const from = at;
    while (source[at] === '-') at++;
    const denials = at - from;
    if (denials > MOST_NESTED) tooDeep(from);
    if (denials > 0 && isBoundary(source[at]) && source[at] !== '(') {
      unreadable(
        { from, to: at },
        t`There is nothing after this minus sign.`,
        t`Write what is not wanted right after it, or \\- for the sign itself.`,
      );
    }
    let query = source[at] === '(' ? group() : condition();
    for (let count = 0; count < denials; count++) query = { kind: 'not', part: query };
    return query;
  }

  function nothingHere(start: number, after?: 'and' | 'or'): never {
    if (after) {
      return unreadable(
        { from: start - after.length, to: start },
        t`There is nothing after “${after}”.`,
        t`Write something after it, or put it in quotes to find the word “${after}”.`,
      );
    }
    const place = { from: at, to: at + 1 };
    if (depth > 0)
      return unreadable(place, t`These parentheses are empty.`, t`Fill them, or take them away.`);
    return unclosed(place);
  }

  function unclosed(place: { from: number; to: number }): never {
    return unreadable(
      place,
      t`This parenthesis closes a group that was never opened.`,
      t`Take it away, or write \\) for the sign itself.`,
    );
  }

  function group(): Query {
    const from = at;
    if (++depth > MOST_NESTED) tooDeep(from);
    at++;
    skipSpace();
    if (at >= source.length) neverClosed(from);
    const query = alternatives();
    skipSpace();
    if (source[at] !== ')') neverClosed(from);
    at++;
    depth--;
    return query;
  }

  function neverClosed(from: number): never {
    return unreadable(
      { from, to: from + 1 },
      t`This parenthesis is never closed.`,
      t`Put ) at the end of the group, or write \\( for the sign itself.`,
    );
  }

  function tooDeep(from: number): never {
    return unreadable(
      { from, to: from + 1 },
      t`More than ${MOST_NESTED} groups or minus signs are nested here.`,
      t`Write the search with fewer of them.`,
    );
  }

  function condition(): Query {
    const term = readTerm(source, at);
    at = term.place.to;
    return readCondition(source, term, options);
  }

  if (source.length > MOST_CHARACTERS) {
    unreadable(
      { from: MOST_CHARACTERS, to: source.length },
      t`A search can have ${thousands(MOST_CHARACTERS)} characters, and this one has more.`,
      t`Shorten it.`,
    );
  }
  skipSpace();
  if (at >= source.length) return { kind: 'all' };
  const query = alternatives();
  skipSpace();
  if (at < source.length) unclosed({ from: at, to: at + 1 });
  return query;
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind, parts };
}
