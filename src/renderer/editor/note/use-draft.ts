import { useCallback, useEffect, useRef, useState } from 'react';
import { useEngine } from '../../engine.tsx';

/** How long after a change what is written is put on disk, however fast one goes on writing. */
const WAIT_MILLIS = 250;

/** Something half written, and the way to keep it. */
export interface Draft<State> {
  /** As it was kept: undefined while that is read, null where there is nothing. */
  readonly kept: State | null | undefined;
  /** What is given survives a crash from a moment later on. */
  readonly keep: (state: State) => void;
  readonly drop: () => void;
}

/** What is half written under `id`. `from` (always the same) reads what was kept, as far as it can. */
export function useDraft<State>(
  id: string,
  from: (value: unknown) => State | undefined,
): Draft<State> {
  const engine = useEngine();
  const [kept, setKept] = useState<State | null>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<State>(undefined);
  useEffect(() => {
    let isGone = false;
    void engine.ask('draftKept', { id }).then((found) => {
      if (!isGone) setKept((found.ok ? from(found.value) : undefined) ?? null);
    });
    return () => {
      isGone = true;
    };
  }, [engine, id, from]);
  const keepWaiting = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (waiting.current) void engine.run('keepDraft', id, waiting.current);
    waiting.current = undefined;
  }, [engine, id]);
  // Neither leaving the screen nor another window's turn must lose the last words.
  useEffect(() => {
    const stop = engine.onGiving(keepWaiting);
    return () => {
      stop();
      keepWaiting();
    };
  }, [engine, keepWaiting]);
  return {
    kept,
    keep: (state) => {
      waiting.current = state;
      // What is kept only once this window may write would take the place of the other one's text.
      if (engine.readOnlyBecause()) keepWaiting();
      else timer.current ??= setTimeout(keepWaiting, WAIT_MILLIS);
    },
    drop: () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      waiting.current = undefined;
      void engine.run('dropDraft', id);
    },
  };
}
