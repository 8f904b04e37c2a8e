import { databasesAt, ownPlace } from '../src/store/place/place.ts';

/** Plain IndexedDB as promises: what the program is measured against. */

/** Where the factory of a storage bucket is collected as garbage, its databases answer no more (Chromium 156). */
const factories = new WeakMap<IDBDatabase, IDBFactory>();

/** The database where the program has it. */
export async function openRaw(name: string): Promise<IDBDatabase> {
  const factory = await databasesAt(await ownPlace());
  const opened = await answerOf(factory.open(name));
  factories.set(opened, factory);
  return opened;
}

export function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The range of a lane's index that is due: [lane, anything] up to, not including, [lane, below]. */
export function dueRange(prefix: readonly IDBValidKey[], below: number): IDBKeyRange {
  const low = [...prefix, Number.NEGATIVE_INFINITY];
  return IDBKeyRange.bound(low, [...prefix, below], false, true);
}
