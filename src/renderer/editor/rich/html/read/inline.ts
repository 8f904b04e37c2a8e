import type { JSONContent } from '@tiptap/core';
import { keptElement } from '../kept-whole.ts';
import { attributesOf, declarations, isKeptWhole, nameOf } from '../kinds.ts';
import { type Mark, marksWithin } from './marks-within.ts';

/** A piece of a line as read, before spaces are put right. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly context: Context }
  | { readonly kind: 'break'; readonly context: Context }
  | { readonly kind: 'node'; readonly node: JSONContent };

/** What holds for everything inside an element. */
export interface Context {
  readonly marks: readonly Mark[];
  /** Spaces and line ends count as they stand, as in `<pre>`. */
  readonly keepsSpaces: boolean;
  /** Where code is shown, the signs of formulas and sounds stand for themselves. */
  readonly isCode: boolean;
}

export const OUTERMOST: Context = { marks: [], keepsSpaces: false, isCode: false };

/** The name of the element that stands for a file still being stored: see paste. */
export const PENDING_FILE = 'rounds-pending-file';

/** The pieces of one DOM node that has no lines of its own inside. */
export function piecesOf(node: Node, context: Context): Piece[] {
  if (node.nodeType === Node.TEXT_NODE) {
    return [{ kind: 'text', text: node.nodeValue ?? '', context }];
  }
  if (!(node instanceof Element)) return [];
  const name = nameOf(node);
  if (name === 'br') return [{ kind: 'break', context }];
  if (name === 'img') return [atom('image', { attributes: attributesOf(node) ?? {} }, context)];
  if (name === PENDING_FILE) {
    return [atom('pendingFile', { id: Number(node.getAttribute('id')) }, context)];
  }
  if (isKeptWhole(node)) return [atom('keptInline', { element: keptElement(node) }, context)];
  const inside = within(node, context);
  const pieces = [...node.childNodes].flatMap((child) => piecesOf(child, inside));
  if (pieces.length > 0 || node.attributes.length === 0) return pieces;
  return [atom('keptInline', { element: keptElement(node) }, context)];
}

/** The context inside an inline element. */
export function within(element: Element, context: Context): Context {
  return {
    marks: marksWithin(element, context.marks),
    keepsSpaces: context.keepsSpaces || keepsSpaces(element),
    isCode: context.isCode || /^(code|kbd|samp|tt)$/.test(nameOf(element)),
  };
}

/** The context inside an element with lines of its own, whose formatting is kept by its node. */
export function withinBlock(element: Element, context: Context): Context {
  return { ...context, keepsSpaces: context.keepsSpaces || keepsSpaces(element) };
}

function keepsSpaces(element: Element): boolean {
  const style = declarations(element.getAttribute('style') ?? '');
  const space = style.find(([name]) => name === 'white-space')?.[1] ?? '';
  return /^(pre|pre-wrap|break-spaces)\b/i.test(space);
}

function atom(type: string, attrs: Record<string, unknown>, { marks }: Context): Piece {
  return { kind: 'node', node: { type, attrs, marks: [...marks] } };
}
