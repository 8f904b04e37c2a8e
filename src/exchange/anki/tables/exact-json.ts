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

/** The JSON of `value`, which may have such numbers: as `parseExactJson` reads it back. */
export function exactJson(value: unknown): string {
  let isLong = false;
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== 'bigint') return each;
    isLong = true;
    return `${MARK}${each}`;
  });
  return isLong ? text.replace(/"\\u0000whole:(-?[1-9]\d*)"/g, '$1') : text;
}
