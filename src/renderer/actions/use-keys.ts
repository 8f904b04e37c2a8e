import { useLayoutEffect, useRef } from 'react';
import { usePreferences } from '../preferences.ts';
import { type Action, actionOf, chordOf } from './keymap.ts';

/** What each action does on the screen at hand; an action left out leaves its key alone. */
export type Handlers = { readonly [A in Action]?: (() => void) | undefined };

/**
 * Listens for keys while the component is shown. Keys rest while a person types in a field, while a
 * dialog is open (its own keys work), and while a key is held down. Layout effects, so that no key
 * falls between the screen being painted and its being heard.
 */
export function useKeys(handlers: Handlers): void {
  const { keymap } = usePreferences();
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const chord = chordOf(event);
      const action = chord === undefined ? undefined : actionOf(chord, keymap);
      const handler = action && latest.current[action];
      if (!handler || pressesControl(event)) return;
      event.preventDefault();
      if (!event.repeat) handler();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keymap]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type);
  }
  return target.isContentEditable || target.matches('textarea, select');
}

/** Space and Enter on a focused control press it, as everywhere; the review's own buttons too. */
function pressesControl(event: KeyboardEvent): boolean {
  if (event.key !== ' ' && event.key !== 'Enter') return false;
  return event.target instanceof Element && event.target.closest('button, a, summary') !== null;
}
