import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { t } from '../../../kernel/texts.ts';
import { chordsOf } from '../../kit/keys/chord.ts';
import { RICH_ACTIONS, clozeNumber } from './rich-actions.ts';
import type { ClozeNumber, RichHost } from './host.ts';
import { htmlOfFile, showableOf } from './paste/pictures/pending-files.ts';

export interface SourceHandle {
  focus(): void;
  insertCloze(which: ClozeNumber): void;
  insertFiles(files: readonly File[]): void;
}

/** A field's HTML as text, byte for byte. */
export function SourceView(props: {
  readonly value: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isRightToLeft: boolean;
  readonly host: RichHost;
  readonly handle: Ref<SourceHandle>;
  readonly onChange: (html: string) => void;
}) {
  const { host } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  function insertCloze(which: ClozeNumber): void {
    if (!area.current) return;
    if (host.canCloze()) clozeInSource(area.current, clozeNumber(host, which));
    else host.say(t`Deletions work in cloze notes. Choose the type Cloze first.`);
  }
  /** Each file where the cursor is by the time that it is stored. */
  async function insertFiles(files: readonly File[]): Promise<void> {
    for (const file of showableOf(host, files)) {
      const name = await host.storeFile(file);
      if (name === undefined || !area.current) continue;
      const { selectionStart, selectionEnd } = area.current;
      area.current.setRangeText(htmlOfFile(name), selectionStart, selectionEnd, 'end');
      props.onChange(area.current.value);
    }
  }
  useImperativeHandle(props.handle, () => ({
    focus: () => area.current?.focus(),
    insertCloze,
    insertFiles: (files) => void insertFiles(files),
  }));

  function onKeyDown(event: KeyboardEvent): void {
    const chords = chordsOf(event.nativeEvent);
    const isKeyOf = (name: 'source' | 'cloze' | 'cloze-same') =>
      RICH_ACTIONS[name].keys?.some((key) => chords.includes(key));
    if (isKeyOf('source')) host.toggleSource();
    else if (isKeyOf('cloze')) insertCloze('next');
    else if (isKeyOf('cloze-same')) insertCloze('same');
    else return;
    event.preventDefault();
  }
  return (
    <textarea
      ref={area}
      className="rich-source"
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      dir={props.isRightToLeft ? 'rtl' : undefined}
      spellCheck={false}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function clozeInSource(area: HTMLTextAreaElement, number: number): void {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const opening = `{{c${number}::`;
  area.focus();
  // Of all ways to put text into a text area, this alone can be undone by key.
  document.execCommand('insertText', false, `${opening}${value.slice(from, to)}}}`);
  area.setSelectionRange(from + opening.length, to + opening.length);
}
