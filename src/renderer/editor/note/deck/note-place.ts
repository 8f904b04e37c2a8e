import { useState } from 'react';
import type { NoteType } from '../../../../domain/content/note-type.ts';
import { type NoteState, noteStateFrom, stickyKey } from '../note-state.ts';

const PLACE = 'rounds-add-place';
const STICKY = 'rounds-add-sticky';

/** Deck, type, tags and kept fields of the note added last, on this device. */
export function keptPlace(): NoteState | undefined {
  try {
    return noteStateFrom(JSON.parse(localStorage.getItem(PLACE) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** `next`: the note that follows, with nothing in it but what is kept. */
export function keepPlace(next: NoteState): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(next));
  } catch {
    // The note is added all the same; where it went is a convenience.
  }
}

/** Which fields keep their text: what the type says, as the person changed it on this device. */
export function useSticky(types: readonly NoteType[]): {
  readonly sticky: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
} {
  const [changed, setChanged] = useState(readChanged);
  const sticky = new Set<string>();
  for (const type of types) {
    for (const field of type.fields) {
      const key = stickyKey(type.id, field.id);
      if (changed[key] ?? field.isSticky === true) sticky.add(key);
    }
  }
  return {
    sticky,
    toggle: (key) => {
      const next = { ...changed, [key]: !sticky.has(key) };
      setChanged(next);
      try {
        localStorage.setItem(STICKY, JSON.stringify(next));
      } catch {
        // A full disk: it holds as long as the editor is open.
      }
    },
  };
}

function readChanged(): Readonly<Record<string, boolean>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STICKY) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, boolean>) : {};
  } catch {
    return {};
  }
}
