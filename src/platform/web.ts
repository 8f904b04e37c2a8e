import { failed, ok, type Result } from '../kernel/problem.ts';
import { externalAddress } from './external-address.ts';
import type { CopiesPlace } from './copies/copies-place.ts';
import type { JournalFiles } from './journal/journal-files.ts';
import { chooseFile, download } from './files/files-outside.ts';
import type { Platform, TextFile } from './platform.ts';
import { deckFileExtensions, decodeTextFile, tooLarge } from './text-file.ts';
import { named } from '../kernel/named.ts';

/** The name of the lock that one tab holds for its life. */
const INSTANCE_LOCK = 'rounds-only-instance';
const LOCK_WAIT_MILLIS = 800;

/** The platform in a plain browser, installed as an app or in a tab. */
export function createWebPlatform(journal?: JournalFiles, copies?: CopiesPlace): Platform {
  let claim: Promise<boolean> | undefined;
  return {
    kind: 'web',
    journal,
    copies,
    openTextFile,
    async saveTextFile(suggestedName, text) {
      download(suggestedName, new Blob([text], { type: 'text/plain;charset=utf-8' }));
      return ok(true);
    },
    claimOnlyInstance() {
      claim ??= holdLock();
      return claim;
    },
    keepStorage,
    onCommand: () => () => {},
    async openExternal(url) {
      const address = externalAddress(url);
      if (address !== undefined) window.open(address, '_blank', 'noopener,noreferrer');
    },
  };
}

/** What is used here of storage buckets, which TypeScript's library does not have yet. */
interface WithBuckets {
  readonly storageBuckets?: {
    keys(): Promise<readonly string[]>;
    open(name: string): Promise<{ persisted(): Promise<boolean>; persist(): Promise<boolean> }>;
  };
}

/** Asks for durable storage; the same in both shells. A browser that cannot be asked says no. */
export async function keepStorage(): Promise<boolean> {
  try {
    const isKept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    const { storageBuckets } = navigator as WithBuckets;
    for (const name of (await storageBuckets?.keys()) ?? []) {
      const bucket = await storageBuckets?.open(name);
      if (!(await bucket?.persisted()) && !(await bucket?.persist())) return false;
    }
    return isKept;
  } catch {
    return false;
  }
}

async function openTextFile(): Promise<Result<TextFile | null>> {
  const ends = [...deckFileExtensions.map((end) => `.${end}`), 'text/*'];
  const file = await chooseFile(ends.join(','));
  if (file === null) return ok(null);
  const refused = tooLarge(file.name, file.size);
  if (refused) return refused;
  try {
    return decodeTextFile(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return failed(
      `“${named(file.name)}” could not be read.`,
      'Nothing was read, and your cards are as they were.',
      'Check that the file is still there and that you may read it, then open it again.',
    );
  }
}

/**
 * Holds the lock until the page goes. One request waits for it, and only a look at the whole list, in
 * which that request still waits behind another's hold, is a no: twice, because on a reload the page
 * before may not be gone yet. A grant that this page has not heard of is no reason to refuse, however
 * slow the machine. Without Web Locks nobody can be asked: only then a plain yes.
 */
async function holdLock(): Promise<boolean> {
  if (!('locks' in navigator)) return true;
  const ending = new AbortController();
  const clientId = await ownClientId();
  const granted = takeLock(ending.signal);
  let seenWaiting = 0;
  while (seenWaiting < 2) {
    if (await Promise.race([granted, after(LOCK_WAIT_MILLIS)])) return true;
    const { pending = [] } = await navigator.locks.query();
    const isWaiting = pending.some(
      (lock) => lock.name === INSTANCE_LOCK && lock.clientId === clientId,
    );
    // Neither heard of nor waiting: it is on its way.
    if (!isWaiting) return granted;
    seenWaiting++;
  }
  ending.abort();
  return false;
}

/** Settles when no other window has the cards any more; `claimOnlyInstance` was answered no before. */
export async function untilOthersGo(): Promise<void> {
  await navigator.locks.request(INSTANCE_LOCK, () => {});
}

/** Resolves with true when the lock is this page's, for as long as the page lives. */
function takeLock(signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(INSTANCE_LOCK, { signal }, () => {
        // Granted when it was too late: another window may have it.
        if (signal.aborted) return undefined;
        resolve(true);
        return new Promise(() => {});
      })
      .catch(() => resolve(false));
  });
}

/** By what the list of locks calls this page: found by a lock that nobody else can have. */
async function ownClientId(): Promise<string | undefined> {
  const name = `rounds-window-${crypto.randomUUID()}`;
  return navigator.locks.request(name, async () => {
    const { held = [] } = await navigator.locks.query();
    return held.find((lock) => lock.name === name)?.clientId;
  });
}

function after(millis: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), millis));
}
