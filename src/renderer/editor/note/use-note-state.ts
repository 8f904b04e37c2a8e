import { useRef, useState } from 'react';
import type { NoteState } from './note-state.ts';

/** What becomes of the note as it is by then: a picture is stored while one goes on writing. */
export type NoteChange = (now: NoteState) => NoteState;

/** A note being written. `now` is it at this moment, also where no screen has been drawn since. */
export function useNoteState(first: () => NoteState): {
  readonly state: NoteState;
  readonly now: () => NoteState;
  readonly set: (state: NoteState) => void;
} {
  const [state, setState] = useState(first);
  const latest = useRef(state);
  return {
    state,
    now: () => latest.current,
    set: (next) => {
      latest.current = next;
      setState(next);
    },
  };
}
