import type { Card } from './card.ts';
import {
  type Deck,
  DEFAULT_PRESET,
  DEFAULT_PRESET_ID,
  type Preset,
  type StudySettings,
  weightsUnder,
} from './deck.ts';

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

/**
 * The FSRS parameters under which most of `cards` are studied: for what takes one student for all of
 * them, as a plan does. Without any, the profile's.
 */
export function weightsOfMost(
  cards: Iterable<Pick<Card, 'deckId'>>,
  decks: readonly Deck[],
  presets: readonly Preset[],
  settings: Pick<StudySettings, 'weights'>,
): readonly number[] {
  if (presets.every(({ weights }) => weights === undefined)) return settings.weights;
  const weightsOf = new Map(
    decks.map((deck) => [deck.id, weightsUnder(presetOf(deck, presets), settings)]),
  );
  const counts = new Map<readonly number[], number>();
  for (const { deckId } of cards) {
    const weights = weightsOf.get(deckId) ?? settings.weights;
    counts.set(weights, (counts.get(weights) ?? 0) + 1);
  }
  let most = settings.weights;
  for (const [weights, count] of counts) if (count > (counts.get(most) ?? 0)) most = weights;
  return most;
}
