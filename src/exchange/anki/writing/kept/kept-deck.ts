import type { Deck, Preset, StudySettings } from '../../../../domain/collection/deck.ts';
import type { AnkiId } from '../../anki-collection.ts';
import { readForeignDeck, readForeignPreset } from '../../foreign-rows.ts';
import { deckOfAnki } from '../../mapping/homes.ts';
import { presetOfAnki } from '../../mapping/presets.ts';
import type { Json } from '../../tables/json-rows.ts';
import { deckRow } from '../rows/deck-row.ts';
import { presetRow } from '../rows/preset-row.ts';
import { jsonOfDeck, jsonOfPreset } from '../wire/rows-as-json.ts';
import { stamped, withOwnChanges } from './with-changes.ts';

/**
 * A deck's row: the one it came with and what was changed of it here, or one of our own making.
 * `spelt`: sections of its notes whose tags are spelt otherwise.
 */
export function keptDeckRow(
  deck: Deck,
  id: AnkiId,
  presetId: AnkiId,
  nowSeconds: number,
  spelt: readonly string[],
): Json {
  const own = readForeignDeck(deck.foreign);
  if (!own || own.isFiltered) {
    const { edition } = deck;
    const mark = { id: deck.id, sections: deck.sections, spelt, ...(edition && { edition }) };
    return deckRow(deck, id, presetId, nowSeconds, mark);
  }
  const kept = jsonOfDeck(own);
  const was = deckOfAnki(own);
  const isSameOptions = was.presetId === deck.presetId;
  const before = deckRow(was, id, isSameOptions ? presetId : 0, nowSeconds);
  const now = deckRow(deck, id, presetId, nowSeconds);
  return stamped({ ...withOwnChanges(kept, before, now), id }, kept, nowSeconds);
}

/** The same of options. */
export function keptPresetRow(
  preset: Preset,
  settings: StudySettings,
  id: AnkiId,
  nowSeconds: number,
): Json {
  const now = presetRow(preset, settings, id, nowSeconds);
  const own = readForeignPreset(preset.foreign);
  if (!own) return now;
  const kept = jsonOfPreset(own);
  const { newWithinReviewLimit = true } = preset;
  // That of the whole collection stands in no row of options.
  const was = presetOfAnki(own, { newWithinReviewLimit, isLoadBalanced: true });
  const { rounds: _, ...before } = presetRow(was, settings, id, nowSeconds);
  const { rounds: __, ...plain } = now;
  return stamped({ ...withOwnChanges(kept, before, plain), id }, kept, nowSeconds);
}
