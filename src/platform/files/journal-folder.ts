/** A bucket of its own: what empties the database's must not empty this. */
const JOURNAL_BUCKET = 'rounds-journal';

interface Bucket {
  readonly indexedDB: IDBFactory;
  getDirectory(): Promise<FileSystemDirectoryHandle>;
}
interface WithBuckets {
  readonly storageBuckets?: { open(name: string, options: object): Promise<Bucket> };
}

/** The journal's bucket; undefined where the browser has none. */
export async function journalBucket(): Promise<Bucket | undefined> {
  const { storageBuckets } = navigator as WithBuckets;
  return storageBuckets?.open(JOURNAL_BUCKET, { persisted: true, durability: 'strict' });
}

/** The journal's folder in the browser; undefined where the browser has no place for it. */
export async function journalFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return (await journalBucket())?.getDirectory();
}
