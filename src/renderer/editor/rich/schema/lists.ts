import { Node, wrappingInputRule } from '@tiptap/core';
import { kept } from './attributes.ts';
import { shownAttributes } from './shown.ts';

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ attributes: kept() }),
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ node }) => ['ul', shownAttributes(node.attrs.attributes), 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-+*]\s$/, type: this.type })];
  },
});

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ attributes: kept(), start: kept(1), type: kept() }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ node }) => {
    const { start, type } = node.attrs;
    const shown = shownAttributes(node.attrs.attributes);
    if (start !== 1) shown.start = String(start);
    if (/^[1aAiI]$/.test(type ?? '')) shown.type = type;
    return ['ol', shown, 0];
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,3})\.\s$/,
        type: this.type,
        getAttributes: ([, number]) => ({ start: Number(number) }),
        joinPredicate: ([, number], before) =>
          before.childCount + before.attrs.start === Number(number),
      }),
    ];
  },
});

export const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ attributes: kept() }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ node }) => ['li', shownAttributes(node.attrs.attributes), 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    };
  },
});
