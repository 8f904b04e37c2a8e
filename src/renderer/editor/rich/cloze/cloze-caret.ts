import { isComposing } from '../../../kit/keys/chord.ts';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { ClozeMark } from './cloze-marks.ts';

const KEYS: Readonly<Record<string, 'step' | 'unwrap'>> = {
  ArrowLeft: 'step',
  ArrowRight: 'step',
  Backspace: 'unwrap',
  Delete: 'unwrap',
};

/**
 * The signs of a deletion are one thing to the cursor: an arrow goes over all of them, and what would
 * delete one of their letters takes the deletion's signs away and leaves its words. Whether the key
 * was one for that.
 */
export function stepOverSign(
  view: EditorView,
  event: KeyboardEvent,
  marks: readonly ClozeMark[],
): boolean {
  const does = KEYS[event.key];
  const isWithModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  if (!does || isWithModifier || isComposing(event)) return false;
  const at = placeOf(view);
  if (at === undefined) return false;
  const isBack = event.key === 'ArrowLeft' || event.key === 'Backspace';
  const sign = marks.find(
    ({ kind, from, to }) =>
      (kind === 'open' || kind === 'close') &&
      (isBack ? from < at && at <= to : from <= at && at < to),
  );
  if (!sign) return false;
  const { tr } = view.state;
  if (does === 'step') {
    tr.setSelection(TextSelection.create(tr.doc, isBack ? sign.from : sign.to));
  } else {
    const own = marks.filter(({ kind, of }) => of === sign.of && kind !== 'text');
    for (const { from, to } of [...own].reverse()) tr.delete(from, to);
  }
  view.dispatch(tr.scrollIntoView());
  return true;
}

/**
 * Where the cursor is; undefined for a selection. As the page has it: of a key just before, such as
 * Home, the editor hears a moment later.
 */
function placeOf(view: EditorView): number | undefined {
  const { selection } = view.state;
  const shown = document.getSelection();
  const node = shown?.anchorNode;
  if (!shown || !node || !view.dom.contains(node))
    return selection.empty ? selection.from : undefined;
  return shown.isCollapsed ? view.posAtDOM(node, shown.anchorOffset) : undefined;
}

/**
 * Out of a sign, however the cursor came between its letters: on in the way it went. `before`: the
 * place it came from.
 */
export function outOfSign(
  { selection, tr }: EditorState,
  before: number,
  marks: readonly ClozeMark[],
): Transaction | undefined {
  const at = selection.from;
  if (!selection.empty) return undefined;
  const sign = marks.find(
    ({ kind, from, to }) => (kind === 'open' || kind === 'close') && from < at && at < to,
  );
  if (!sign) return undefined;
  return tr.setSelection(TextSelection.create(tr.doc, before >= sign.to ? sign.from : sign.to));
}
