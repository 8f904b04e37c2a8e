import type { JSONContent } from '@tiptap/core';
import { keptElement } from '../kept-whole.ts';
import { attributesOf, nameOf } from '../kinds.ts';

const SECTIONS = ['thead', 'tbody', 'tfoot'];
const MAX_SPAN = 100;

/** A table, or undefined for one without a cell. What is neither row nor cell is kept beside them. */
export function readTable(
  table: Element,
  readCell: (cell: Element) => JSONContent[],
): JSONContent | undefined {
  const rows: JSONContent[] = [];
  const beside: unknown[] = [];
  for (const child of table.children) {
    const section = nameOf(child);
    if (section === 'tr') rows.push(readRow(child, 'tbody', null, readCell));
    else if (!SECTIONS.includes(section)) beside.push(keptElement(child));
    else {
      const sectionAttributes = attributesOf(child);
      for (const row of child.children) {
        if (nameOf(row) === 'tr') rows.push(readRow(row, section, sectionAttributes, readCell));
      }
    }
  }
  if (!rows.some((row) => row.content && row.content.length > 0)) return undefined;
  return { type: 'table', attrs: { attributes: attributesOf(table), beside }, content: rows };
}

function readRow(
  row: Element,
  section: string,
  sectionAttributes: unknown,
  readCell: (cell: Element) => JSONContent[],
): JSONContent {
  const cells = [...row.children].filter((cell) => ['td', 'th'].includes(nameOf(cell)));
  return {
    type: 'tableRow',
    attrs: { section, sectionAttributes, attributes: attributesOf(row) },
    content: cells.map((cell) => ({
      type: nameOf(cell) === 'th' ? 'tableHeader' : 'tableCell',
      attrs: {
        attributes: attributesOf(cell, 'colspan', 'rowspan'),
        colspan: span(cell.getAttribute('colspan')),
        rowspan: span(cell.getAttribute('rowspan')),
      },
      content: readCell(cell),
    })),
  };
}

function span(text: string | null): number {
  const number = Number.parseInt(text ?? '', 10);
  return number >= 1 ? Math.min(number, MAX_SPAN) : 1;
}
