import type { FilePlace } from './deck-problem.ts';
import type { DeckFileLine } from './read-lines.ts';

/** Several lines that make one text. Lines are joined by a space, blank lines part paragraphs. */
export interface Passage extends FilePlace {
  readonly pieces: Piece[];
}

interface Piece extends FilePlace {
  readonly text: string;
  readonly endsInBreak: boolean;
  readonly isNewParagraph: boolean;
}

/** A character at a line's start that would make it something else than text. */
const STRUCTURE = /^(?:[#\-*+<_]|[QA]:)/;
const ESCAPED_STRUCTURE = /^\\(?=[#\-*+<_\\]|[QA]:)/;

/** A passage that begins with `line`. */
export function passageFrom(line: DeckFileLine): Passage {
  const passage: Passage = { line: line.line, column: line.column, pieces: [] };
  extend(passage, line, false);
  return passage;
}

/** Adds `line` to `passage`. A backslash at its end keeps the line break; one at its start hides structure. */
export function extend(passage: Passage, line: DeckFileLine, isNewParagraph: boolean): void {
  const backslashes = trailingBackslashes(line.value);
  const kept = line.value.slice(0, line.value.length - Math.ceil(backslashes / 2));
  const isEscaped = backslashes < line.value.length && ESCAPED_STRUCTURE.test(line.value);
  passage.pieces.push({
    line: line.line,
    column: line.column + (isEscaped ? 1 : 0),
    text: (isEscaped ? kept.slice(1) : kept).trim(),
    endsInBreak: backslashes % 2 === 1,
    isNewParagraph,
  });
}

/** The passage as one text, and the place in the file of each index into it. */
export function textOf(passage: Passage): { text: string; placeOf: (offset: number) => FilePlace } {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let previous: Piece | undefined;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const piece of passage.pieces) {
    if (length > 0 || previous?.endsInBreak) add(joint(previous, piece));
    starts.push(length);
    add(piece.text);
    previous = piece;
  }
  const raw = parts.join('');
  const indent = raw.length - raw.trimStart().length;
  return {
    text: raw.trim().normalize('NFC'),
    placeOf: (offset) => {
      const index = starts.findLastIndex((start) => start <= offset + indent);
      const piece = passage.pieces[index] ?? passage;
      return {
        line: piece.line,
        column: piece.column + offset + indent - (starts[index] ?? 0),
      };
    },
  };
}

/** Lines that `textOf` reads back as `text`; spaces at line ends are not kept. */
export function linesOfText(text: string): string[] {
  const lines = readable(text)
    .trim()
    .split(/\r\n|\r|\n/);
  return lines.map((line, index) => {
    const trimmed = line.trim();
    const backslashes = trailingBackslashes(trimmed);
    const isAllBackslashes = backslashes === trimmed.length;
    const needsEscape =
      !isAllBackslashes && (STRUCTURE.test(trimmed) || ESCAPED_STRUCTURE.test(trimmed));
    const isLast = index === lines.length - 1;
    return (needsEscape ? '\\' : '') + trimmed + '\\'.repeat(backslashes + (isLast ? 0 : 1));
  });
}

/** A text without the signs for which a file counts as damaged, or as no text. */
export function readable(text: string): string {
  return text.replace(CONTROL, ' ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const CONTROL = /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function joint(previous: Piece | undefined, piece: Piece): string {
  if (piece.isNewParagraph) return '\n\n';
  return previous?.endsInBreak ? '\n' : ' ';
}

function trailingBackslashes(text: string): number {
  let count = 0;
  while (text[text.length - 1 - count] === '\\') count += 1;
  return count;
}
