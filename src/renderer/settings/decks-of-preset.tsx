import { DEFAULT_PRESET_ID, type Deck, type Preset } from '../../domain/collection/deck.ts';
import type { DeckId } from '../../domain/ids.ts';
import { setDeckPreset } from '../../operations/decks.ts';
import { useDeps } from '../deps.tsx';
import { useAnnounce } from '../ui/announcer.tsx';

/** The decks studied under these options; ticking one moves it here, from the next answer on. */
export function DecksOfPreset(props: { readonly preset: Preset; readonly decks: readonly Deck[] }) {
  const { preset, decks } = props;
  const deps = useDeps();
  const announce = useAnnounce();
  if (decks.length === 0) return null;

  async function toggle(deckId: DeckId, isOn: boolean): Promise<void> {
    const presetId = isOn ? preset.id : DEFAULT_PRESET_ID;
    const done = await setDeckPreset(deps, [deckId], presetId);
    announce(done.ok ? 'Changed. Ctrl+Z takes it back.' : done.problem.what);
  }
  return (
    <fieldset className="choices preset-decks">
      <legend>Decks studied with “{preset.name}”</legend>
      {decks.map((deck) => {
        const isOn = deck.presetId === preset.id;
        return (
          <label key={deck.id}>
            <input
              type="checkbox"
              checked={isOn}
              disabled={isOn && preset.id === DEFAULT_PRESET_ID}
              onChange={() => void toggle(deck.id, !isOn)}
            />
            <span>{deck.name.replaceAll('::', ' › ')}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
