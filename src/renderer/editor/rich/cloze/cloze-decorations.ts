import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { RichHost } from '../host.ts';
import { outOfSign, stepOverSign } from './cloze-caret.ts';
import { type ClozeMark, clozeMarks } from './cloze-marks.ts';

interface Shown {
  readonly marks: readonly ClozeMark[];
  /** The deletions that the selection stands in, by where they begin; as text, to be compared. */
  readonly open: string;
  readonly decorations: DecorationSet;
}
const key = new PluginKey<Shown>('clozeDecorations');

/** A transaction that draws deletions anew, for when the field begins or ceases to have any. */
export function redrawCloze(tr: Transaction): Transaction {
  return tr.setMeta(key, true);
}

/**
 * Shows deletions: the number as a badge and what is hidden on a light ground, and the signs only of
 * the one in which the cursor stands, which steps over them as a whole. The text stays the literal
 * `{{c1::…}}` that it is in the field.
 */
export function clozeDecorations(host: RichHost): Extension {
  const draw = (state: EditorState, marks: readonly ClozeMark[]): Shown => {
    const open = openIn(state, marks);
    return { marks, open: [...open].join(), decorations: decorations(state, marks, open) };
  };
  const marksOf = ({ doc }: EditorState) => (host.canCloze() ? clozeMarks(doc) : []);
  return Extension.create({
    name: 'clozeDecorations',
    addProseMirrorPlugins: () => [
      new Plugin<Shown>({
        key,
        state: {
          init: (_config, state) => draw(state, marksOf(state)),
          apply(tr, shown, _before, state) {
            if (tr.docChanged || tr.getMeta(key)) return draw(state, marksOf(state));
            const isSame = [...openIn(state, shown.marks)].join() === shown.open;
            return isSame ? shown : draw(state, shown.marks);
          },
        },
        appendTransaction(trs, before, state) {
          const isMove = trs.some((tr) => tr.selectionSet) && !trs.some((tr) => tr.docChanged);
          if (!isMove) return undefined;
          return outOfSign(state, before.selection.from, key.getState(state)?.marks ?? []);
        },
        props: {
          decorations: (state) => key.getState(state)?.decorations,
          handleKeyDown: (view, event) =>
            stepOverSign(view, event, key.getState(view.state)?.marks ?? []),
        },
      }),
    ],
  });
}

/** Where the deletions begin that the selection is within; all around it, where they are nested. */
function openIn({ selection }: EditorState, marks: readonly ClozeMark[]): Set<number> {
  const ends = new Map(marks.flatMap(({ kind, of, to }) => (kind === 'close' ? [[of, to]] : [])));
  const open = [...ends].filter(([of, to]) => of <= selection.from && selection.to <= to);
  return new Set(open.map(([of]) => of));
}

function decorations(
  { doc }: EditorState,
  marks: readonly ClozeMark[],
  open: ReadonlySet<number>,
): DecorationSet {
  const all = marks.flatMap(({ kind, from, to, of }) => {
    const away = open.has(of) ? '' : ' cloze-sign-away';
    const sign = `cloze-sign${away}`;
    if (kind === 'close') return [Decoration.inline(from, to, { class: `cloze-close${away}` })];
    if (kind !== 'open') return [Decoration.inline(from, to, { class: `cloze-${kind}` })];
    return [
      Decoration.inline(from, from + 2, { class: sign }),
      Decoration.inline(from + 2, to - 2, { class: 'cloze-number' }),
      Decoration.inline(to - 2, to, { class: sign }),
    ];
  });
  return DecorationSet.create(doc, all);
}
