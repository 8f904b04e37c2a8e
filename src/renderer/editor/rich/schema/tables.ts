import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { KeptElement } from '../html/kept-whole.ts';
import { kept } from './attributes.ts';
import { shownAttributes } from './shown.ts';

/** `beside`: caption and columns, kept as they came. */
export const RichTable = Table.extend({
  addAttributes: () => ({ attributes: kept(), beside: kept([]) }),
  renderHTML({ node }) {
    const captions = (node.attrs.beside as readonly KeptElement[]).filter(
      ({ tag }) => tag === 'caption',
    );
    const caption = captions.map(textOf).join(' ');
    const shown = shownAttributes(node.attrs.attributes);
    if (caption === '') return ['table', shown, ['tbody', 0]];
    return ['table', shown, ['caption', { contenteditable: 'false' }, caption], ['tbody', 0]];
  },
  addNodeView: () => null,
  addKeyboardShortcuts: () => ({}),
});

export const RichTableRow = TableRow.extend({
  addAttributes: () => ({
    attributes: kept(),
    section: kept('tbody'),
    sectionAttributes: kept(),
  }),
  renderHTML: ({ node }) => ['tr', shownAttributes(node.attrs.attributes), 0],
});

const cellAttributes = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: kept(),
  attributes: kept(),
};

export const RichTableCell = TableCell.extend({
  addAttributes: () => cellAttributes,
  renderHTML: ({ node, HTMLAttributes }) => [
    'td',
    { ...shownAttributes(node.attrs.attributes), ...spans(HTMLAttributes) },
    0,
  ],
});

export const RichTableHeader = TableHeader.extend({
  addAttributes: () => cellAttributes,
  renderHTML: ({ node, HTMLAttributes }) => [
    'th',
    { ...shownAttributes(node.attrs.attributes), ...spans(HTMLAttributes) },
    0,
  ],
});

function spans({ colspan, rowspan }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...(Number(colspan) > 1 ? { colspan } : {}),
    ...(Number(rowspan) > 1 ? { rowspan } : {}),
  };
}

function textOf({ children }: KeptElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
