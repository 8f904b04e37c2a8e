import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { stockType } from '../../../domain/content/stock.ts';
import { isBelow } from '../../../domain/text/same-name.ts';
import type { AnkiId } from '../anki-collection.ts';
import { keptDeckRow, keptPresetRow } from './kept/kept-deck.ts';
import { keptTypeRow } from './kept/kept-type.ts';
import type { Json } from '../tables/json-rows.ts';
import { deckRow } from './rows/deck-row.ts';
import { presetRow } from './rows/preset-row.ts';
import type { DeckInTree } from './deck-tree.ts';
import { DEFAULT_ID, type PackageScene } from './scene.ts';
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

export function collectionRows(scene: PackageScene, notes: number): CollectionRows {
  const { all, nowSeconds, foreign } = scene;
  const types = typesThatGo(scene);
  const decks = decksThatGo(scene);
  return {
    config: configRow(scene, types, notes),
    types: types.map((type) => keptTypeRow(type, scene.typeIds.of(type.id), nowSeconds)),
    decks: deckRows(scene, decks),
    presets: presetRows(scene, decks),
    tags: all.isWhole ? (foreign?.tags ?? []) : [],
  };
}

/** With some notes their types; with all, those of the person's own too. */
function typesThatGo({ all, used }: PackageScene): readonly NoteType[] {
  const isOwn = (type: NoteType) => all.isWhole && (type.foreign || !stockType(type.id));
  return all.types.filter((type) => used.types.has(type.id) || isOwn(type));
}

/** With some notes their decks and those above; with all, every deck. */
function decksThatGo({ all, tree, used }: PackageScene): readonly DeckInTree[] {
  const names = tree.filter(({ key }) => used.decks.has(key)).map(({ name }) => name);
  return tree.filter(
    ({ key, name, isDefault }) =>
      all.isWhole ||
      isDefault ||
      used.decks.has(key) ||
      names.some((below) => isBelow(below, name)),
  );
}

/** Settings of the whole; those that came with an imported collection go out with it. */
function configRow(
  { all, days, typeIds, foreign }: PackageScene,
  types: readonly NoteType[],
  notes: number,
): Json {
  const { settings, presets } = all;
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
    loadBalancerEnabled: presets.some((each) => each.evenOut !== false),
  };
  if (!foreign) return own;
  if (all.isWhole) return foreign.config;
  return { ...own, creationOffset: foreign.config.creationOffset ?? own.creationOffset };
}

function deckRows(scene: PackageScene, tree: readonly DeckInTree[]): readonly Json[] {
  const { deckIds, filtered, nowSeconds, all } = scene;
  const own = tree.map(({ key, name, deck, isDefault }) => {
    const id = deckIds.of(key);
    if (!deck) {
      const kept = scene.foreign?.otherDecks.find((each) => each.id === DEFAULT_ID);
      if (isDefault && kept && all.isWhole) return jsonOfDeck(kept);
      return deckRow({ name, source: '' }, id, DEFAULT_ID, nowSeconds);
    }
    return keptDeckRow(deck, id, presetIdOf(scene, deck), nowSeconds, {
      spelt: [...(scene.spelt.get(deck.id) ?? [])],
      archives: scene.archives.has(deck.id),
    });
  });
  return [...own, ...[...filtered.values()].map(jsonOfDeck)];
}

function presetIdOf({ all, presetIds }: PackageScene, deck: Deck): AnkiId {
  if (!all.withSchedule) return DEFAULT_ID;
  const { id } = presetOf(deck, all.presets);
  return presetIds.has(id) ? presetIds.of(id) : DEFAULT_ID;
}

function presetRows(scene: PackageScene, decks: readonly DeckInTree[]): readonly Json[] {
  const { all, presetIds, nowSeconds } = scene;
  const { settings, withSchedule } = all;
  const wanted = new Set(decks.flatMap(({ deck }) => deck && presetOf(deck, all.presets).id));
  const presets = all.presets.filter(({ id }) => all.isWhole || wanted.has(id));
  const rowOf = (preset: Preset): Json =>
    keptPresetRow(preset, settings, presetIds.of(preset.id), nowSeconds);
  const rows = withSchedule ? presets.map(rowOf) : [];
  if (rows.some(({ id }) => id === DEFAULT_ID)) return rows;
  const { rounds: _, ...plain } = presetRow(presetOf(undefined, []), settings, DEFAULT_ID, 0);
  return [{ ...plain, fsrsParams6: [], usn: 0 }, ...rows];
}
