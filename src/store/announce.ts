import type { Card } from '../domain/collection/card.ts';
import type { Change } from '../domain/collection/rows.ts';
import type { OperationId } from '../kernel/ids.ts';
import type { KeptCounts } from './kept-counts.ts';
import type { DeviceRow, RoundsDatabase } from './schema.ts';

/** One operation that was written here: what is kept of the moment before it needs no read to go on. */
export interface WrittenStep {
  readonly id: OperationId;
  /** The device's row before it, and after it. */
  readonly before: DeviceRow;
  readonly after: DeviceRow;
  /** As they were, every card of the notes that changed. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Every count that it changed, as it left them. */
  readonly counts: KeptCounts;
}

/** Of undefined changes all may have changed; `step`: they are those of one operation, made here. */
type Listener = (changes: readonly Change[] | undefined, step?: WrittenStep) => void;

const listeners = new WeakMap<RoundsDatabase, Set<Listener>>();

/** Hears of every change after it is on disk: for what is kept outside the database's reach. */
export function onChanges(db: RoundsDatabase, listener: Listener): () => void {
  const own = listeners.get(db) ?? new Set();
  listeners.set(db, own.add(listener));
  return () => own.delete(listener);
}

export function announceChanges(
  db: RoundsDatabase,
  changes: readonly Change[] | undefined,
  step?: WrittenStep,
): void {
  for (const listener of listeners.get(db) ?? []) listener(changes, step);
}
