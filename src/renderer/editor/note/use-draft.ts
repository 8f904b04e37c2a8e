import { useEffect, useRef, useState } from 'react';
import { draftKept, dropDraft, keepDraft } from '../../../operations/drafts.ts';
import { useDeps } from '../../deps.tsx';
import { type NoteState, noteStateFrom } from './note-state.ts';

/** How long after a change what is written is put on disk, however fast one goes on writing. */
const WAIT_MILLIS = 250;

/**
 * The half-written note that was kept under `id`: undefined while it is read, null where there is
 * none. What `keep` is given survives a crash from a moment later on.
 */
export function useDraft(id: string): {
  readonly kept: NoteState | null | undefined;
  readonly keep: (state: NoteState) => void;
  readonly drop: () => void;
} {
  const deps = useDeps();
  const [kept, setKept] = useState<NoteState | null>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<NoteState>(undefined);
  useEffect(() => {
    void draftKept(deps, id).then((value) => setKept(noteStateFrom(value) ?? null));
  }, [deps, id]);
  // Leaving the screen must not lose the last words.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (waiting.current) void keepDraft(deps, id, waiting.current);
    },
    [deps, id],
  );
  return {
    kept,
    keep: (state) => {
      waiting.current = state;
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        if (waiting.current) void keepDraft(deps, id, waiting.current);
        waiting.current = undefined;
      }, WAIT_MILLIS);
    },
    drop: () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      waiting.current = undefined;
      void dropDraft(deps, id);
    },
  };
}
