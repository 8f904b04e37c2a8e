import { Dexie } from 'dexie';
import type { RoundsDatabase } from '../schema.ts';

/**
 * Plain IndexedDB, for what is read often and in many small requests: Dexie's part in those takes as
 * long as the reading. Its live queries do not see what is read so.
 */

/** A reading transaction of its own: all of one moment. */
export function beginReading(db: RoundsDatabase, tables: readonly string[]): IDBTransaction {
  if (!db.isOpen()) throw new Dexie.DatabaseClosedError();
  return db.backendDB().transaction([...tables], 'readonly');
}

/** The transaction of Dexie's that the caller is inside of. */
export function transactionAtHand(): IDBTransaction {
  return Dexie.currentTransaction.idbtrans;
}

export function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Every key that begins with these parts. */
export function keysFrom(...parts: readonly IDBValidKey[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []]);
}

/** A note's cards. */
export function cardKeysOf(noteId: string): IDBKeyRange {
  return IDBKeyRange.bound(`${noteId}/`, `${noteId}0`, false, true);
}
