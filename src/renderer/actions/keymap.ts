import { onMac } from '../kit/keys/chord.ts';
import { ACTIONS, type ActionId } from './registry.ts';

/** The keys of every action, as a person has set them. */
export type Keymap = Readonly<Record<ActionId, readonly string[]>>;

export const DEFAULT_KEYMAP: Keymap = defaultKeymap(onMac());

export function defaultKeymap(isMac: boolean): Keymap {
  return Object.fromEntries(
    ACTIONS.map(({ id, keys }) => [id, 'mac' in keys ? (isMac ? keys.mac : keys.other) : keys]),
  ) as unknown as Keymap;
}

/** The action of `chord` under `keymap`. */
export function actionOfChord(chord: string, keymap: Keymap): ActionId | undefined {
  return ACTIONS.find(({ id }) => keymap[id].includes(chord))?.id;
}

/** The action of the likeliest of `chords` that has one. */
export function actionOfChords(chords: readonly string[], keymap: Keymap): ActionId | undefined {
  return chords.map((chord) => actionOfChord(chord, keymap)).find((id) => id !== undefined);
}

/**
 * The keymap with what was stored of it. An action that is newer than what was stored gets its
 * default keys, but none that a person has given to another.
 */
export function keymapFrom(stored: unknown): Keymap {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_KEYMAP;
  const kept = new Map<ActionId, readonly string[]>();
  for (const { id } of ACTIONS) {
    const keys: unknown = (stored as Record<string, unknown>)[id];
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) kept.set(id, keys);
  }
  // Marking had Ctrl+K before the palette, and was stored with it by whoever changed any key.
  if (kept.get('mark')?.join() === '*,mod+k') kept.delete('mark');
  const taken = new Set([...kept.values()].flat());
  return Object.fromEntries(
    ACTIONS.map(({ id }) => [
      id,
      kept.get(id) ?? DEFAULT_KEYMAP[id].filter((key) => !taken.has(key)),
    ]),
  ) as Keymap;
}
