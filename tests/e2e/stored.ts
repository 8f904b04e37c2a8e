import type { Page } from '@playwright/test';

/** Storage buckets, which TypeScript's library does not have yet: the collection lies in one. */
export interface Buckets {
  readonly storageBuckets: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
}

/** How many rows a table of the collection has on disk. */
export function storedRows(page: Page, table: string): Promise<number> {
  return page.evaluate(async (name) => {
    const bucket = await (navigator as unknown as Buckets).storageBuckets.open('rounds-cards');
    return new Promise<number>((resolve, reject) => {
      const opening = bucket.indexedDB.open('rounds');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counted = opening.result.transaction(name).objectStore(name).count();
        counted.onerror = () => reject(counted.error);
        counted.onsuccess = () => {
          opening.result.close();
          resolve(counted.result);
        };
      };
    });
  }, table);
}

/** All rows on disk of all tables but some, as text: the same text, the same state. */
export function storedState(page: Page, except: readonly string[]): Promise<string> {
  return page.evaluate(
    async (left) => {
      const bucket = await (navigator as unknown as Buckets).storageBuckets.open('rounds-cards');
      return new Promise<string>((resolve, reject) => {
        const opening = bucket.indexedDB.open('rounds');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = async () => {
          const db = opening.result;
          const names = [...db.objectStoreNames].filter((name) => !left.includes(name)).sort();
          const transaction = db.transaction(names);
          const rows = names.map(
            (name) =>
              new Promise<unknown>((read) => {
                const all = transaction.objectStore(name).getAll();
                all.onsuccess = () => read([name, all.result]);
              }),
          );
          resolve(JSON.stringify(await Promise.all(rows)));
          db.close();
        };
      });
    },
    [...except],
  );
}

type Rows = readonly (readonly [table: string, rows: readonly unknown[]])[];

/** Every row on disk that text can hold: a collection without pictures. */
export async function allRows(page: Page): Promise<Rows> {
  return JSON.parse(await storedState(page, [])) as Rows;
}

/** Makes the database what it was when its rows were read, beside the program that has it open. */
export function putRows(page: Page, all: Rows): Promise<void> {
  return page.evaluate(async (tables) => {
    const bucket = await (navigator as unknown as Buckets).storageBuckets.open('rounds-cards');
    return new Promise<void>((resolve, reject) => {
      const opening = bucket.indexedDB.open('rounds');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const db = opening.result;
        const names = tables.map(([name]) => name);
        const transaction = db.transaction(names, 'readwrite');
        for (const [name, rows] of tables) {
          const table = transaction.objectStore(name);
          table.clear();
          for (const row of rows) table.put(row);
        }
        transaction.onerror = () => reject(transaction.error);
        transaction.oncomplete = () => {
          db.close();
          resolve();
        };
      };
    });
  }, all);
}
