import type { JSONContent } from '@tiptap/core';
import { type Context, OUTERMOST, type Piece, piecesOf, within, withinBlock } from './inline.ts';
import { keptElement } from '../kept-whole.ts';
import { attributesOf, holdsBlocks, isBlock, isKeptWhole, nameOf } from '../kinds.ts';
import { bareLines, inlineContent, paragraph } from './lines.ts';
import { readTable } from './read-table.ts';

/**
 * Sanitised HTML of a field as the editor's document, plain data. Total: whatever the elements,
 * something comes back that the schema holds and from which write.ts makes the same HTML again, up
 * to what a browser does not show (spaces, order of nested formatting).
 */
export function readDocument(fragment: ParentNode & Node): JSONContent {
  const blocks = readBlocks(fragment);
  const [only] = blocks;
  // A lone <br> is Anki's empty field; what is written there should not end in one.
  const isEmpty = blocks.length === 1 && only?.attrs?.br && only.content?.length === 0;
  return { type: 'doc', content: isEmpty && !only.attrs?.tag ? [paragraph([])] : blocks };
}

/** What is in `parent` as blocks; at least one. */
export function readBlocks(parent: Node, context: Context = OUTERMOST): JSONContent[] {
  const blocks = blocksIn(parent, context);
  return blocks.length > 0 ? blocks : [paragraph([])];
}

function blocksIn(parent: Node, context: Context): JSONContent[] {
  const blocks: JSONContent[] = [];
  let stretch: Piece[] = [];
  const flush = (): void => {
    blocks.push(...bareLines(stretch));
    stretch = [];
  };
  const walk = (node: Node, inside: Context): void => {
    if (node instanceof Element && !isKeptWhole(node) && isBlock(node)) {
      flush();
      blocks.push(...readBlock(node, inside));
    } else if (node instanceof Element && !isKeptWhole(node) && holdsBlocks(node)) {
      const deeper = within(node, inside);
      for (const child of node.childNodes) walk(child, deeper);
    } else {
      stretch.push(...piecesOf(node, inside));
    }
  };
  for (const child of parent.childNodes) walk(child, context);
  flush();
  return blocks;
}

function readBlock(element: Element, context: Context): JSONContent[] {
  const name = nameOf(element);
  const attributes = attributesOf(element);
  const inside = withinBlock(element, context);
  switch (name) {
    case 'hr':
      return [{ type: 'horizontalRule', attrs: { attributes } }];
    case 'blockquote':
      return [{ type: 'blockquote', attrs: { attributes }, content: readBlocks(element, inside) }];
    case 'ul':
    case 'ol':
      return readList(element, inside);
    case 'pre':
      return [holdsBlocks(element) ? keptBlock(element) : readPre(element, context)];
    case 'table':
      return [readTable(element, (cell) => readBlocks(cell, inside)) ?? keptBlock(element)];
  }
  if (!holdsBlocks(element)) return readLine(element, name, inside);
  const content = blocksIn(element, inside);
  if (content.length === 0) return hollow(element);
  return [{ type: 'group', attrs: { tag: name, attributes }, content }];
}

/** A block whose content is one flow of text. */
function readLine(element: Element, tag: string, context: Context): JSONContent[] {
  const pieces = [...element.childNodes].flatMap((child) => piecesOf(child, context));
  const hasBreak = pieces.at(-1)?.kind === 'break';
  const content = inlineContent(hasBreak ? pieces.slice(0, -1) : pieces);
  const attributes = attributesOf(element);
  if (content.length === 0 && !hasBreak) return hollow(element);
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level !== undefined) {
    return [{ type: 'heading', attrs: { level: Number(level), attributes }, content }];
  }
  return [paragraph(content, { tag, attributes, br: hasBreak })];
}

/** Items of a list. What stands between items goes into the item before, as browsers show it. */
function readList(list: Element, context: Context): JSONContent[] {
  const items: JSONContent[] = [];
  for (const child of list.childNodes) {
    if (child instanceof Element && nameOf(child) === 'li') {
      const attrs = { attributes: attributesOf(child) };
      const content = readBlocks(child, withinBlock(child, context));
      items.push({ type: 'listItem', attrs, content });
    } else if (child instanceof Element || child.nodeValue?.trim()) {
      const holder = list.ownerDocument.createElement('div');
      holder.append(child.cloneNode(true));
      const content = readBlocks(holder, context);
      const last = items.at(-1);
      if (last && child instanceof Element) last.content?.push(...content);
      else items.push({ type: 'listItem', attrs: { attributes: null }, content });
    }
  }
  if (items.length === 0) return hollow(list);
  const isOrdered = nameOf(list) === 'ol';
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  const attrs = isOrdered
    ? {
        attributes: attributesOf(list, 'start', 'type'),
        start: Number.isNaN(start) ? 1 : start,
        type: list.getAttribute('type'),
      }
    : { attributes: attributesOf(list) };
  return [{ type: isOrdered ? 'orderedList' : 'bulletList', attrs, content: items }];
}

function readPre(pre: Element, context: Context): JSONContent {
  const children = [...pre.childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE);
  const [only] = children;
  const code =
    children.length === 1 && only instanceof Element && nameOf(only) === 'code' ? only : undefined;
  const inside = { ...context, keepsSpaces: true, isCode: true };
  const pieces = [...(code ?? pre).childNodes].flatMap((child) => piecesOf(child, inside));
  return {
    type: 'codeBlock',
    attrs: { attributes: attributesOf(pre), code: code ? (attributesOf(code) ?? {}) : null },
    content: inlineContent(pieces),
  };
}

/** Without height it is no line to write on, but it may draw something by its class. */
function hollow(element: Element): JSONContent[] {
  return element.attributes.length > 0 ? [keptBlock(element)] : [];
}

function keptBlock(element: Element): JSONContent {
  return { type: 'keptBlock', attrs: { element: keptElement(element) } };
}
