import type { Glob } from '../query.ts';

/** Between the fields of a note's text: white space within a field is never a line break. */
export const FIELD_END = '\n';

/** A stretch of a glob between two `*`: texts, and `undefined` for any one character. */
type Piece = readonly (string | undefined)[];

interface Pieces {
  readonly pieces: readonly Piece[];
  /** Whether the glob begins, and ends, with `*`. */
  readonly startsOpen: boolean;
  readonly endsOpen: boolean;
}

/** Says whether an occurrence from `start` to `end` of `text` will do. */
type Accept = (text: string, start: number, end: number) => boolean;

/**
 * Whether a text, fields between FIELD_END, holds `glob` within one field. `prepare` is what was
 * done to the text. Time: the text's length times the glob's, whatever they are.
 */
export function holds(glob: Glob, prepare: (text: string) => string): (text: string) => boolean {
  const { pieces } = piecesOf(glob, prepare);
  const [only] = pieces;
  if (!only) return () => true;
  const [word] = only;
  if (pieces.length === 1 && only.length === 1 && word !== undefined) {
    return (text) => text.includes(word);
  }
  return inSomeField((text, from, to) => occurs(text, from, to, pieces, ANY, ANY));
}

/** As `holds`, but what is found stands alone: no letter or digit touches it. */
export function holdsWord(glob: Glob, prepare: (text: string) => string) {
  const { pieces, startsOpen, endsOpen } = piecesOf(glob, prepare);
  const starts: Accept = (text, start) => !isWordAt(text, start, -1);
  const ends: Accept = (text, _start, end) => !isWordAt(text, end, 1);
  return inSomeField((text, from, to) =>
    occurs(text, from, to, pieces, startsOpen ? ANY : starts, endsOpen ? ANY : ends),
  );
}

/** Whether the whole of a text is `glob`. */
export function equals(glob: Glob, prepare: (text: string) => string): (text: string) => boolean {
  const { pieces, startsOpen, endsOpen } = piecesOf(glob, prepare);
  if (pieces.length === 0) return (text) => startsOpen || text === '';
  const starts: Accept = (_text, start) => start === 0;
  const ends: Accept = (text, _start, end) => end === text.length;
  return (text) =>
    occurs(text, 0, text.length, pieces, startsOpen ? ANY : starts, endsOpen ? ANY : ends);
}

const ANY: Accept = () => true;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}\p{Pc}\p{Alphabetic}]/u;

function piecesOf(glob: Glob, prepare: (text: string) => string): Pieces {
  const pieces: (string | undefined)[][] = [[]];
  for (const part of glob) {
    if (part.kind === 'many') pieces.push([]);
    else pieces.at(-1)?.push(part.kind === 'text' ? prepare(part.text) : undefined);
  }
  return {
    pieces: pieces.filter((piece) => piece.length > 0).map(withoutEmpty),
    startsOpen: glob[0]?.kind === 'many',
    endsOpen: glob.at(-1)?.kind === 'many',
  };
}

/** Nothing before a sign says nothing, and would be found in the midst of one that is two in UTF-16. */
function withoutEmpty(piece: Piece): Piece {
  const said = piece.filter((part) => part !== '');
  return said.length > 0 ? said : piece.slice(0, 1);
}

function inSomeField(test: (text: string, from: number, to: number) => boolean) {
  return (text: string): boolean => {
    for (let from = 0; ; ) {
      const end = text.indexOf(FIELD_END, from);
      if (end === -1) return test(text, from, text.length);
      if (test(text, from, end)) return true;
      from = end + 1;
    }
  };
}

/** The pieces in order, each at its first acceptable place after the one before. */
function occurs(
  text: string,
  from: number,
  to: number,
  pieces: readonly Piece[],
  starts: Accept,
  ends: Accept,
): boolean {
  let at = from;
  for (const [index, piece] of pieces.entries()) {
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    at = endOfFirst(piece, text, at, to, (text, start, end) => {
      return (!isFirst || starts(text, start, end)) && (!isLast || ends(text, start, end));
    });
    if (at === -1) return false;
  }
  return true;
}

/** Where the first acceptable occurrence of `piece` ends, or -1. */
function endOfFirst(piece: Piece, text: string, from: number, to: number, accept: Accept): number {
  const [first] = piece;
  for (let start = from; start <= to; start++) {
    if (first !== undefined) {
      start = text.indexOf(first, start);
      if (start === -1 || start + first.length > to) return -1;
    } else if (isInPair(text, start)) {
      continue;
    }
    const end = endAt(piece, text, start, to);
    if (end !== -1 && accept(text, start, end)) return end;
  }
  return -1;
}

function endAt(piece: Piece, text: string, start: number, to: number): number {
  let at = start;
  for (const part of piece) {
    if (part === undefined) {
      if (at >= to) return -1;
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else {
      if (at + part.length > to || !text.startsWith(part, at)) return -1;
      at += part.length;
    }
  }
  return at;
}

/** Whether the character just before (`side` -1) or at `at` (1) is a letter, digit or mark. */
function isWordAt(text: string, at: number, side: -1 | 1): boolean {
  if (side === 1) {
    const code = text.codePointAt(at);
    return code !== undefined && WORD_CHARACTER.test(String.fromCodePoint(code));
  }
  if (at === 0) return false;
  return WORD_CHARACTER.test(text.slice(isInPair(text, at - 1) ? at - 2 : at - 1, at));
}

/** Whether `at` is the second half of a character that is two in UTF-16. */
function isInPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
