import { chordLabel } from '../kit/keys/chord.ts';
import { usePreferences } from '../preferences.ts';
import type { ActionId } from './registry.ts';

/** The first key of an action, for the eye: screen readers hear what the control itself is called. */
export function KeyHint({ action }: { readonly action: ActionId }) {
  const chord = usePreferences().keymap[action][0];
  if (chord === undefined) return null;
  return (
    <span className="key" aria-hidden="true">
      {chordLabel(chord)}
    </span>
  );
}
