import { type KeyboardEvent, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { actionOfChord, DEFAULT_KEYMAP } from '../actions/keymap.ts';
import { ACTIONS, type ActionId, actionOf } from '../actions/registry.ts';
import { chordLabel, chordOf } from '../kit/keys/chord.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { setPreferences, usePreferences } from '../preferences.ts';

/** Every key can be given another; a key does one thing, so taking it takes it from where it was. */
export function KeySettings() {
  const { keymap } = usePreferences();
  const announce = useAnnounce();
  const [listening, setListening] = useState<ActionId>();

  function onKeyDown(event: KeyboardEvent, action: ActionId): void {
    if (listening !== action || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    // The key that pressed the button, held down a little long.
    if (event.repeat) return;
    if (event.key === 'Escape' && action !== 'today') {
      setListening(undefined);
      return;
    }
    const chord = chordOf(event.nativeEvent);
    if (chord === undefined) return;
    const taken = actionOfChord(chord, keymap);
    const changed = { ...keymap, [action]: [chord] };
    if (taken !== undefined && taken !== action) {
      changed[taken] = keymap[taken].filter((key) => key !== chord);
    }
    setPreferences({ keymap: changed });
    setListening(undefined);
    const lost =
      taken !== undefined && taken !== action ? t` “${actionOf(taken).name}” lost it.` : '';
    announce(`${actionOf(action).name}: ${chordLabel(chord)}.${lost}`);
  }

  function reset(): void {
    setPreferences({ keymap: DEFAULT_KEYMAP });
    announce(t`All keys are as they came.`);
  }

  return (
    <section className="form for-keyboards" aria-labelledby="keys">
      <h2 id="keys">{t`Keys`}</h2>
      <p className="soft small">{t`Press a row’s button, then the new key. Escape leaves it as it is.`}</p>
      <ul className="key-list">
        {ACTIONS.map(({ id: action, name }) => (
          <li key={action}>
            <span id={`key-${action}`}>{name}</span>
            <button
              type="button"
              aria-describedby={`key-${action}`}
              onClick={() => setListening(action)}
              onBlur={() => setListening(undefined)}
              onKeyDown={(event) => onKeyDown(event, action)}
            >
              {listening === action
                ? t`Press a key`
                : keymap[action].map((chord) => chordLabel(chord)).join(', ') || t`No key`}
            </button>
          </li>
        ))}
      </ul>
      <p className="actions">
        <button type="button" onClick={reset}>{t`Reset all keys`}</button>
      </p>
    </section>
  );
}
