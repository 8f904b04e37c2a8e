import { type DatabasePlace, openBucket, ownPlaces } from './place.ts';

/** A database that could not be read, and stands beside the one in use as it was. */
export interface AsideDatabase {
  readonly place: DatabasePlace;
  /** What it takes on the disk; undefined where the browser does not say. */
  readonly bytes?: number;
  /** When the one after it took its place; undefined: not known any more. */
  readonly atMillis?: number;
}

interface WithEstimate {
  estimate?(): Promise<{ readonly usage?: number }>;
}

/** Every database of Rounds' own but `current`, the newest first. */
export async function listPutAside(current: DatabasePlace): Promise<readonly AsideDatabase[]> {
  const all: AsideDatabase[] = [];
  for (const place of await ownPlaces()) {
    if (keyOf(place) === keyOf(current)) continue;
    const bytes = await bytesAt(place);
    const atMillis = Number.parseInt(localStorage.getItem(keyOf(place)) ?? '', 10);
    all.push({
      place,
      ...(bytes !== undefined && { bytes }),
      ...(Number.isSafeInteger(atMillis) && { atMillis }),
    });
  }
  return all;
}

/** Said when another takes the place of the one at `place`. */
export function rememberPutAside(place: DatabasePlace, atMillis: number): void {
  try {
    localStorage.setItem(keyOf(place), String(atMillis));
  } catch {
    // Full: then its day is not known any more.
  }
}

/** For good; whether it was one that stands aside. Rejects where the browser refuses. */
export async function deletePutAsideAt(
  place: DatabasePlace,
  current: DatabasePlace,
): Promise<boolean> {
  const aside = await listPutAside(current);
  if (!aside.some((each) => keyOf(each.place) === keyOf(place))) return false;
  const { storageBuckets } = navigator as WithDeletion;
  if (storageBuckets && place.bucket !== undefined) await storageBuckets.delete(place.bucket);
  else await deleted(place.name);
  localStorage.removeItem(keyOf(place));
  return true;
}

interface WithDeletion {
  readonly storageBuckets?: { delete(name: string): Promise<void> };
}

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
    deleting.onblocked = () => reject(new Error('another window still has it open'));
  });
}

async function bytesAt({ bucket }: DatabasePlace): Promise<number | undefined> {
  if (bucket === undefined || !('storageBuckets' in navigator)) return undefined;
  const own = (await openBucket(bucket).catch(() => undefined)) as WithEstimate | undefined;
  return (await own?.estimate?.().catch(() => undefined))?.usage;
}

function keyOf({ name, bucket }: DatabasePlace): string {
  return `rounds-put-aside/${bucket}/${name}`;
}
