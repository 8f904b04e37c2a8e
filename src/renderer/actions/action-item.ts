import { chordLabel, spokenChords } from '../kit/keys/chord.ts';
import type { MenuItem } from '../kit/menu/menu.tsx';
import type { Keymap } from './keymap.ts';
import { type ActionId, actionOf } from './registry.ts';
import { perform } from './use-at-hand.ts';

/** An action as an item of a menu, with its key for next time. `own`: what differs there. */
export function actionItem(id: ActionId, keymap: Keymap, own: Partial<MenuItem> = {}): MenuItem {
  const { name, menuName = name, isDestructive = false } = actionOf(id);
  const chord = keymap[id].at(-1);
  return {
    name: menuName,
    isDestructive,
    keys: chord === undefined ? undefined : chordLabel(chord),
    spokenKeys: spokenChords(keymap[id]),
    onChoose: () => perform(id),
    ...own,
  };
}
