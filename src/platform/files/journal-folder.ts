/** A bucket of its own: what empties the database's must not empty this. */
const JOURNAL_BUCKET = 'rounds-journal';

interface Bucket {
  readonly indexedDB: IDBFactory;
  getDirectory(): Promise<FileSystemDirectoryHandle>;
}
interface WithBuckets {
  readonly storageBuckets?: { open(name: string, options: object): Promise<Bucket> };
}

/**
 * Buckets that are being asked: what one of them was asked is never answered once it was collected
 * as garbage (Chromium 156), and neither is its databases.
 */
const inUse = new Set<Bucket>();

/** `work` with the journal's bucket; undefined where the browser has none. It is held meanwhile (STORE-22). */
export async function inJournalBucket<Value>(
  work: (bucket: Bucket | undefined) => Promise<Value>,
): Promise<Value> {
  const { storageBuckets } = navigator as WithBuckets;
  const options = { persisted: true, durability: 'strict' };
  const bucket = await storageBuckets?.open(JOURNAL_BUCKET, options);
  if (!bucket) return work(undefined);
  inUse.add(bucket);
  try {
    return await work(bucket);
  } finally {
    inUse.delete(bucket);
  }
}

/** The journal's folder in the browser; undefined where the browser has no place for it. */
export function journalFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return inJournalBucket(async (bucket) => bucket?.getDirectory());
}
