import { useSyncExternalStore } from 'react';
import { type Preferences, usePreferences } from '../preferences.ts';

/** How a card looks: as the app's own page does. */
export interface Look {
  readonly theme: Preferences['theme'];
  readonly textSize: Preferences['textSize'];
  /** What `theme` comes to at present. */
  readonly isDark: boolean;
}

/** The person's settings; `theme` where another one is wanted than theirs. */
export function useLook(wanted?: 'light' | 'dark'): Look {
  const preferences = usePreferences();
  const isSystemDark = useSyncExternalStore(subscribe, () => darkQuery.matches);
  const theme = wanted ?? preferences.theme;
  return {
    theme,
    textSize: preferences.textSize,
    isDark: theme === 'system' ? isSystemDark : theme === 'dark',
  };
}

const darkQuery = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
}
