import type { Node as EditorNode } from '@tiptap/pm/model';
import { type ClozeNode, parseCloze } from '../../../../domain/template/cloze-syntax.ts';

/** A sign of a deletion, or what it hides, in the document. Positions are the editor's. */
export interface ClozeMark {
  readonly kind: 'open' | 'hint' | 'close' | 'text' | 'unclosed';
  readonly from: number;
  readonly to: number;
  /** Where the whole deletion begins: the same for all marks of one. */
  readonly of: number;
}

/**
 * The signs of every deletion and the text they hide, as cards will read them. A deletion may go
 * over several lines, hold formatting and others inside. Signs inside a formula are left out.
 */
export function clozeMarks(doc: EditorNode): ClozeMark[] {
  const { text, positions } = flatten(doc);
  if (!text.includes('{{c')) return [];
  const { nodes, problems } = parseCloze(text, () => false);
  const marks: ClozeMark[] = [];
  const mark = (kind: ClozeMark['kind'], start: number, end: number, whole: number): void => {
    const from = positions[start];
    const last = positions[end - 1];
    if (from !== undefined && last !== undefined && end > start) {
      marks.push({ kind, from, to: last + 1, of: positions[whole] ?? from });
    }
  };
  const isInText = (start: number, end: number): boolean =>
    (positions[end - 1] ?? 0) - (positions[start] ?? 0) === end - 1 - start;
  const visit = (node: ClozeNode, start: number): number => {
    if (typeof node === 'string') return start + node.length;
    const inside = start + node.marker.length;
    const { nodes: all, hintAt = all.length } = node;
    const hint = all.slice(0, hintAt).reduce((at, child) => visit(child, at), inside);
    const after = node.hint === undefined ? hint : hint + 2 + node.hint.length;
    const close = all.slice(hintAt).reduce((at, child) => visit(child, at), after);
    // One that makes no card, as c0, is not shown as if it did.
    const isCard = node.numbers.length > 0;
    if (isCard && isInText(start, inside) && isInText(close, close + 2)) {
      mark('open', start, inside, start);
      mark('text', inside, hint, start);
      if (after > hint) mark('hint', hint, after, start);
      mark('close', close, close + 2, start);
    }
    return close + 2;
  };
  nodes.reduce((at, node) => visit(node, at), 0);
  for (const { offset, reason } of problems) {
    if (reason === 'unclosed') mark('unclosed', offset, text.indexOf('::', offset) + 2, offset);
  }
  return marks.sort((a, b) => a.from - b.from);
}

/** The document's text with each character's position. Between blocks stands a line end. */
function flatten(doc: EditorNode): { text: string; positions: number[] } {
  let text = '';
  const positions: number[] = [];
  doc.descendants((node, position) => {
    const leafText = node.isLeaf ? node.type.spec.toText?.({ node }) : undefined;
    const part: string = node.text ?? leafText ?? '\n';
    text += part;
    for (let index = 0; index < part.length; index += 1) {
      positions.push(node.isText ? position + index : position);
    }
  });
  return { text, positions };
}
