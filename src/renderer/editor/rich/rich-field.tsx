import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { cloze, inTable } from './rich-actions.ts';
import { redrawCloze } from './cloze/cloze-decorations.ts';
import { FieldNotes, NotCopied } from './field-notes.tsx';
import { FieldFormulas, type UndrawnFormula } from './maths/field-formulas.ts';
import type { ClozeNumber, Question, RichEditor } from './host.ts';
import { insertFiles } from './paste/paste.ts';
import { QuestionDialog } from './dialogs/question-dialog.tsx';
import { type SourceHandle, SourceView } from './source-view.tsx';
import { useEditorValue } from './use-editor-value.ts';
import { useHost } from './use-host.ts';
import { useRichEditor } from './use-rich-editor.ts';
import './rich.css';

export interface RichFieldHandle {
  focus(): void;
  insertCloze(which: ClozeNumber): void;
  toggleSource(): void;
  insertFiles(files: readonly File[]): void;
}

export interface RichFieldProps {
  /** Anki-compatible HTML, hostile until sanitised. */
  readonly value: string;
  readonly label: string;
  /** Shown in the empty field. */
  readonly hint?: string | undefined;
  readonly isRightToLeft?: boolean;
  /** Begins as HTML source, for fields that are kept as plain text. */
  readonly isSourceFirst?: boolean;
  readonly autoFocus?: boolean;
  readonly clozeEnabled: boolean;
  /** Called when a person changed something; never by showing a value. */
  readonly onChange: (html: string) => void;
  /** Keys that the field itself has no use for. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** The field has the focus, or something about it changed since: for the toolbar. */
  readonly onActive?: (editor: RichEditor) => void;
  /** A blob: or data: address of a media file. */
  readonly mediaUrl: (name: string) => Promise<string | undefined>;
  /** Stores a file and gives its name; undefined where it was refused, which the callee says. */
  readonly onPasteFile: (file: File) => Promise<string | undefined>;
  readonly nextClozeNumber: () => number;
  readonly ref?: Ref<RichFieldHandle> | undefined;
}

/** One field of a note as rich text in place, or as its HTML source. */
export function RichField(props: RichFieldProps) {
  const { value, hint, isRightToLeft = false, clozeEnabled, onActive } = props;
  const id = useId();
  const labelId = `${id}-label`;
  const notesId = `${id}-notes`;
  const [isSource, setSource] = useState(props.isSourceFirst ?? false);
  const [question, setQuestion] = useState<Question>();
  const [isActive, setActive] = useState(false);
  const [notCopied, setNotCopied] = useState<readonly string[]>([]);
  const [undrawn, setUndrawn] = useState<readonly UndrawnFormula[]>([]);
  const [formulas] = useState(() => new FieldFormulas(setUndrawn));
  const source = useRef<SourceHandle>(null);
  const place = useRef<HTMLDivElement>(null);
  const host = useHost({
    ...props,
    ask: setQuestion,
    notCopied: setNotCopied,
    formulas,
    toggleSource: () => setSource((was) => !was),
  });
  const { editor, lost, isBeyond } = useRichEditor({
    value,
    isShown: !isSource,
    onChange: props.onChange,
    onBeyond: () => setSource(true),
    host,
    attributes: { labelId, notesId, hint, isRightToLeft },
  });
  const isInTable = useEditorValue(editor, inTable, false);

  const rich = useMemo<RichEditor>(
    () => ({
      tiptap: editor,
      host,
      isSource,
      canCloze: clozeEnabled,
      focus: () => (isSource ? source.current?.focus() : editor.view.focus()),
      insertCloze: (which) => {
        if (isSource) source.current?.insertCloze(which);
        else cloze(editor, host, which);
      },
      toggleSource: host.toggleSource,
      insertFiles: (files) => {
        if (isSource) source.current?.insertFiles(files);
        else insertFiles(editor.view, host, files);
      },
    }),
    [editor, host, isSource, clozeEnabled],
  );
  useImperativeHandle(props.ref, () => rich, [rich]);

  useLayoutEffect(() => {
    if (place.current) editor.mount(place.current);
    return () => editor.unmount();
  }, [editor]);
  useEffect(() => {
    if (clozeEnabled === host.canCloze()) editor.view.dispatch(redrawCloze(editor.state.tr));
  }, [editor, host, clozeEnabled]);
  useFocusOf(rich, props.autoFocus ?? false, question !== undefined);
  useLayoutEffect(() => {
    if (isActive) onActive?.(rich);
  }, [isActive, rich, onActive]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    props.onKeyDown?.(event);
    // No browser has a use of its own for it here, but for a line end that nobody asked for.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what its parts leave unheard
    <div
      className="rich-field"
      onFocus={() => setActive(true)}
      onBlur={() => setActive(false)}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a label's click, which the field's own element cannot have */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by key, the field itself has the focus */}
      <span id={labelId} className="rich-label" onClick={() => rich.focus()}>
        {props.label}
      </span>
      <div ref={place} hidden={isSource} />
      {isSource && (
        <SourceView
          value={value}
          labelledBy={labelId}
          describedBy={notesId}
          isRightToLeft={isRightToLeft}
          host={host}
          handle={source}
          onChange={props.onChange}
        />
      )}
      <FieldNotes
        id={notesId}
        isSource={isSource}
        isBeyond={isBeyond}
        isInTable={isInTable && isActive}
        lost={lost}
        undrawn={undrawn}
        onToggleSource={host.toggleSource}
      />
      {notCopied.length > 0 && <NotCopied pictures={notCopied} onClose={() => setNotCopied([])} />}
      {question && (
        <QuestionDialog
          question={question}
          editor={editor}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </div>
  );
}

/**
 * Focuses the field at first if asked to, again when it turns to its source and back, and when a
 * dialog of its own has closed: a dialog gives the focus back, but not the place in the text.
 */
function useFocusOf(rich: RichEditor, isWantedFirst: boolean, isAsking: boolean): void {
  const before = useRef({ isSource: isWantedFirst ? undefined : rich.isSource, isAsking });
  useLayoutEffect(() => {
    const { isSource } = rich;
    const isAnswered = before.current.isAsking && !isAsking;
    if (before.current.isSource !== isSource || isAnswered) rich.focus();
    before.current = { isSource, isAsking };
  }, [rich, isAsking]);
}
