import { useState } from 'react';
import { render } from 'vitest-browser-react';
import type { RichEditor } from '../../../../src/renderer/editor/rich/host.ts';
import {
  RichField,
  type RichFieldHandle,
  type RichFieldProps,
} from '../../../../src/renderer/editor/rich/rich-field.tsx';
import { RichToolbar } from '../../../../src/renderer/editor/rich/toolbar/rich-toolbar.tsx';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';

type Options = Partial<Omit<RichFieldProps, 'onChange' | 'ref'>>;

/** A field as a form holds it: what it gives is what it is shown next. */
export async function showField(value: string, options: Options = {}) {
  const changes: string[] = [];
  const handle: { current: RichFieldHandle | null } = { current: null };
  const outside: { set: (html: string) => void; active: RichEditor | undefined } = {
    set: () => {},
    active: undefined,
  };
  function Form() {
    const [html, setHtml] = useState(value);
    const [active, setActive] = useState<RichEditor>();
    outside.set = setHtml;
    outside.active = active;
    return (
      <>
        <RichToolbar editor={active} />
        <RichField
          label="Front"
          clozeEnabled
          mediaUrl={async () => undefined}
          onPasteFile={async () => undefined}
          nextClozeNumber={() => nextNumber(html)}
          onActive={setActive}
          {...options}
          value={html}
          onChange={(next) => {
            changes.push(next);
            setHtml(next);
          }}
          ref={handle}
        />
        <button type="button">After</button>
      </>
    );
  }
  const screen = await render(<Form />);
  const text = screen.container.querySelector<HTMLElement>('.rich-text');
  if (!text) throw new Error('no field');
  return {
    screen,
    text,
    changes,
    handle: () => handle.current as RichFieldHandle,
    rich: () => outside.active as RichEditor,
    set: (html: string) => outside.set(html),
    /** What the form holds now. */
    html: () => changes.at(-1) ?? value,
    tiptap: () => (text as HTMLElement & { editor: RichEditor['tiptap'] }).editor,
  };
}

/** Selects from one place to another, counted as the editor does: 1 is before the first letter. */
export function select(field: { tiptap: () => RichEditor['tiptap'] }, from: number, to = from) {
  field.tiptap().commands.setTextSelection({ from, to });
}

function nextNumber(html: string): number {
  return Math.max(0, ...[...html.matchAll(/\{\{c(\d+)/g)].map(([, number]) => Number(number))) + 1;
}

/** Pastes as a browser does: an event with data, and whatever the page makes of it. */
export function paste(
  target: HTMLElement,
  forms: Readonly<Record<string, string>>,
  files: readonly File[] = [],
): void {
  const data = new DataTransfer();
  for (const [type, text] of Object.entries(forms)) data.setData(type, text);
  for (const file of files) data.items.add(file);
  target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
}
