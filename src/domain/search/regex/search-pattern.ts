import { linearPattern } from './linear.ts';

const CASE = /^\(\?(-?)i\)/;
/** Letters, marks, digits and joiners of any alphabet, as in Anki (Unicode TS 18). */
const WORD = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200c\u200d`;
const WORD_CHARACTER = new RegExp(`[${WORD}]`, 'u');

/**
 * The pattern of a search as a test: in any case unless it begins with (?-i); words and digits are
 * those of all alphabets, and classes such as [[:alpha:]] those of ASCII, as in Anki. See linearPattern.
 */
export function searchPattern(source: string): ReturnType<typeof linearPattern> {
  const asked = CASE.exec(source);
  const pattern = source.slice(asked?.[0].length ?? 0).replace(PIECE, translated);
  return linearPattern(pattern, asked?.[1] === '-' ? 'u' : 'iu', WORD_CHARACTER);
}

/** A class in brackets, or an escape. */
const PIECE = /\[\^?(?:\[:[a-z]+:\]|\\[\s\S]|[^\\\]])*\]|\\[\s\S]/g;

function translated(piece: string): string {
  if (!piece.startsWith('[')) return OUTSIDE.get(piece) ?? piece;
  return piece
    .replace(/\[:([a-z]+):\]/g, (whole, name: string) => ASCII.get(name) ?? whole)
    .replace(/\\[\s\S]/g, (sign) => INSIDE.get(sign) ?? sign);
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
