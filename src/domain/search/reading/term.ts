import { t } from '../../../kernel/texts.ts';
import { type QueryPlace, unreadable } from '../query-problem.ts';
import { firstUnescaped } from './escapes.ts';

/** One term as it stands in a search's text. */
export interface Term {
  readonly place: QueryPlace;
  /** The part before the first colon that is not escaped. */
  readonly name?: QueryPlace;
  /** What comes after the colon, or all of a term without one; never its quotes. */
  readonly value: QueryPlace;
  /** The value begins with `re:` or `nc:`; `value` is what comes after it. */
  readonly modifier?: 're' | 'nc';
  /** The quotes stand around name and value together. */
  readonly isQuotedWhole: boolean;
}

/** Reads the term that begins at `at`, which is no white space and no parenthesis. */
export function readTerm(source: string, at: number): Term {
  if (source[at] === '"') return readQuotedTerm(source, at);
  let colon: number | undefined;
  let to = at;
  for (; to < source.length && !isBoundary(source[to]); to++) {
    const char = source[to];
    if (char === '\\') to++;
    else if (char === ':') colon ??= to;
    else if (char === '"' && colon !== undefined) return readValueInQuotes(source, at, colon, to);
  }
  to = Math.min(to, source.length);
  const place = { from: at, to };
  if (colon === undefined) return { place, value: place, isQuotedWhole: false };
  const name = { from: at, to: colon };
  return { place, name, ...withModifier(source, { from: colon + 1, to }), isQuotedWhole: false };
}

/** `"text"`, `"name:value"` or `"name":value`. */
function readQuotedTerm(source: string, at: number): Term {
  const end = closingQuote(source, at);
  const inside = { from: at + 1, to: end };
  if (source[end + 1] === ':') return readAfterQuotedName(source, at, inside);
  const place = { from: at, to: end + 1 };
  mustEnd(source, place);
  const colon = firstUnescaped(source, inside, ':');
  if (colon === undefined) return { place, value: inside, isQuotedWhole: true };
  const name = { from: inside.from, to: colon };
  const value = withModifier(source, { from: colon + 1, to: inside.to });
  return { place, name, ...value, isQuotedWhole: true };
}

function readAfterQuotedName(source: string, at: number, name: QueryPlace): Term {
  const from = name.to + 2;
  let to = from;
  for (; to < source.length && !isBoundary(source[to]); to++) {
    if (source[to] === '\\') to++;
    else if (source[to] === '"') {
      return { ...readValueInQuotes(source, at, from - 1, to), name };
    }
  }
  const value = withModifier(source, { from, to: Math.min(to, source.length) });
  return { place: { from: at, to: value.value.to }, name, ...value, isQuotedWhole: false };
}

/** `name:"value"` or `name:re:"value"`; the quote is at `quote`. */
function readValueInQuotes(source: string, at: number, colon: number, quote: number): Term {
  const before = source.slice(colon + 1, quote).toLowerCase();
  const end = closingQuote(source, quote);
  const place = { from: at, to: end + 1 };
  if (before !== '' && before !== 're:' && before !== 'nc:') {
    unreadable(
      { from: quote, to: quote + 1 },
      t`This quote stands inside a word.`,
      t`Put quotes around all that comes after the colon, or write \\" for a quote itself.`,
    );
  }
  mustEnd(source, place);
  const term = { place, name: { from: at, to: colon }, isQuotedWhole: false };
  const value = { from: quote + 1, to: end };
  return before === '' ? { ...term, value } : { ...term, value, modifier: modifierIn(before) };
}

function withModifier(source: string, value: QueryPlace): Pick<Term, 'value' | 'modifier'> {
  const before = source.slice(value.from, Math.min(value.from + 3, value.to)).toLowerCase();
  if (before !== 're:' && before !== 'nc:') return { value };
  return { value: { from: value.from + 3, to: value.to }, modifier: modifierIn(before) };
}

function modifierIn(before: 're:' | 'nc:'): 're' | 'nc' {
  return before === 're:' ? 're' : 'nc';
}

function closingQuote(source: string, quote: number): number {
  for (let at = quote + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '"') return at;
  }
  return unreadable(
    { from: quote, to: source.length },
    t`This quote is never closed.`,
    t`Put a quote at its end, or write \\" for a quote itself.`,
  );
}

/** After a closing quote the term is over. */
function mustEnd(source: string, place: QueryPlace): void {
  if (place.to >= source.length || isBoundary(source[place.to])) return;
  unreadable(
    { from: place.to, to: place.to + 1 },
    t`Something follows the closing quote without a space.`,
    t`Put a space after the quote, or write \\" for a quote itself.`,
  );
}

export function isBoundary(char: string | undefined): boolean {
  return char === undefined || char === '(' || char === ')' || /\s/.test(char);
}
