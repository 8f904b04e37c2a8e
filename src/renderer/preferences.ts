import { useSyncExternalStore } from 'react';
import { DEFAULT_KEYMAP, type Keymap, keymapFrom } from './actions/keymap.ts';

/** What belongs to this device rather than to the studies: looks and keys. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly textSize: 'normal' | 'large' | 'larger';
  /** A card that is swiped is graded (TOUCH-1). */
  readonly swipesGrade: boolean;
  readonly keymap: Keymap;
  /** Where links of cards may lead without a question. */
  readonly linkHosts: readonly LinkHost[];
}

/** A host as URL writes it, with its port; `withWords`: in addresses that carry text of cards too. */
export interface LinkHost {
  readonly host: string;
  readonly withWords: boolean;
}

const STORAGE_KEY = 'rounds.preferences';
const DEFAULTS: Preferences = {
  theme: 'system',
  textSize: 'normal',
  swipesGrade: true,
  keymap: DEFAULT_KEYMAP,
  linkHosts: [],
};

let current: Preferences = preferencesFrom(localStorage.getItem(STORAGE_KEY));
const listeners = new Set<() => void>();

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

export function preferences(): Preferences {
  return current;
}

/** Changes preferences now and for the next start. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // A full disk: the change holds until the program is closed.
  }
  showTheme();
  for (const listener of listeners) listener();
}

/** Puts theme and text size on the page; called once before the first paint. */
export function showTheme(): void {
  document.documentElement.dataset.theme = current.theme;
  document.documentElement.dataset.textSize = current.textSize;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads what was stored, part by part: a damaged or older part falls back to its default. */
export function preferencesFrom(text: string | null): Preferences {
  try {
    const stored = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      theme: oneOf(stored.theme, ['system', 'light', 'dark']) ?? DEFAULTS.theme,
      textSize: oneOf(stored.textSize, ['normal', 'large', 'larger']) ?? DEFAULTS.textSize,
      swipesGrade: stored.swipesGrade !== false,
      keymap: keymapFrom(stored.keymap),
      linkHosts: linkHostsFrom(stored.linkHosts),
    };
  } catch {
    return DEFAULTS;
  }
}

function linkHostsFrom(stored: unknown): readonly LinkHost[] {
  if (!Array.isArray(stored)) return DEFAULTS.linkHosts;
  return stored.flatMap((each: Partial<LinkHost> | null) =>
    typeof each?.host === 'string' ? [{ host: each.host, withWords: each.withWords === true }] : [],
  );
}

function oneOf<Value extends string>(value: unknown, allowed: readonly Value[]): Value | undefined {
  return allowed.find((each) => each === value);
}
