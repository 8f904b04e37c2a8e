import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { chordsOf } from '../../../kit/keys/chord.ts';
import { useAtHand } from '../../../actions/use-at-hand.ts';
import { usePreferences } from '../../../preferences.ts';

/**
 * Ctrl+D leads to the deck of the note, and Enter or Escape there back to where it was pressed;
 * `elsewhere` where that is gone.
 */
export function useDeckKey(elsewhere: () => void): {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Where Enter and Escape in the field lead, if they lead anywhere. */
  readonly onDone: (() => void) | undefined;
  readonly onLeave: () => void;
  /** Whether the key, heard anywhere in the form, was this one. */
  readonly hears: (event: KeyboardEvent) => boolean;
} {
  const { keymap } = usePreferences();
  const field = useRef<HTMLInputElement>(null);
  const [cameFrom, setCameFrom] = useState<Element | null>(null);

  function go(): void {
    setCameFrom(document.activeElement);
    field.current?.focus();
  }
  function back(): void {
    const isThere = cameFrom instanceof HTMLElement && cameFrom.isConnected;
    if (isThere && cameFrom !== document.body) cameFrom.focus();
    else elsewhere();
  }
  useAtHand({ moveToDeck: go });
  return {
    field,
    onDone: cameFrom ? back : undefined,
    onLeave: () => setCameFrom(null),
    hears(event) {
      const isOurs = chordsOf(event.nativeEvent)
        // In a text, a key that writes is no command.
        .filter((chord) => chord.startsWith('mod+') || chord.startsWith('alt+'))
        .some((chord) => keymap['move-to-deck'].includes(chord));
      if (!isOurs) return false;
      go();
      return true;
    },
  };
}
