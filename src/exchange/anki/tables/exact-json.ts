import { exactId } from '../container/wire.ts';

/**
 * A text, or a whole number that may have more digits than a JavaScript number holds: not those that
 * stand behind a point, as in 0.8333333333333334.
 */
const TEXT_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const MARK = '\0whole:';
/** Anki's own JSON has some six levels; an add-on's may have more. What is read is gone through again. */
const MOST_LEVELS = 200;

/**
 * JSON as a value in which whole numbers beyond 2^53 are bigints: Anki gives fields and templates
 * ids of 64 bits. Throws SyntaxError, also where lists lie in lists without end.
 */
export function parseExactJson(text: string): unknown {
  throwIfTooDeep(text);
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

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

function throwIfTooDeep(text: string): void {
  let level = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInText) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isInText = false;
    } else if (code === QUOTE) isInText = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      level++;
      if (level > MOST_LEVELS) throw new SyntaxError('lists lie in lists without end');
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) level--;
  }
}
