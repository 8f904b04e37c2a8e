import { type RefObject, useEffect } from 'react';
import { useStable } from '../../../kit/hooks/use-stable.ts';
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
      const isMod = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented || !isMod || event.altKey) return;
      const isTyping = event.target instanceof HTMLInputElement && isTextField(event.target);
      const key = event.key.toLowerCase();
      if (isTyping || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      event.stopPropagation();
      undo({ kind: key === 'z' && !event.shiftKey ? 'undo' : 'redo' });
    }
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [root, undo]);
}

export function isTextField(input: HTMLInputElement): boolean {
  return input.type !== 'radio' && input.type !== 'checkbox';
}
