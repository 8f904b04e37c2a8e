import {
  mergeAttributes,
  Node,
  nodeInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core';
import { kept } from './attributes.ts';
import { shownAttributes } from './shown.ts';

/**
 * A line. Without a tag it is bare text, followed by a `<br>` where another comes; with one it is
 * that element. `br`: the line ended with a `<br>` where none was needed.
 */
export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ tag: kept(), attributes: kept(), br: kept(false, false) }),
  parseHTML: () => [{ tag: 'p' }, { tag: 'div' }],
  renderHTML: ({ node }) => ['p', shownAttributes(node.attrs.attributes), 0],
});

/** An element around whole blocks, of any name that is no list, table or quotation. */
export const Group = Node.create({
  name: 'group',
  group: 'block',
  content: 'block+',
  addAttributes: () => ({ tag: kept('div'), attributes: kept() }),
  parseHTML: () => [{ tag: 'section' }],
  renderHTML: ({ node }) => [
    'div',
    mergeAttributes({ class: 'rich-group' }, shownAttributes(node.attrs.attributes)),
    0,
  ],
});

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: kept(2, false), attributes: kept(null, false) }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, shownAttributes(node.attrs.attributes), 0],
  addInputRules() {
    return [1, 2, 3, 4, 5, 6].map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${level}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});

export const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ attributes: kept() }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ node }) => ['blockquote', shownAttributes(node.attrs.attributes), 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^>\s$/, type: this.type })];
  },
});

/** `<pre>`. `code`: the attributes of a `<code>` directly inside, null where there is none. */
export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'inline*',
  code: true,
  defining: true,
  whitespace: 'pre',
  addAttributes: () => ({ attributes: kept(), code: kept({}) }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', 0],
  addInputRules() {
    return [textblockTypeInputRule({ find: /^```\s$/, type: this.type })];
  },
});

export const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  addAttributes: () => ({ attributes: kept() }),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|—-)$/, type: this.type })];
  },
});

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return {
      'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }),
    };
  },
});
