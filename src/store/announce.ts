import type { Change } from '../domain/collection/rows.ts';
import type { RoundsDatabase } from './schema.ts';

/** undefined: all may have changed. */
type Listener = (changes: readonly Change[] | undefined) => void;

const listeners = new WeakMap<RoundsDatabase, Set<Listener>>();

/** Hears of every change after it is on disk: for what is kept outside the database's reach. */
export function onChanges(db: RoundsDatabase, listener: Listener): () => void {
  const own = listeners.get(db) ?? new Set();
  listeners.set(db, own.add(listener));
  return () => own.delete(listener);
}

export function announceChanges(db: RoundsDatabase, changes: readonly Change[] | undefined): void {
  for (const listener of listeners.get(db) ?? []) listener(changes);
}
