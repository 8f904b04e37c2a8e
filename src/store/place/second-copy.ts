import type { Operation } from '../../log/operation.ts';
import type { PayloadRow, StoredBody } from '../log/payloads.ts';
import type { RoundsDatabase } from '../schema.ts';

/** An operation as its row holds it, and its body where that stands beside the log. */
export interface Copied {
  readonly operation: Omit<Operation, 'body'> & { readonly body: StoredBody };
  readonly payload?: PayloadRow;
}

/**
 * Keeps every operation once more, outside the database (engine/journal). Nothing here rejects: what
 * could not be copied is copied later, from the database.
 */
export interface SecondCopy {
  /** Settles when the operation is on the disk there, or when that has failed. */
  add(copied: Copied): Promise<void>;
  /**
   * Copies what was written to the database on another way. `pause`: in the background, waiting for
   * that before each part, and behind all steps.
   */
  catchUp(pause?: () => Promise<unknown>): Promise<unknown>;
  /** Writes steps that stand in the database once more: there their lines are damaged or gone. */
  writeAgain(ids: readonly string[]): Promise<unknown>;
  /** It was begun, and the database refused it: it was never done. */
  takeBack(id: Operation['id']): Promise<void>;
}

const copies = new WeakMap<RoundsDatabase, SecondCopy>();

/** From now on every operation that `apply` writes to `db` goes to `copy` at the same time. */
export function keepSecondCopy(db: RoundsDatabase, copy: SecondCopy): void {
  copies.set(db, copy);
}

export function secondCopyOf(db: RoundsDatabase): SecondCopy | undefined {
  return copies.get(db);
}
