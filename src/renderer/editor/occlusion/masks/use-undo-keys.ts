import { type RefObject, useEffect } from 'react';
import { useStable } from '../../../kit/hooks/use-stable.ts';
import { chordsOf } from '../../../kit/keys/chord.ts';
import type { Command } from './commands.ts';

/**
 * Ctrl+Z and Ctrl+Shift+Z anywhere in the editor but in its text fields, which undo their own typing.
 * Heard on the editor itself, before the keys of the whole screen.
 */
export function useUndoKeys(
  root: RefObject<HTMLElement | null>,
  run: (command: Command) => boolean,
): void {
  const undo = useStable(run);
  useEffect(() => {
    const element = root.current;
    function onKeyDown(event: KeyboardEvent): void {
      const isTyping = event.target instanceof HTMLInputElement && isTextField(event.target);
      if (event.defaultPrevented || isTyping) return;
      const kind = chordsOf(event)
        .map((chord) => TURNS[chord])
        .find(Boolean);
      if (kind === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      undo({ kind });
    }
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [root, undo]);
}

const TURNS: Readonly<Record<string, 'undo' | 'redo'>> = {
  'mod+z': 'undo',
  'mod+shift+z': 'redo',
  'mod+y': 'redo',
};

export function isTextField(input: HTMLInputElement): boolean {
  return input.type !== 'radio' && input.type !== 'checkbox';
}
