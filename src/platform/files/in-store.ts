/** A store without keys of its own, in a database that holds nothing else. */
export interface OwnStore {
  readonly database: string;
  readonly store: string;
}

/** `work` in one transaction on `own`, which is made where it is not there. */
export async function inStore<Value>(
  place: IDBFactory,
  own: OwnStore,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const opening = place.open(own.database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(own.store);
  const db = await answered(opening);
  try {
    const transaction = db.transaction(own.store, mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    // Where the work fails, that is what is told.
    done.catch(() => {});
    const value = await work(transaction.objectStore(own.store));
    await done;
    return value;
  } finally {
    db.close();
  }
}

export function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
