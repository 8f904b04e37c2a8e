import { useSyncExternalStore } from 'react';
import { COLUMNS, type Column, type Mode, type Sort } from '../../domain/library/library.ts';
import { NEWEST_FIRST } from '../search/use-finding.ts';
import { COLUMN_LOOKS, NARROWEST, WIDEST } from './table/columns/columns.ts';

/** How the library is looked at on this device. */
export interface LibraryPreferences {
  readonly mode: Mode;
  readonly sort: Sort;
  /** Those shown, in their order; at least one. */
  readonly columns: readonly Column[];
  /** CSS pixels, where other than usual. */
  readonly widths: Readonly<Partial<Record<Column, number>>>;
  readonly isSideShown: boolean;
  readonly isPreviewShown: boolean;
  /** The side tree's rows that are open. */
  readonly open: readonly string[];
  /** Searches used, the last one first. */
  readonly recent: readonly string[];
}

const STORAGE_KEY = 'rounds.library';
const MOST_RECENT = 20;
const DEFAULTS: LibraryPreferences = {
  mode: 'cards',
  sort: NEWEST_FIRST,
  columns: ['sortField', 'card', 'deck', 'due'],
  widths: {},
  isSideShown: true,
  isPreviewShown: true,
  open: ['states', 'saved', 'decks', 'sections'],
  recent: [],
};

let current: LibraryPreferences | undefined;
const listeners = new Set<() => void>();

export function useLibraryPreferences(): LibraryPreferences {
  return useSyncExternalStore(subscribe, libraryPreferences);
}

export function libraryPreferences(): LibraryPreferences {
  current ??= libraryPreferencesFrom(localStorage.getItem(STORAGE_KEY));
  return current;
}

/** Changes preferences now and for the next start. */
export function setLibraryPreferences(change: Partial<LibraryPreferences>): void {
  current = { ...libraryPreferences(), ...change };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // A full disk: the change holds until the program is closed.
  }
  for (const listener of listeners) listener();
}

/** Puts a search that was used first in the list of recent ones. */
export function rememberSearch(text: string): void {
  const wanted = text.trim();
  const { recent } = libraryPreferences();
  if (wanted === '' || recent[0] === wanted) return;
  const others = recent.filter((each) => each !== wanted);
  setLibraryPreferences({ recent: [wanted, ...others].slice(0, MOST_RECENT) });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads what was stored, part by part: a damaged or older part falls back to its default. */
export function libraryPreferencesFrom(text: string | null): LibraryPreferences {
  try {
    const stored = JSON.parse(text ?? '{}') as Record<string, unknown>;
    const columns = textsIn(stored.columns)?.filter(isColumn);
    return {
      mode: stored.mode === 'notes' ? 'notes' : DEFAULTS.mode,
      sort: sortIn(stored.sort),
      columns: columns && columns.length > 0 ? [...new Set(columns)] : DEFAULTS.columns,
      widths: widthsIn(stored.widths),
      isSideShown: stored.isSideShown !== false,
      isPreviewShown: stored.isPreviewShown !== false,
      open: textsIn(stored.open) ?? DEFAULTS.open,
      recent: textsIn(stored.recent)?.slice(0, MOST_RECENT) ?? DEFAULTS.recent,
    };
  } catch {
    return DEFAULTS;
  }
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

function textsIn(stored: unknown): string[] | undefined {
  return Array.isArray(stored) && stored.every((each) => typeof each === 'string')
    ? stored
    : undefined;
}

function sortIn(stored: unknown): Sort {
  const { column, descending } = (stored ?? {}) as Record<string, unknown>;
  if (typeof column !== 'string' || !isColumn(column)) return DEFAULTS.sort;
  return { column, descending: descending === true };
}

function widthsIn(stored: unknown): Partial<Record<Column, number>> {
  if (typeof stored !== 'object' || stored === null) return {};
  const entries = Object.entries(stored).filter(
    ([name, width]) => isColumn(name) && Number.isFinite(width),
  );
  return Object.fromEntries(entries.map(([name, width]) => [name, fittingWidth(width)]));
}

/** A width that a column can have. */
export function fittingWidth(width: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, Math.round(width)));
}

export function widthOf(column: Column, widths: LibraryPreferences['widths']): number {
  return widths[column] ?? COLUMN_LOOKS[column].width;
}
