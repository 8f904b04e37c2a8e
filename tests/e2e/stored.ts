import type { Page } from '@playwright/test';

/** How many rows a table of the collection has on disk. */
export function storedRows(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('rounds');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counted = opening.result.transaction(name).objectStore(name).count();
          counted.onerror = () => reject(counted.error);
          counted.onsuccess = () => {
            opening.result.close();
            resolve(counted.result);
          };
        };
      }),
    table,
  );
}
