import { Editor } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { EditorState, Selection } from '@tiptap/pm/state';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { shortenedOf } from '../../card/safe/sanitise.ts';
import { richExtensions } from './extensions.ts';
import type { RichHost } from './host.ts';
import { lostIn } from './html/loss.ts';
import { readDocument } from './html/read/read.ts';
import { safeFragment } from './html/safe-fragment.ts';
import { writeHtml } from './html/write/write.ts';

export interface RichEditorOptions {
  readonly value: string;
  /** False while the HTML is edited as text: the value is read when this view is back. */
  readonly isShown: boolean;
  readonly onChange: (html: string) => void;
  /** The value cannot be shown as rich text without losing some of it: it nests or holds too much. */
  readonly onBeyond: () => void;
  readonly host: RichHost;
  readonly attributes: FieldAttributes;
}

/** What the editable element says about itself. */
export interface FieldAttributes {
  readonly labelId: string;
  readonly notesId: string;
  readonly hint: string | undefined;
  readonly isRightToLeft: boolean;
}

/**
 * An editor on `value`. `onChange` is called when a person changed something, never by showing a
 * field. As long as nothing is changed, or everything is changed back, the HTML is `value` byte for
 * byte. A `value` that is not what `onChange` gave last is shown instead, without a history.
 * `lost`: what of the value's HTML an edit would drop.
 */
export function useRichEditor(options: RichEditorOptions): {
  readonly editor: Editor;
  readonly lost: readonly string[];
  readonly isBeyond: boolean;
} {
  const { value, isShown } = options;
  const latest = useRef(options);
  const [editor] = useState(() => createEditor(options.host, latest));
  const [lost, setLost] = useState<readonly string[]>([]);
  const [isBeyond, setBeyond] = useState(false);
  const shown = useRef<Shown>(undefined);
  useLayoutEffect(() => {
    latest.current = options;
  });

  useLayoutEffect(() => {
    if (!isShown || (shown.current && isKnown(shown.current, value))) return;
    const fragment = safeFragment(value);
    const cannot = shortenedOf(fragment) !== undefined;
    setBeyond(cannot);
    if (cannot) {
      latest.current.onBeyond();
      return;
    }
    const doc = editor.schema.nodeFromJSON(readDocument(fragment));
    showDocument(editor, doc);
    shown.current = { html: value, original: value, doc, sent: [] };
    setLost(lostIn(value, writeHtml(doc.content)));
  }, [editor, value, isShown]);

  useEffect(() => {
    const onUpdate = (): void => {
      const now = shown.current;
      if (!now) return;
      const { doc } = editor.state;
      const html = doc.eq(now.doc) ? now.original : writeHtml(doc.content);
      if (html === now.html) return;
      now.html = html;
      now.sent.push(html);
      latest.current.onChange(html);
    };
    editor.on('update', onUpdate);
    return () => {
      editor.off('update', onUpdate);
    };
  }, [editor]);

  return { editor, lost, isBeyond };
}

interface Shown {
  /** What the parent knows. */
  html: string;
  readonly original: string;
  readonly doc: EditorNode;
  /** What was given by onChange and has not come back as the value. */
  readonly sent: string[];
}

/** Whether a value is what the editor itself gave, now or, where the parent is slow, a little ago. */
function isKnown(shown: Shown, value: string): boolean {
  const echo = shown.sent.indexOf(value);
  shown.sent.splice(0, echo + 1);
  return echo >= 0 || shown.html === value;
}

function createEditor(host: RichHost, latest: RefObject<RichEditorOptions>): Editor {
  return new Editor({
    element: null,
    extensions: richExtensions(host),
    // The page's policy allows style sheets of its own only; rich.css has what is needed.
    injectCSS: false,
    enablePasteRules: false,
    enableCoreExtensions: { drop: false, paste: false, delete: false, textDirection: false },
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    editorProps: { attributes: ({ doc }) => attributesOf(latest.current.attributes, doc) },
  });
}

function attributesOf(
  { labelId, notesId, hint, isRightToLeft }: FieldAttributes,
  doc: EditorNode,
): Record<string, string> {
  const [first] = doc.children;
  const isEmpty = doc.childCount === 1 && first?.isTextblock === true && first.content.size === 0;
  return {
    class: 'rich-text',
    'aria-multiline': 'true',
    'aria-labelledby': labelId,
    'aria-describedby': notesId,
    ...(isRightToLeft ? { dir: 'rtl' } : {}),
    ...(isEmpty && hint ? { 'data-hint': hint, 'aria-placeholder': hint } : {}),
  };
}

/** Another document, the cursor at its end, nothing to undo. */
function showDocument(editor: Editor, doc: EditorNode): void {
  const { plugins } = editor.state;
  const state = EditorState.create({ doc, plugins, selection: Selection.atEnd(doc) });
  editor.view.updateState(state);
}
