import type { Mark, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

const CLOSING = '}}';

/**
 * Wraps what is selected in a deletion of the given number, spaces at its ends left outside, and puts
 * the cursor after it, so that what is typed next is not hidden too; with nothing selected, an empty
 * deletion around the cursor. In a formula inside, `}}` is spread to
 * `} }`, which TeX reads alike and a deletion does not end at. False where no text can stand.
 */
export function insertCloze(tr: Transaction, number: number): boolean {
  const { from, to } = trimmed(tr);
  if (!tr.doc.resolve(from).parent.inlineContent) return false;
  if (!tr.doc.resolve(to).parent.inlineContent) return false;
  spreadBraces(tr);
  const opening = `{{c${number}::`;
  const marksAfter = shared(tr.doc.resolve(to));
  const marksBefore = shared(tr.doc.resolve(from));
  const { schema } = tr.doc.type;
  tr.insert(to, schema.text(CLOSING, marksAfter));
  tr.insert(from, schema.text(opening, marksBefore));
  const start = from + opening.length;
  const end = to + opening.length;
  const after = end + CLOSING.length;
  const place = from === to ? start : after;
  tr.setSelection(TextSelection.create(tr.doc, place)).scrollIntoView();
  return true;
}

function trimmed(tr: Transaction): { from: number; to: number } {
  let { from, to } = tr.selection;
  const at = (position: number) => tr.doc.textBetween(position, position + 1, '\n', '\ufffc');
  while (from < to && /^\s*$/.test(at(from))) from += 1;
  while (to > from && /^\s*$/.test(at(to - 1))) to -= 1;
  return { from, to };
}

/** Formatting on both sides of a place: a marker inside bold text is bold, at its edge it is not. */
function shared(place: ResolvedPos): readonly Mark[] {
  const after = place.nodeAfter?.marks ?? [];
  return (place.nodeBefore?.marks ?? []).filter((mark) => mark.isInSet(after));
}

function spreadBraces(tr: Transaction): void {
  const { from, to } = tr.selection;
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name !== 'maths' || !node.attrs.tex.includes('}}')) return;
    tr.setNodeAttribute(position, 'tex', node.attrs.tex.replace(/\}(?=\})/g, '} '));
  });
}
