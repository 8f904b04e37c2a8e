import type { Deck, Preset, StudySettings } from '../../../../domain/collection/deck.ts';
import type { AnkiId } from '../../anki-collection.ts';
import { readForeignCollection, readForeignDeck, readForeignPreset } from '../../foreign-rows.ts';
import { deckOfAnki } from '../../mapping/homes.ts';
import { roundsMark } from '../../mapping/marks/rounds-mark.ts';
import { presetOfAnki } from '../../mapping/presets.ts';
import { type Json, presetOfJson } from '../../tables/json-rows.ts';
import { deckRow } from '../rows/deck-row.ts';
import { presetRow } from '../rows/preset-row.ts';
import { jsonOfDeck, jsonOfPreset } from '../wire/rows-as-json.ts';
import { stamped, withOwnChanges } from './with-changes.ts';

/**
 * A deck's row: the one it came with and what was changed of it here, or one of our own making.
 * `spelt`: sections of its notes whose tags are spelt otherwise. `archives`: some of Anki's are archived.
 */
export function keptDeckRow(
  deck: Deck,
  id: AnkiId,
  presetId: AnkiId,
  nowSeconds: number,
  { spelt, archives }: { readonly spelt: readonly string[]; readonly archives: boolean },
): Json {
  const own = readForeignDeck(deck.foreign);
  const { edition } = deck;
  const ofNotes = { ...(spelt.length > 0 && { spelt }), ...(archives && { archives }) };
  const mark = { id: deck.id, sections: deck.sections, ...ofNotes, ...(edition && { edition }) };
  if (!own || own.isFiltered) return deckRow(deck, id, presetId, nowSeconds, mark);
  const kept = jsonOfDeck(own);
  const was = deckOfAnki(own);
  const isSameOptions = was.presetId === deck.presetId;
  const before = deckRow(was, id, isSameOptions ? presetId : 0, nowSeconds);
  const now = deckRow(deck, id, presetId, nowSeconds);
  const row = { ...withOwnChanges(kept, before, now), id };
  // One of Rounds' own that was in Anki already bears what was so when it last went out; somebody else's
  // deck of Anki's own number has another here.
  const isOwn = roundsMark(own.raw).id !== undefined || deck.id !== `anki-${own.id}`;
  const rounds = isOwn ? mark : ofNotes;
  const isMarked = Object.keys(rounds).length > 0;
  return stamped(isMarked ? { ...row, rounds } : row, kept, nowSeconds);
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
  const { rounds, ...plain } = now;
  const row = { ...withOwnChanges(kept, before, plain), id };
  return stamped(saysAll(row, preset, settings) ? row : { ...row, rounds }, kept, nowSeconds);
}

/** Whether what Anki has no options for comes back from `row` as it is here (ANKI-43). */
function saysAll(row: Json, preset: Preset, { foreign }: StudySettings): boolean {
  const isLoadBalanced = readForeignCollection(foreign)?.config.loadBalancerEnabled !== false;
  const back = presetOfAnki(presetOfJson(row.id as AnkiId, row), {
    newWithinReviewLimit: true,
    isLoadBalanced,
  });
  return (
    back.fuzz === preset.fuzz &&
    back.leechThreshold === preset.leechThreshold &&
    (back.evenOut === false) === (preset.evenOut === false)
  );
}
