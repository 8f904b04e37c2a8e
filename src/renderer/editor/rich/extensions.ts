import type { Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { clozeDecorations } from './cloze/cloze-decorations.ts';
import type { RichHost } from './host.ts';
import { keys } from './rich-keys.ts';
import { copy } from './paste/copy.ts';
import { paste } from './paste/paste.ts';
import { atoms } from './schema/atoms.ts';
import {
  Blockquote,
  CodeBlock,
  Group,
  HardBreak,
  Heading,
  HorizontalRule,
  Paragraph,
} from './schema/blocks.ts';
import { BulletList, ListItem, OrderedList } from './schema/lists.ts';
import { marks } from './schema/marks.ts';
import { RichTable, RichTableCell, RichTableHeader, RichTableRow } from './schema/tables.ts';

/**
 * The field's schema and behaviour. Of the starter kit only what has no say in the HTML: its nodes
 * and marks drop the tags and attributes that a field must keep.
 */
export function richExtensions(host: RichHost): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      bold: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      hardBreak: false,
      heading: false,
      horizontalRule: false,
      italic: false,
      link: false,
      listItem: false,
      orderedList: false,
      paragraph: false,
      strike: false,
      trailingNode: false,
      underline: false,
    }),
    Paragraph,
    Group,
    Heading,
    Blockquote,
    CodeBlock,
    HorizontalRule,
    HardBreak,
    BulletList,
    OrderedList,
    ListItem,
    RichTable,
    RichTableRow,
    RichTableCell,
    RichTableHeader,
    ...atoms(host),
    ...marks,
    keys(host),
    paste(host),
    copy,
    clozeDecorations(host),
  ];
}
