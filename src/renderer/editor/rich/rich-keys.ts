import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { RICH_ACTIONS, type RichAction, inTable } from './rich-actions.ts';
import type { Question, RichHost } from './host.ts';
import { chordsOf, isComposing } from '../../kit/keys/chord.ts';

/** Every key of the field: those of the actions, and those for which there is no button. */
export function keys(host: RichHost): Extension {
  return Extension.create({
    name: 'richKeys',
    priority: 1000,
    addKeyboardShortcuts() {
      const { editor } = this;
      return {
        Enter: () => openSelected(editor.view, host),
        ArrowDown: () => leaveCodeAtEnd(editor),
      };
    },
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            handleKeyDown: (_view, event) => actionOf(event)?.run(editor, host) ?? false,
            handleDoubleClickOn(view, _position, node, nodePosition) {
              if (questionAbout(node.type.name) === undefined) return false;
              const selection = NodeSelection.create(view.state.doc, nodePosition);
              view.dispatch(view.state.tr.setSelection(selection));
              return openSelected(view, host);
            },
            handleDOMEvents: {
              // True leaves the key to the browser and to the field's surroundings.
              keydown(_view, event) {
                if (isComposing(event)) return false;
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return true;
                if (event.key === 'Escape') {
                  if (leaveTable(editor)) event.preventDefault();
                  return true;
                }
                if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) {
                  return false;
                }
                if (inTable(editor) && moveInTable(editor, event.shiftKey)) event.preventDefault();
                return true;
              },
            },
          },
        }),
      ];
    },
  });
}

/** The action of the likeliest chord that has one. */
function actionOf(event: KeyboardEvent): RichAction | undefined {
  const actions: readonly RichAction[] = Object.values(RICH_ACTIONS);
  return chordsOf(event)
    .map((chord) => actions.find(({ keys = [] }) => keys.includes(chord)))
    .find((action) => action !== undefined);
}

function questionAbout(name: string): Question | undefined {
  if (name === 'maths') return 'maths';
  return name === 'image' ? 'picture' : undefined;
}

/** Enter on a formula or a picture opens it. */
function openSelected(view: EditorView, host: RichHost): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection)) return false;
  const question = questionAbout(selection.node.type.name);
  if (question === undefined) return false;
  host.ask(question);
  return true;
}

/** To the next cell, with a new row after the last; back from the first is out of the field. */
function moveInTable(editor: Editor, isBack: boolean): boolean {
  if (isBack) return editor.commands.goToPreviousCell();
  return editor.commands.goToNextCell() || editor.chain().addRowAfter().goToNextCell().run();
}

/** Puts the cursor behind the table it is in, on a new line where there is none. */
function leaveTable(editor: Editor): boolean {
  if (!inTable(editor)) return false;
  return editor.commands.command(({ tr, state }) => {
    const { $from } = tr.selection;
    let depth = $from.depth;
    while (depth > 0 && $from.node(depth).type.name !== 'table') depth -= 1;
    if (depth === 0) return false;
    const after = $from.after(depth);
    const line = state.schema.nodes.paragraph?.create();
    if (!tr.doc.resolve(after).nodeAfter && line) tr.insert(after, line);
    tr.setSelection(Selection.near(tr.doc.resolve(after), 1)).scrollIntoView();
    return true;
  });
}

/** Down from the last line of code that ends the field leads to a line below it. */
function leaveCodeAtEnd(editor: Editor): boolean {
  const { selection, doc, schema } = editor.state;
  const { $head, empty } = selection;
  if (!empty || !$head.parent.type.spec.code || $head.pos !== $head.end()) return false;
  if (Selection.findFrom(doc.resolve($head.after()), 1)) return false;
  return editor.commands.command(({ tr }) => {
    const line = schema.nodes.paragraph?.create();
    if (!line) return false;
    tr.insert($head.after(), line);
    tr.setSelection(TextSelection.create(tr.doc, $head.after() + 1)).scrollIntoView();
    return true;
  });
}
