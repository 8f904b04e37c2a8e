import { inStore, answered } from '../files/in-store.ts';
import { withPatience } from '../files/patience.ts';

/** In a database, and not in files: Chromium 156 miscounts the files of buckets where there are some beside them. */
const PLACE = { database: 'rounds-copies', store: 'copies' };
/** Of gigabytes once more a browser's common place would be the first to be emptied. */
const MOST_BYTES = 256 * 1024 * 1024;
const KEPT = 2;
/** No start and no list waits long for what is there besides; a whole copy may take a slow disk its time. */
const PATIENCE = {
  readonly: { ticks: 10, tickMillis: 1000 },
  readwrite: { ticks: 120, tickMillis: 1000 },
};

/**
 * The newest copies once more, in the browser's common place (COPY-20). A browser finds its buckets by a
 * list in one small file: where that is damaged, cards, journal and copies are lost at once, and the
 * common place is not. Where the disk fills, it is the other way round. A failure costs no more than it.
 */
export const secondPlace = {
  names(): Promise<readonly string[]> {
    return orElse([], 'readonly', async (store) => {
      return (await answered(store.getAllKeys())) as string[];
    });
  },

  open(name: string): Promise<Blob | undefined> {
    return orElse(undefined, 'readonly', (store) => answered<Blob | undefined>(store.get(name)));
  },

  /** Keeps `content`, and of those before it the newest; `name` begins with when it was made. */
  async keep(name: string, content: Blob): Promise<void> {
    if (content.size > MOST_BYTES) return;
    await orElse(undefined, 'readwrite', async (store) => {
      const names = (await answered(store.getAllKeys())) as string[];
      const newestFirst = names.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
      const older = newestFirst.filter((each) => each !== name);
      for (const each of older.slice(KEPT - 1)) store.delete(each);
      await answered(store.put(content, name));
    });
  },

  /** Whether it was there. */
  remove(name: string): Promise<boolean> {
    return orElse(false, 'readwrite', async (store) => {
      const wasThere = (await answered(store.count(name))) > 0;
      await answered(store.delete(name));
      return wasThere;
    });
  },
};

async function orElse<Value>(
  otherwise: Value,
  mode: keyof typeof PATIENCE,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  try {
    return await withPatience(() => inStore(indexedDB, PLACE, mode, work), PATIENCE[mode]);
  } catch {
    return otherwise;
  }
}
