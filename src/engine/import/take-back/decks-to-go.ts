import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import type { Note } from '../../../domain/content/note.ts';
import { isBelow, keyOfName } from '../../../domain/text/same-name.ts';
import type { DeckId } from '../../../kernel/ids.ts';

import type { HereNow, ImportMade } from './import-made.ts';

/**
 * Decks that the import brought, that nothing else lies in and no deck that stays lies below.
 * `staying`: of the import's notes those that are still here afterwards.
 */
export function decksToGo(
  { added }: ImportMade,
  { decks, otherSections }: HereNow,
  staying: readonly Note[],
): readonly DeckId[] {
  const used = new Set<string>([...otherSections.keys(), ...staying.map(({ deckId }) => deckId)]);
  const mayGo = ({ id }: Deck) => added.decks.has(id) && !used.has(id);
  const stay = decks.filter((deck) => !mayGo(deck));
  return decks.flatMap((deck) => {
    const isAbove = stay.some(({ name }) => isBelow(name, deck.name));
    return mayGo(deck) && !isAbove ? [deck.id] : [];
  });
}

/** Options that it brought, and that no deck is studied under afterwards. */
export function presetsToGo(
  { added }: ImportMade,
  { decks }: HereNow,
  going: readonly DeckId[],
): readonly Preset['id'][] {
  const gone = new Set(going);
  const used = new Set(decks.flatMap(({ id, presetId }) => (gone.has(id) ? [] : [presetId])));
  return [...added.presets].filter((id) => !used.has(id));
}

/** Sections of a deck that came with the import, and that no note has afterwards. */
export function sectionsToUnlist(
  before: Deck,
  { file }: ImportMade,
  { decks, otherSections }: HereNow,
  staying: readonly Note[],
): readonly string[] {
  const now = decks.find(({ id }) => id === before.id);
  if (!now) return [];
  const old = new Set(before.sections);
  const came = new Set(file.notes.flatMap(({ sections }) => sections.map(keyOfName)));
  const used = new Set(otherSections.get(before.id));
  for (const { deckId, sections } of staying) {
    if (deckId === before.id) for (const section of sections) used.add(keyOfName(section));
  }
  return now.sections.filter((section) => {
    const key = keyOfName(section);
    return !old.has(section) && came.has(key) && !used.has(key);
  });
}
