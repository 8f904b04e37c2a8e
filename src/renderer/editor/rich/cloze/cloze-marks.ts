import type { Node as EditorNode } from '@tiptap/pm/model';
import { type ClozeNode, parseCloze } from '../../../../domain/template/cloze-syntax.ts';

/** A sign of a deletion, or what it hides, in the document. Positions are the editor's. */
export interface ClozeMark {
  readonly kind: 'open' | 'hint' | 'close' | 'text' | 'unclosed';
  readonly from: number;
  readonly to: number;
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
  const mark = (kind: ClozeMark['kind'], start: number, end: number): void => {
    const from = positions[start];
    const last = positions[end - 1];
    if (from === undefined || last === undefined || end <= start) return;
    if (kind === 'text' || last - from === end - 1 - start)
      marks.push({ kind, from, to: last + 1 });
  };
  const visit = (node: ClozeNode, start: number): number => {
    if (typeof node === 'string') return start + node.length;
    const inside = start + node.marker.length;
    mark('open', start, inside);
    let end = node.nodes.reduce((at, child) => visit(child, at), inside);
    mark('text', inside, end);
    if (node.hint !== undefined) {
      mark('hint', end, end + 2);
      end += 2 + node.hint.length;
    }
    mark('close', end, end + 2);
    return end + 2;
  };
  nodes.reduce((at, node) => visit(node, at), 0);
  for (const { offset, reason } of problems) {
    if (reason === 'unclosed') mark('unclosed', offset, text.indexOf('::', offset) + 2);
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
