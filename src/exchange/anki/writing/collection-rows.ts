import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import type { AnkiId } from '../anki-collection.ts';
import { keptDeckRow, keptPresetRow } from './kept/kept-deck.ts';
import { keptTypeRow } from './kept/kept-type.ts';
import type { Json } from './outgoing.ts';
import { deckRow } from './rows/deck-row.ts';
import { presetRow } from './rows/preset-row.ts';
import { DEFAULT_ID, type Scene } from './scene.ts';
import { jsonOfDeck } from './wire/rows-as-json.ts';

/** All that notes refer to, as schema 11 has it: rows by their numbers. */
export interface CollectionRows {
  readonly config: Json;
  readonly types: readonly Json[];
  readonly decks: readonly Json[];
  readonly presets: readonly Json[];
  /** Every tag that is known. */
  readonly tags: readonly string[];
}

export function collectionRows(scene: Scene, notes: number): CollectionRows {
  const { all, nowSeconds, foreign } = scene;
  return {
    config: configRow(scene, notes),
    types: all.types.map((type) => keptTypeRow(type, scene.typeIds.of(type.id), nowSeconds)),
    decks: deckRows(scene),
    presets: presetRows(scene),
    tags: all.isWhole ? (foreign?.tags ?? []) : [],
  };
}

/** Settings of the whole; those that came with an imported collection go out with it. */
function configRow({ all, days, typeIds, foreign }: Scene, notes: number): Json {
  const { settings, presets, types } = all;
  const [first] = types;
  const own = {
    collapseTime: settings.learnAheadMinutes * 60,
    estTimes: true,
    sortBackwards: false,
    sched2021: true,
    creationOffset: -days.utcOffsetMinutes,
    rollover: settings.rolloverHour,
    addToCur: true,
    sortType: 'noteFld',
    curDeck: DEFAULT_ID,
    curModel: first ? typeIds.of(first.id) : 0,
    newSpread: 0,
    timeLim: 0,
    dayLearnFirst: false,
    dueCounts: true,
    nextPos: 1 + notes,
    schedVer: 2,
    activeDecks: [DEFAULT_ID],
    fsrs: true,
    newCardsIgnoreReviewLimit: !presets.some((each) => each.newWithinReviewLimit),
  };
  if (!foreign) return own;
  if (all.isWhole) return foreign.config;
  return { ...own, creationOffset: foreign.config.creationOffset ?? own.creationOffset };
}

function deckRows(scene: Scene): readonly Json[] {
  const { tree, deckIds, filtered, nowSeconds, all } = scene;
  const own = tree.map(({ key, name, deck, isDefault }) => {
    const id = deckIds.of(key);
    if (!deck) {
      const kept = scene.foreign?.otherDecks.find((each) => each.id === DEFAULT_ID);
      if (isDefault && kept && all.isWhole) return jsonOfDeck(kept);
      return deckRow({ name, source: '' }, id, DEFAULT_ID, nowSeconds);
    }
    return keptDeckRow(deck, id, presetIdOf(scene, deck), nowSeconds, [
      ...(scene.spelt.get(deck.id) ?? []),
    ]);
  });
  return [...own, ...[...filtered.values()].map(jsonOfDeck)];
}

function presetIdOf({ all, presetIds }: Scene, deck: Deck): AnkiId {
  if (!all.withSchedule) return DEFAULT_ID;
  const { id } = presetOf(deck, all.presets);
  return presetIds.has(id) ? presetIds.of(id) : DEFAULT_ID;
}

function presetRows({ all, presetIds, nowSeconds }: Scene): readonly Json[] {
  const { presets, settings, withSchedule } = all;
  const rowOf = (preset: Preset): Json =>
    keptPresetRow(preset, settings, presetIds.of(preset.id), nowSeconds);
  const rows = withSchedule ? presets.map(rowOf) : [];
  if (rows.some(({ id }) => id === DEFAULT_ID)) return rows;
  const { rounds: _, ...plain } = presetRow(presetOf(undefined, []), settings, DEFAULT_ID, 0);
  return [{ ...plain, fsrsParams6: [], usn: 0 }, ...rows];
}
