import { type Action, chordLabel } from './keymap.ts';
import { usePreferences } from '../preferences.ts';

/** The first key of an action, for the eye: screen readers hear what the control itself is called. */
export function KeyHint({ action }: { readonly action: Action }) {
  const chord = usePreferences().keymap[action][0];
  if (chord === undefined) return null;
  return (
    <span className="key" aria-hidden="true">
      {chordLabel(chord)}
    </span>
  );
}
