import type { Deck } from '../../../domain/collection/deck.ts';
import type { SavedSearch } from '../../../domain/collection/saved-search.ts';
import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { chordLabel } from '../../kit/keys/chord.ts';
import { OTHER_PLACES, settingsPartsHere } from './places.ts';
import { SINGLE_SETTINGS } from './single-settings.ts';
import type { AtHand } from '../action.ts';
import type { Keymap } from '../keymap.ts';
import { type ActionId, possibleActions } from '../registry.ts';

/** A line of the palette. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** What kind of thing it is. */
  readonly note: string;
  readonly keys?: readonly string[];
  /** Too many to be listed before anything is typed. */
  readonly isFoundOnly?: true;
  readonly does: () => void;
}

/** How the palette does what is chosen. */
export interface WaysToDo {
  readonly perform: (id: ActionId) => void;
  readonly goTo: (path: string) => void;
  readonly study: (deck: Deck) => void;
  readonly search: (text: string) => void;
}

/** All that can be done just now, in the order in which it is listed before anything is typed. */
export function entriesOf(
  at: AtHand,
  keymap: Keymap,
  kept: { readonly decks: readonly Deck[]; readonly searches: readonly SavedSearch[] },
  ways: WaysToDo,
): readonly Entry[] {
  const byName = [...kept.decks].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return [
    ...actionEntries(at, keymap, ways),
    ...OTHER_PLACES.map(([path, name]) => ({
      id: `place ${path}`,
      name,
      note: t`Place`,
      does: () => ways.goTo(path),
    })),
    ...settingsPartsHere().map(([part, name]) => ({
      id: `settings ${part}`,
      name: t`Settings: ${name}`,
      note: t`Settings`,
      does: () => ways.goTo(`/settings?at=${part}`),
    })),
    ...SINGLE_SETTINGS.map(({ part, name, path }) => ({
      id: `setting ${part} ${name}`,
      name,
      note: t`Settings`,
      isFoundOnly: true as const,
      does: () => ways.goTo(path),
    })),
    ...kept.searches.map(({ id, name, text }) => ({
      id: `search ${id}`,
      name,
      note: t`Saved search`,
      does: () => ways.search(text),
    })),
    ...byName.map((deck) => ({
      id: `deck ${deck.id}`,
      name: t`Study ${deck.name}`,
      note: t`Deck`,
      does: () => ways.study(deck),
    })),
  ];
}

/** The last line of what is found, and the only one where nothing is called so. */
export function searchEntry(typed: string, { search }: WaysToDo): Entry {
  return {
    id: 'search for it',
    name: t`Search the library for “${named(typed)}”`,
    note: t`Library`,
    does: () => search(typed),
  };
}

/**
 * Actions but the palette's own. Where one key does what another action is for (Space begins on
 * Today), it stands there once, under the name of what it does.
 */
function actionEntries(at: AtHand, keymap: Keymap, ways: WaysToDo): readonly Entry[] {
  const possible = possibleActions(at).filter(({ id }) => id !== 'palette');
  const works = possible.map((action) => action.does(at));
  return possible
    .filter((_, index) => works.lastIndexOf(works[index]) === index)
    .map(({ id, name, section = t`Anywhere` }) => ({
      id,
      name,
      note: section,
      keys: keymap[id].map((chord) => chordLabel(chord)),
      does: () => ways.perform(id),
    }));
}
