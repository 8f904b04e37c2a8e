import type { Deck, Preset, StudySettings } from '../../../domain/collection/deck.ts';
import type { SavedSearch } from '../../../domain/collection/saved-search.ts';
import { type RuleId, SILENCED_AT_FIRST } from '../../../domain/lint/rules.ts';
import { readDecks } from '../../../store/reads/decks.ts';
import { readSearches } from '../../../store/library/searches.ts';
import { readPreset, readPresets, readStudySettings } from '../../../store/reads/settings.ts';
import type { Stored } from '../context.ts';

export interface LiveSettings {
  readonly preset: Preset;
  readonly settings: StudySettings;
}

export async function settings(
  { store }: Stored,
  { presetId }: { readonly presetId: string },
): Promise<LiveSettings> {
  const [preset, all] = await Promise.all([readPreset(store, presetId), readStudySettings(store)]);
  return { preset, settings: all };
}

export interface LivePresets {
  /** The default ones first, then by name. */
  readonly presets: readonly Preset[];
  readonly decks: readonly Deck[];
}

/** All study options, and the decks that use them. */
export async function presets({ store }: Stored): Promise<LivePresets> {
  const [all, decks] = await Promise.all([readPresets(store), readDecks(store)]);
  return { presets: all, decks: decks.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** Rules of the card linter that the person does not want to hear of. */
export async function silencedRules({ store }: Stored): Promise<ReadonlySet<RuleId>> {
  const { silencedRules: silenced = SILENCED_AT_FIRST } = await readStudySettings(store);
  return new Set(silenced as RuleId[]);
}

/** The searches kept under a name. */
export async function savedSearches({ store }: Stored): Promise<readonly SavedSearch[]> {
  return readSearches(store);
}
