import type { JSONContent } from '@tiptap/core';
import type { Context, Piece } from './inline.ts';
import { textNodes } from '../tokens.ts';

/**
 * The lines of a stretch of text outside any block: each a paragraph without a tag, as Anki's
 * fields have them. The last `<br>` of a stretch ends its line and begins none.
 */
export function bareLines(pieces: readonly Piece[]): JSONContent[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  const read = lines.map(inlineContent);
  const endsWithBreak = read.at(-1)?.length === 0;
  if (endsWithBreak) read.pop();
  return read.map((content, index) =>
    paragraph(content, { br: endsWithBreak && index === read.length - 1 }),
  );
}

/** A paragraph with the given content and attributes. */
export function paragraph(
  content: readonly JSONContent[],
  attrs: Readonly<Record<string, unknown>> = {},
): JSONContent {
  return { type: 'paragraph', attrs, content: [...content] };
}

/**
 * The content of one block: text with breaks inside. Spaces are put right as a browser does: runs
 * become one, none at either end of a line.
 */
export function inlineContent(pieces: readonly Piece[]): JSONContent[] {
  return joined(collapsed(pieces)).flatMap((piece) => {
    if (piece.kind === 'node') return [piece.node];
    const marks = [...piece.context.marks];
    if (piece.kind === 'break') return [{ type: 'hardBreak', marks }];
    if (piece.context.isCode) return [{ type: 'text', text: piece.text, marks }];
    return textNodes(piece.text, marks);
  });
}

function collapsed(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let isAfterSpace = true;
  for (const piece of pieces) {
    if (piece.kind === 'text' && !piece.context.keepsSpaces) {
      let text = piece.text.replace(/[ \t\n\r\f]+/g, ' ');
      if (isAfterSpace) text = text.replace(/^ /, '');
      if (text !== '') isAfterSpace = text.endsWith(' ');
      result.push({ ...piece, text });
    } else {
      if (piece.kind === 'break') endLine(result);
      isAfterSpace = piece.kind === 'break';
      result.push(piece);
    }
  }
  endLine(result);
  return result.filter((piece) => piece.kind !== 'text' || piece.text !== '');
}

/** Takes the space at the end of a line away. */
function endLine(pieces: Piece[]): void {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index];
    if (piece?.kind !== 'text' || piece.context.keepsSpaces) return;
    const text = piece.text.replace(/ $/, '');
    pieces[index] = { ...piece, text };
    if (text !== '') return;
  }
}

/** Joins neighbouring text of one formatting, so that a formula is seen whole. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && isSame(piece.context, last.context)) {
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    } else {
      result.push(piece);
    }
  }
  return result;
}

function isSame(one: Context, other: Context): boolean {
  return one.marks === other.marks;
}
