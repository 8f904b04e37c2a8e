import type { Editor } from '@tiptap/core';
import { type ColourChoice, rememberColour } from './colours.ts';

/** Colours what is selected, or what is typed next. What the choice does not name stays. */
export function setColour(editor: Editor, choice: ColourChoice): boolean {
  if (Object.values(choice).some((value) => value !== null)) rememberColour(choice);
  return editor.commands.command(({ tr, state }) => {
    const type = state.schema.marks.colour;
    if (!type) return false;
    const { selection } = tr;
    if (selection.empty) {
      const marks = state.storedMarks ?? selection.$from.marks();
      const attrs = merged(type.isInSet(marks)?.attrs, choice);
      tr.setStoredMarks(attrs ? type.create(attrs).addToSet(marks) : type.removeFromSet(marks));
      return true;
    }
    for (const { $from, $to } of selection.ranges) {
      state.doc.nodesBetween($from.pos, $to.pos, (node, position) => {
        if (!node.isInline) return;
        const from = Math.max($from.pos, position);
        const to = Math.min($to.pos, position + node.nodeSize);
        const attrs = merged(type.isInSet(node.marks)?.attrs, choice);
        tr.removeMark(from, to, type);
        if (attrs) tr.addMark(from, to, type.create(attrs));
      });
    }
    return true;
  });
}

function merged(before: Readonly<Record<string, unknown>> | undefined, choice: ColourChoice) {
  const attrs = { text: null, back: null, ...before, ...choice };
  return attrs.text === null && attrs.back === null ? undefined : attrs;
}
