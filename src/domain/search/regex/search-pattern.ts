import { linearPattern } from './linear.ts';

const CASE = /^\(\?(-?)i\)/;
/** Letters, marks, digits and joiners of any alphabet, as in Anki (Unicode TS 18). */
const WORD = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200c\u200d`;
export const WORD_CHARACTER = new RegExp(`[${WORD}]`, 'u');

/**
 * The pattern of a search as a test: in any case unless it begins with (?-i); words and digits are
 * those of all alphabets, and classes such as [[:alpha:]] those of ASCII, as in Anki. See linearPattern.
 */
export function searchPattern(source: string): ReturnType<typeof linearPattern> {
  const { pattern, flags } = patternAsRead(source);
  return linearPattern(pattern, flags, WORD_CHARACTER);
}

/** What `source` means here, as the engine writes it, and its case: that of `flags` unless it says so itself. */
export function patternAsRead(
  source: string,
  flags: 'u' | 'iu' = 'iu',
): { readonly pattern: string; readonly flags: 'u' | 'iu' } {
  const [said = '', sign] = CASE.exec(source) ?? [];
  const pattern = source.slice(said.length).replace(PIECE, translated);
  return { pattern, flags: said === '' ? flags : sign === '-' ? 'u' : 'iu' };
}

/** A class in brackets, or an escape. */
const PIECE = /\[\^?(?:\[:[a-z]+:\]|\\[\s\S]|[^\\\]])*\]|\\[\s\S]/g;

function translated(piece: string): string {
  if (!piece.startsWith('[')) return OUTSIDE.get(piece) ?? piece;
  return piece
    .replace(/\[:([a-z]+):\]/g, (whole, name: string) => ASCII.get(name) ?? whole)
    .replace(/\\[\s\S]/g, (sign) =>
      sign === String.raw`\W` ? noWord() : (INSIDE.get(sign) ?? sign),
    );
}

let ranges: string | undefined;

/** All that is no letter, mark, digit or joiner, in ranges: within brackets nothing can be denied. */
function noWord(): string {
  if (ranges !== undefined) return ranges;
  const found: string[] = [];
  let from: number | undefined;
  for (let code = 0; code <= 0x110000; code++) {
    const isWord = code > 0x10ffff || WORD_CHARACTER.test(String.fromCodePoint(code));
    if (!isWord) from ??= code;
    else if (from !== undefined) {
      found.push(`\\u{${from.toString(16)}}-\\u{${(code - 1).toString(16)}}`);
      from = undefined;
    }
  }
  ranges = found.join('');
  return ranges;
}

const INSIDE: ReadonlyMap<string, string> = new Map([
  [String.raw`\w`, WORD],
  [String.raw`\d`, String.raw`\p{Nd}`],
  [String.raw`\D`, String.raw`\P{Nd}`],
]);
const OUTSIDE: ReadonlyMap<string, string> = new Map([
  ...INSIDE,
  [String.raw`\w`, `[${WORD}]`],
  [String.raw`\W`, `[^${WORD}]`],
]);
const ASCII: ReadonlyMap<string, string> = new Map([
  ['alpha', 'A-Za-z'],
  ['digit', '0-9'],
  ['alnum', '0-9A-Za-z'],
  ['upper', 'A-Z'],
  ['lower', 'a-z'],
  ['space', String.raw`\t\n\v\f\r `],
  ['blank', String.raw`\t `],
  ['punct', String.raw`!-\/:-@\[-\x60\{-~`],
  ['xdigit', '0-9A-Fa-f'],
  ['word', '0-9A-Za-z_'],
]);
