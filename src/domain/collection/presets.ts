import { type Deck, DEFAULT_PRESET, DEFAULT_PRESET_ID, type Preset } from './deck.ts';

/**
 * The study options of `deck`. Where the deck or its options are gone, the default ones as the
 * person has set them hold (OPTIONS-5).
 */
export function presetOf(
  deck: Pick<Deck, 'presetId'> | undefined,
  presets: Iterable<Preset>,
): Preset {
  let fallback = DEFAULT_PRESET;
  for (const preset of presets) {
    if (preset.id === deck?.presetId) return preset;
    if (preset.id === DEFAULT_PRESET_ID) fallback = preset;
  }
  return fallback;
}
