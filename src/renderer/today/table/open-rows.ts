import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'rounds.today';

/** Rows that the person opened or folded on this device, by id. */
export type RowsTurned = Readonly<Record<string, boolean>>;

let current: RowsTurned | undefined;
const listeners = new Set<() => void>();

export function useRowsTurned(): RowsTurned {
  return useSyncExternalStore(subscribe, rowsTurned);
}

/** Opens or folds a row now and for the next start. */
export function turnRow(id: string, isOpen: boolean): void {
  current = { ...rowsTurned(), [id]: isOpen };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // A full disk: it holds until the program is closed.
  }
  for (const listener of listeners) listener();
}

function rowsTurned(): RowsTurned {
  current ??= rowsFrom(localStorage.getItem(STORAGE_KEY));
  return current;
}

function rowsFrom(text: string | null): RowsTurned {
  try {
    const entries = Object.entries(JSON.parse(text ?? '{}') as object);
    return Object.fromEntries(entries.filter(([, isOpen]) => typeof isOpen === 'boolean'));
  } catch {
    return {};
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
