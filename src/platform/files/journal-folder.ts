/** A bucket of its own: what empties the database's must not empty this. */
const JOURNAL_BUCKET = 'rounds-journal';

interface Bucket {
  getDirectory(): Promise<FileSystemDirectoryHandle>;
}
interface WithBuckets {
  readonly storageBuckets?: { open(name: string, options: object): Promise<Bucket> };
}

/** The journal's folder in the browser; undefined where the browser has no place for it. */
export async function journalFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const { storageBuckets } = navigator as WithBuckets;
  const options = { persisted: true, durability: 'strict' };
  return (await storageBuckets?.open(JOURNAL_BUCKET, options))?.getDirectory();
}
