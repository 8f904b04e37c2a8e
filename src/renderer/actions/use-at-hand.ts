import { useLayoutEffect, useRef } from 'react';
import { chordsOf } from '../kit/keys/chord.ts';
import { isTyping } from '../kit/keys/is-typing.ts';
import { preferences } from '../preferences.ts';
import type { AtHand } from './action.ts';
import { actionOfChords } from './keymap.ts';
import { type ActionId, actionOf } from './registry.ts';

/** What one screen, or a part of one, says it can do. */
interface Part {
  readonly current: AtHand;
  readonly isBehind: boolean;
}

/** There is one keyboard and one window, so there is one list. */
const parts: Part[] = [];

/**
 * Says what can be done here while the component is shown, by keys and by everything else that does
 * actions. What is `'behind'` holds wherever no screen in front says otherwise.
 */
export function useAtHand(at: AtHand, where: 'in front' | 'behind' = 'in front'): void {
  const latest = useRef(at);
  // Layout effects, so that no key falls between the screen being painted and its being heard.
  useLayoutEffect(() => {
    latest.current = at;
  });
  useLayoutEffect(() => {
    const part: Part = {
      get current() {
        return latest.current;
      },
      isBehind: where === 'behind',
    };
    if (parts.push(part) === 1) document.addEventListener('keydown', onKeyDown);
    return () => {
      parts.splice(parts.indexOf(part), 1);
      if (parts.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, [where]);
}

/** What can be done just now. Of two that say the same, the one shown last is in front. */
export function atHand(): AtHand {
  const behind = parts.filter(({ isBehind }) => isBehind);
  const inFront = parts.filter(({ isBehind }) => !isBehind);
  const said = [...behind, ...inFront].flatMap(({ current }) => Object.entries(current));
  return Object.fromEntries(said.filter(([, does]) => does !== undefined));
}

/** Does an action, where it is possible. */
export function perform(id: ActionId): void {
  actionOf(id).does(atHand())?.();
}

/** A chord of Ctrl (Command) that is the palette's: it writes nothing, and so holds in a field too. */
export function asksForPalette(event: KeyboardEvent): boolean {
  const chords = chordsOf(event).filter((chord) => chord.startsWith('mod+'));
  return actionOfChords(chords, preferences().keymap) === 'palette';
}

/**
 * Keys rest while a person types in a field, while a dialog is open (its own keys work), and while
 * a key is held down (KEYS-2). What a field has taken for itself is its own (KEYS-9).
 */
function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  // The browser would press again and again whatever gets the focus: the answer, its grade, the next card.
  if (event.repeat && event.key === 'Enter' && pressesControl(event)) event.preventDefault();
  if (isTyping(event.target) && !asksForPalette(event)) return;
  if (document.querySelector('dialog[open]')) return;
  const id = actionOfChords(chordsOf(event), preferences().keymap);
  const work = id && actionOf(id).does(atHand());
  if (!work || pressesControl(event)) return;
  event.preventDefault();
  if (!event.repeat) work();
}

/** Space and Enter on a focused control press it, as everywhere; the review's own buttons too. */
function pressesControl(event: KeyboardEvent): boolean {
  if (event.key !== ' ' && event.key !== 'Enter') return false;
  return event.target instanceof Element && event.target.closest('button, a, summary') !== null;
}
