import { exactId } from '../container/wire.ts';

/** A text, or a whole number that may have more digits than a JavaScript number holds. */
const TEXT_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g;
const MARK = '\0whole:';

/**
 * JSON as a value in which whole numbers beyond 2^53 are bigints: Anki gives fields and templates
 * ids of 64 bits. Throws SyntaxError.
 */
export function parseExactJson(text: string): unknown {
  // Sound before anything is looked for in it: a text is then closed wherever one begins.
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return value;
  const marked = text.replace(TEXT_OR_LONG_NUMBER, (token) =>
    token.startsWith('"') ? token : `"\\u0000whole:${token}"`,
  );
  return JSON.parse(marked, (_, each: unknown) =>
    typeof each === 'string' && each.startsWith(MARK) && /^\0whole:-?\d{16,20}$/.test(each)
      ? exactId(BigInt(each.slice(MARK.length)))
      : each,
  );
}

/** `value` as JSON, in which bigints are whole numbers with all their digits. */
export function printExactJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'bigint' ? `${MARK}${each}` : each,
  ).replace(/"\\u0000whole:(-?\d{1,20})"/g, '$1');
}
