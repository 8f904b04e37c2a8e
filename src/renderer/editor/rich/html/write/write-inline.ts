import type { Node as EditorNode, Fragment, Mark } from '@tiptap/pm/model';
import { elementFrom, type KeptElement } from '../kept-whole.ts';
import { declarations, setAttributes } from '../kinds.ts';
import { mathsText, soundText } from '../tokens.ts';

/**
 * Appends a line's content to `parent`. Formatting that reaches further is written outside, which
 * gives the fewest tags. Spaces that HTML would swallow become `&nbsp;`, except where they count.
 */
export function writeInline(line: Fragment, parent: Element, keepsSpaces = false): void {
  const items: Item[] = [];
  line.forEach((node) => {
    items.push({ node, marks: node.marks });
  });
  write(items, parent, new Spaces(keepsSpaces));
  // A break at the end of a line shows only when another follows.
  if (line.lastChild?.type.name === 'hardBreak' && !keepsSpaces) {
    parent.append(parent.ownerDocument.createElement('br'));
  }
}

interface Item {
  readonly node: EditorNode;
  /** Formatting still to be written. */
  readonly marks: readonly Mark[];
}

function write(items: readonly Item[], parent: Element, spaces: Spaces): void {
  let index = 0;
  while (index < items.length) {
    const item = items[index];
    if (!item) return;
    const outer = outermost(items, index);
    if (!outer) {
      writeNode(item.node, parent, spaces);
      index += 1;
      continue;
    }
    const run = items.slice(index, index + outer.length).map(({ node, marks }) => ({
      node,
      marks: marks.filter((mark) => !mark.eq(outer.mark)),
    }));
    const element = elementOf(outer.mark, parent.ownerDocument);
    parent.append(element);
    write(run, element, spaces);
    index += outer.length;
  }
}

/** The formatting at `index` that reaches furthest, and over how many items. */
function outermost(items: readonly Item[], index: number) {
  let best: { readonly mark: Mark; readonly length: number } | undefined;
  for (const mark of items[index]?.marks ?? []) {
    let length = 1;
    while (items[index + length]?.marks.some((other) => other.eq(mark))) length += 1;
    const run = items.slice(index, index + length);
    const isInnermost = mark.type.name === 'colour' && run.some(holdsColour);
    if (isInnermost) length = 1;
    if (!best || (length > best.length && !isInnermost)) best = { mark, length };
  }
  return best;
}

/** Whether an element within sets a colour, which would win over the one around it. */
function holdsColour({ marks }: Item): boolean {
  return marks.some(({ type, attrs }) => {
    if (type.name !== 'element' || attrs.attributes === null) return false;
    const { color, style } = attrs.attributes as Record<string, string>;
    return color !== undefined || declarations(style ?? '').some(([name]) => name === 'color');
  });
}

/** Whether spaces count inside an element as they stand. */
function countsSpaces({ type, attrs }: Mark): boolean {
  return type.name === 'element' && /white-space:\s*(?:pre\b|break)/.test(attrs.attributes?.style);
}

function elementOf(mark: Mark, inert: Document): Element {
  const { attrs } = mark;
  switch (mark.type.name) {
    case 'link':
      return element('a', attrs.attributes, inert);
    case 'colour':
      return element('span', { style: colourStyle(attrs) }, inert);
    default:
      return element(attrs.tag, attrs.attributes, inert);
  }
}

function colourStyle(colour: Record<string, unknown>): string {
  const parts = [];
  if (colour.text !== null) parts.push(`color: ${colour.text};`);
  if (colour.back !== null) parts.push(`background-color: ${colour.back};`);
  return parts.join(' ');
}

function writeNode(node: EditorNode, parent: Element, spaces: Spaces): void {
  const { attrs } = node;
  const inert = parent.ownerDocument;
  if (node.isText) {
    const text = node.text ?? '';
    parent.append(node.marks.some(countsSpaces) ? text : spaces.shown(text));
    return;
  }
  spaces.passAtom(node.type.name === 'hardBreak');
  switch (node.type.name) {
    case 'hardBreak':
      parent.append(inert.createElement('br'));
      return;
    case 'image':
      parent.append(element('img', attrs.attributes, inert));
      return;
    case 'maths':
      parent.append(mathsText(attrs.tex, attrs.signs));
      return;
    case 'sound':
      parent.append(soundText(attrs.name));
      return;
    case 'keptInline':
      parent.append(elementFrom(attrs.element as KeptElement, inert));
  }
}

function element(tag: string, attributes: unknown, inert: Document): Element {
  const created = inert.createElement(tag);
  setAttributes(created, attributes);
  return created;
}

/** Follows a line's spaces: the first of a line, and the second of two, need to be non-breaking. */
class Spaces {
  private isAfterSpace = true;
  private readonly keepsSpaces: boolean;

  constructor(keepsSpaces: boolean) {
    this.keepsSpaces = keepsSpaces;
  }

  shown(text: string): string {
    if (this.keepsSpaces) return text;
    return text.replace(/ |[^ ]+/g, (part) => {
      if (part !== ' ') {
        this.isAfterSpace = false;
        return part;
      }
      const isSwallowed = this.isAfterSpace;
      this.isAfterSpace = !isSwallowed;
      return isSwallowed ? '\u00a0' : ' ';
    });
  }

  passAtom(isBreak: boolean): void {
    this.isAfterSpace = isBreak;
  }
}
