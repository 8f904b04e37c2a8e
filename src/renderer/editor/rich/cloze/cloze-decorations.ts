import { Extension } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { RichHost } from '../host.ts';
import { clozeMarks } from './cloze-marks.ts';

const key = new PluginKey<DecorationSet>('clozeDecorations');

/** A transaction that draws deletions anew, for when the field begins or ceases to have any. */
export function redrawCloze(tr: Transaction): Transaction {
  return tr.setMeta(key, true);
}

/**
 * Shows deletions: the signs in grey, the number as a badge, what is hidden on a light ground. The
 * text stays the literal `{{c1::…}}` that it is in the field.
 */
export function clozeDecorations(host: RichHost): Extension {
  const draw = (doc: EditorNode): DecorationSet =>
    host.canCloze() ? DecorationSet.create(doc, decorations(doc)) : DecorationSet.empty;
  return Extension.create({
    name: 'clozeDecorations',
    addProseMirrorPlugins: () => [
      new Plugin({
        key,
        state: {
          init: (_config, state) => draw(state.doc),
          apply: (tr, shown) => (tr.docChanged || tr.getMeta(key) ? draw(tr.doc) : shown),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });
}

function decorations(doc: EditorNode): Decoration[] {
  return clozeMarks(doc).flatMap(({ kind, from, to }) => {
    if (kind !== 'open') return [Decoration.inline(from, to, { class: `cloze-${kind}` })];
    return [
      Decoration.inline(from, from + 2, { class: 'cloze-sign' }),
      Decoration.inline(from + 2, to - 2, { class: 'cloze-number' }),
      Decoration.inline(to - 2, to, { class: 'cloze-sign' }),
    ];
  });
}
