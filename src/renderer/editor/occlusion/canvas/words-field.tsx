import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Box } from '../../../../domain/occlusion/bounds.ts';
import { t } from '../../../../kernel/texts.ts';
import type { Size } from './use-view.ts';
import { isComposing } from '../../../kit/keys/chord.ts';

/** Pixels; the width as in canvas.css. */
const WIDTH = 240;
const GAP = 10;

/**
 * A field beside the mask for its words. Enter or leaving it keeps them, Escape does not.
 * `onDone` gets undefined where nothing is to change; `isByKey` asks for the focus back.
 */
export function WordsField(props: {
  readonly name: string;
  readonly beside: Box;
  readonly size: Size;
  readonly value: string;
  readonly onDone: (words: string | undefined, isByKey: boolean) => void;
}) {
  const { beside, size, onDone } = props;
  const [words, setWords] = useState(props.value);
  const isDone = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();

  // Once, when it opens. The browser scrolls it into view.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function done(result: string | undefined, isByKey: boolean): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(result?.trim(), isByKey);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    if (isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    done(event.key === 'Enter' ? words : undefined, true);
  }
  function onBlur(event: FocusEvent): void {
    if (!frame.current?.contains(event.relatedTarget)) done(words, false);
  }

  const foot = beside.top + beside.height;
  // Under the mask, or over it where there is more room, so that it can be seen.
  const isUnder = 1 - foot >= beside.top;
  return (
    <div
      ref={frame}
      className="occlusion-words"
      style={{
        left: Math.max(0, Math.min(beside.left * size.width, size.width - WIDTH)),
        ...(isUnder
          ? { top: foot * size.height + GAP }
          : { bottom: (1 - beside.top) * size.height + GAP }),
      }}
    >
      <label htmlFor={id} className="small">
        {props.name}
      </label>
      <span className="occlusion-words-row">
        <input
          ref={input}
          id={id}
          value={words}
          autoComplete="off"
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="button" onBlur={onBlur} onClick={() => done(words, true)}>{t`Done`}</button>
      </span>
    </div>
  );
}
