/**
 * Where a database is. Without a bucket: in the browser's common place for this address, which it
 * throws away whole when the disk runs full, whatever was promised (measured; see decisions.md).
 */
export interface DatabasePlace {
  readonly name: string;
  /** A storage bucket of the browser's (Storage Buckets API). */
  readonly bucket?: string;
}

const OWN_BUCKET = /^rounds-cards(?:-(\d+))?$/;
const OWN_NAME = /^rounds(?:-(\d+))?$/;

/**
 * The program's own place; a browser without storage buckets keeps it in the common one. `isNew`: a
 * place beside those there are, because what lies in the newest cannot be read: it stays as it is.
 */
export async function ownPlace({ isNew = false } = {}): Promise<DatabasePlace> {
  const numbers = await ownNumbers();
  return placeOf(Math.max(1, ...numbers) + (isNew ? 1 : 0));
}

/** All places of the program's own that hold something, the newest first. */
export async function ownPlaces(): Promise<readonly DatabasePlace[]> {
  return [...(await ownNumbers())].sort((a, b) => b - a).map(placeOf);
}

async function ownNumbers(): Promise<readonly number[]> {
  const { storageBuckets } = navigator as WithBuckets;
  const names = storageBuckets ? await storageBuckets.keys() : await commonNames();
  return names.flatMap((name) => {
    const match = (storageBuckets ? OWN_BUCKET : OWN_NAME).exec(name);
    return match ? [Number(match[1] ?? 1)] : [];
  });
}

function placeOf(number: number): DatabasePlace {
  const ending = number === 1 ? '' : `-${number}`;
  return 'storageBuckets' in navigator
    ? { name: 'rounds', bucket: `rounds-cards${ending}` }
    : { name: `rounds${ending}`, bucket: 'rounds-cards' };
}

/** Databases in the browser's common place; what is wrong with that is said where one is opened. */
async function commonNames(): Promise<readonly string[]> {
  if (typeof indexedDB === 'undefined') return [];
  const there = await indexedDB.databases().catch(() => []);
  return there.flatMap(({ name }) => name ?? []);
}

/**
 * The native version of the empty database that stands in the common place where the cards lie in a
 * bucket: an older Rounds, which looks there, sees that a newer one has been here, and begins nothing.
 */
export const SIGNPOST_VERSION = 1_000_000;

/** What is used here of a storage bucket; TypeScript's library does not have it yet. */
export interface StorageBucket {
  readonly indexedDB: IDBFactory;
  persisted(): Promise<boolean>;
  persist(): Promise<boolean>;
  getDirectory(): Promise<FileSystemDirectoryHandle>;
}

interface WithBuckets {
  readonly storageBuckets?: {
    keys(): Promise<readonly string[]>;
    open(name: string, options: object): Promise<StorageBucket>;
  };
}

/**
 * Chromium (156) answers no request of a database any more once the object of its bucket, or the
 * factory that opened it, was collected as garbage: held as long as the page (STORE-22).
 */
const held: StorageBucket[] = [];

/**
 * The bucket of this name, asked to be kept for good and to write through to the disk; undefined
 * where the browser has none. Rejects where it refuses, as it does where all storage is blocked.
 */
export async function openBucket(name: string): Promise<StorageBucket | undefined> {
  const { storageBuckets } = navigator as WithBuckets;
  const bucket = await storageBuckets?.open(name, { persisted: true, durability: 'strict' });
  if (bucket) held.push(bucket);
  return bucket;
}

/** Where `place` keeps its databases. Throws where IndexedDB is missing or switched off. */
export async function databasesAt({ bucket }: DatabasePlace): Promise<IDBFactory> {
  const own = bucket === undefined ? undefined : await openBucket(bucket);
  return own?.indexedDB ?? indexedDB;
}

/** The native version of the database at `place`; undefined where there is none. Makes none. */
export async function versionAt(
  { name }: DatabasePlace,
  factory: IDBFactory,
): Promise<number | undefined> {
  return (await factory.databases()).find((each) => each.name === name)?.version;
}
