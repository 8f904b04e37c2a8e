/** What is in a database, read without the program: version, tables with their indexes, and rows. */
export interface RawDatabase {
  readonly version: number;
  readonly tables: Readonly<Record<string, { indexes: string[]; rows: unknown[] }>>;
}

/** Makes a database as another version of the program would have left it. */
export async function createRaw(
  name: string,
  version: number,
  fill: (db: IDBDatabase) => void,
): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => fill(request.result);
  (await settled(request)).close();
}

export async function readRaw(name: string): Promise<RawDatabase> {
  const db = await settled(indexedDB.open(name));
  const tables: Record<string, { indexes: string[]; rows: unknown[] }> = {};
  for (const table of db.objectStoreNames) {
    const store = db.transaction(table).objectStore(table);
    tables[table] = { indexes: [...store.indexNames], rows: await settled(store.getAll()) };
  }
  const { version } = db;
  db.close();
  return { version, tables };
}

export function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
