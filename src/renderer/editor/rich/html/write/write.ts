import type { Node as EditorNode, Fragment } from '@tiptap/pm/model';
import { elementFrom, type KeptElement } from '../kept-whole.ts';
import { setAttributes } from '../kinds.ts';
import { writeInline } from './write-inline.ts';

/**
 * A document as Anki-compatible HTML, as little of it as will do: a single line is bare text,
 * further lines follow a `<br>`, an empty document is ''.
 */
export function writeHtml(content: Fragment): string {
  const inert = document.implementation.createHTMLDocument('');
  const holder = inert.createElement('div');
  writeBlocks(content, holder);
  keepFirstLineEnds(holder);
  return holder.innerHTML;
}

/** HTML drops a line end that directly follows `<pre>`, so one that counts is written twice. */
export function keepFirstLineEnds(root: Element): void {
  for (const pre of root.querySelectorAll('pre')) {
    if (pre.innerHTML.startsWith('\n')) pre.prepend('\n');
  }
}

/** Appends blocks to `parent`, which belongs to a document where nothing loads or runs. */
export function writeBlocks(blocks: Fragment, parent: Element): void {
  blocks.forEach((block, _offset, index) => {
    if (isBare(block)) {
      writeInline(block.content, parent);
      const isSoleAndEmpty = block.content.size === 0 && blocks.childCount === 1;
      const next = blocks.maybeChild(index + 1);
      const isEmptyLine = block.content.size === 0 && !isSoleAndEmpty;
      if (isBare(next) || endsInBreak(block) || isEmptyLine) append(parent, 'br');
    } else {
      writeBlock(block, parent);
    }
  });
}

function writeBlock(block: EditorNode, parent: Element): void {
  const { attrs, content } = block;
  const holder = (tag: string) => append(parent, tag, attrs.attributes);
  const write: Readonly<Record<string, () => void>> = {
    paragraph: () => writeLine(block, holder(attrs.tag)),
    heading: () => writeLine(block, holder(`h${attrs.level}`)),
    codeBlock: () => writePre(block, parent),
    horizontalRule: () => holder('hr'),
    blockquote: () => writeBlocks(content, holder('blockquote')),
    group: () => writeBlocks(content, holder(attrs.tag)),
    bulletList: () => writeItems(block, holder('ul')),
    orderedList: () => writeItems(block, numbered(holder('ol'), attrs)),
    table: () => writeTable(block, parent),
    keptBlock: () => parent.append(elementFrom(attrs.element, parent.ownerDocument)),
  };
  // Anything else is a piece of a list or table, copied without the rest.
  (write[block.type.name] ?? (() => writeBlocks(content, parent)))();
}

function writeLine(block: EditorNode, line: Element): void {
  writeInline(block.content, line);
  if (endsInBreak(block) || block.content.size === 0) append(line, 'br');
}

/** Whether a line keeps the `<br>` it ended with, where its content has not got one of its own. */
function endsInBreak({ attrs, lastChild }: EditorNode): boolean {
  return attrs.br === true && lastChild?.type.name !== 'hardBreak';
}

function writePre(block: EditorNode, parent: Element): void {
  const pre = append(parent, 'pre', block.attrs.attributes);
  const holder = block.attrs.code === null ? pre : append(pre, 'code', block.attrs.code);
  writeInline(block.content, holder, true);
}

function writeItems(list: EditorNode, element: Element): void {
  list.forEach((item) => {
    writeBlocks(item.content, append(element, 'li', item.attrs.attributes));
  });
}

function numbered(list: Element, { start, type }: EditorNode['attrs']): Element {
  if (start !== 1) list.setAttribute('start', String(start));
  if (type) list.setAttribute('type', String(type));
  return list;
}

function writeTable(table: EditorNode, parent: Element): void {
  const element = append(parent, 'table', table.attrs.attributes);
  for (const kept of table.attrs.beside as readonly KeptElement[]) {
    element.append(elementFrom(kept, parent.ownerDocument));
  }
  let section: Element | undefined;
  let last: EditorNode | undefined;
  table.forEach((row) => {
    if (!section || !last || !isSameSection(row, last)) {
      section = append(element, row.attrs.section, row.attrs.sectionAttributes);
    }
    last = row;
    const line = append(section, 'tr', row.attrs.attributes);
    row.forEach((cell) => {
      const tag = cell.type.name === 'tableHeader' ? 'th' : 'td';
      const box = append(line, tag, cell.attrs.attributes);
      for (const name of ['colspan', 'rowspan']) {
        if (cell.attrs[name] > 1) box.setAttribute(name, String(cell.attrs[name]));
      }
      writeBlocks(cell.content, box);
    });
  });
}

function isSameSection(one: EditorNode, other: EditorNode): boolean {
  const { section, sectionAttributes } = one.attrs;
  return (
    section === other.attrs.section &&
    JSON.stringify(sectionAttributes) === JSON.stringify(other.attrs.sectionAttributes)
  );
}

function isBare(block: EditorNode | null): boolean {
  return block?.type.name === 'paragraph' && block.attrs.tag === null;
}

function append(parent: Element, tag: string, attributes?: unknown): Element {
  const element = parent.ownerDocument.createElement(tag);
  setAttributes(element, attributes);
  parent.append(element);
  return element;
}
