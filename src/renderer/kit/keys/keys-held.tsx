import { useLayoutEffect } from 'react';
import { isTyping } from './is-typing.ts';

/** What is waited for; there is one keyboard and one window. */
const waits = new Set<object>();
let typed = '';

/** The focus comes a moment after what has it is drawn: so often it is looked for. */
const MOST_LOOKS = 5;
const LOOK_MILLIS = 20;
/** They move the focus, press what has it, or take back what was typed. */
const DOING = /^(?:Enter|Tab|Backspace|Arrow\w+)$/;

/**
 * Keeps keys from what is on screen, because what was asked for is on its way and they are meant for
 * that; what is typed goes into the field that has the focus then (KEYS-11). Returns how to end it.
 */
export function holdKeys(): () => void {
  const wait = {};
  if (waits.size === 0) window.addEventListener('keydown', keep, true);
  waits.add(wait);
  return () => {
    if (waits.delete(wait)) setTimeout(() => handOn(MOST_LOOKS), 0);
  };
}

/** Stands in the place of what is on its way. */
export function KeysHeld(): null {
  useLayoutEffect(holdKeys, []);
  return null;
}

function keep(event: KeyboardEvent): void {
  // Where a person goes on writing where they did, it is meant for there.
  if (isTyping(event.target)) {
    if (waits.size === 0) handOn(0);
    return;
  }
  // A dialog that waits for its rows has a way out; keys of the screen rest behind it.
  const isOpen = document.querySelector('dialog[open]') !== null;
  const isSign = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === 'Escape') {
    waits.clear();
    end();
  }
  if (isOpen && !isSign && event.key !== 'Backspace') return;
  event.stopImmediatePropagation();
  if (isSign || DOING.test(event.key)) event.preventDefault();
  // A key that is held down is the one that asked.
  if (isSign && !event.repeat) typed += event.key;
  if (event.key === 'Backspace') typed = typed.slice(0, -1);
}

function handOn(looks: number): void {
  if (waits.size > 0) return;
  const isWanted = typed.trim() !== '';
  const isThere = isTyping(document.activeElement);
  if (isWanted && !isThere && looks > 0) {
    setTimeout(() => handOn(looks - 1), LOOK_MILLIS);
    return;
  }
  const text = typed;
  end();
  // As if it was typed there: a field and an editor hear of it, and undo takes it back.
  if (isWanted && isThere) document.execCommand('insertText', false, text);
}

function end(): void {
  typed = '';
  window.removeEventListener('keydown', keep, true);
}
