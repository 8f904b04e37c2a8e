import { InputRule, Node } from '@tiptap/core';
import { t } from '../../../../kernel/texts.ts';
import type { RichHost } from '../host.ts';
import type { KeptElement } from '../html/kept-whole.ts';
import type { Attributes } from '../html/kinds.ts';
import { type MathsSigns, mathsText, soundText } from '../html/tokens.ts';
import { kept } from './attributes.ts';
import { chipView, imageView, mathsView } from './views.ts';

const inline = { group: 'inline', inline: true, atom: true, selectable: true } as const;

/** What is shown as one thing within text: pictures, sounds, formulas, and elements kept whole. */
export function atoms(host: RichHost): readonly Node[] {
  return [
    Node.create({
      name: 'image',
      ...inline,
      draggable: true,
      addAttributes: () => ({ attributes: kept({}) }),
      renderHTML: () => ['span', { class: 'rich-chip' }],
      renderText: ({ node }) => (node.attrs.attributes as Attributes).alt ?? '',
      addNodeView:
        () =>
        ({ node }) =>
          imageView(node, host),
    }),
    Node.create({
      name: 'maths',
      ...inline,
      addAttributes: () => ({ tex: kept(''), signs: kept('inline') }),
      renderHTML: () => ['span', { class: 'rich-maths' }],
      renderText: ({ node }) => mathsText(node.attrs.tex, node.attrs.signs),
      addNodeView:
        () =>
        ({ node }) =>
          mathsView(node, host),
      addInputRules() {
        return [
          mathsRule(/\\\(([^\n\ufffc]+?)\\\)$/, 'inline', this.name),
          mathsRule(/\\\[([^\n\ufffc]+?)\\\]$/, 'display', this.name),
        ];
      },
    }),
    Node.create({
      name: 'sound',
      ...inline,
      draggable: true,
      addAttributes: () => ({ name: kept('') }),
      renderHTML: () => ['span', { class: 'rich-chip' }],
      renderText: ({ node }) => soundText(node.attrs.name),
      addNodeView:
        () =>
        ({ node }) => {
          const { name } = node.attrs as { name: string };
          const isVideo = /\.(mp4|webm|mkv|mov|avi|mpe?g|ogv|flv)$/i.test(name);
          return chipView(isVideo ? 'video' : 'sound', name);
        },
    }),
    Node.create({
      name: 'pendingFile',
      ...inline,
      addAttributes: () => ({ id: kept(0) }),
      renderHTML: () => ['span', { class: 'rich-chip' }],
      renderText: () => '',
      addNodeView: () => () => chipView('waiting', t`Saving the file…`),
    }),
    keptNode('keptInline', inline),
    keptNode('keptBlock', { group: 'block', atom: true, selectable: true }),
  ];
}

/** What is typed between the signs of a formula becomes one when it is closed. */
function mathsRule(find: RegExp, signs: MathsSigns, name: string): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const tex = match[1] ?? '';
      const node = state.schema.nodes[name]?.create({ tex, signs });
      if (node) state.tr.replaceRangeWith(range.from, range.to, node);
    },
  });
}

function keptNode(name: string, spec: Readonly<Record<string, unknown>>): Node {
  return Node.create({
    name,
    ...spec,
    addAttributes: () => ({ element: kept() }),
    renderHTML: () => ['span', { class: 'rich-chip' }],
    addNodeView:
      () =>
      ({ node }) => {
        const { tag } = node.attrs.element as KeptElement;
        return chipView('html', `<${tag}>`);
      },
  });
}
