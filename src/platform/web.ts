import { ok } from '../kernel/problem.ts';
import type { CopiesPlace } from './copies/copies-place.ts';
import type { JournalFiles } from './journal/journal-files.ts';
import { download } from './files/files-outside.ts';
import type { Platform } from './platform.ts';
import { folderLater } from './folder/folder-later.ts';

/** The platform in a plain browser, installed as an app or in a tab. */
export function createWebPlatform(journal?: JournalFiles, copies?: CopiesPlace): Platform {
  return {
    kind: 'web',
    journal,
    copies,
    onFilesOpened(listener) {
      const stop = new AbortController();
      void import('./files/opened-files.ts').then(
        ({ hearLaunches }) => hearLaunches(listener, stop.signal),
        () => {},
      );
      return () => stop.abort();
    },
    async saveTextFile(suggestedName, text) {
      download(suggestedName, new Blob([text], { type: 'text/plain;charset=utf-8' }));
      return ok(true);
    },
    // Where the browser lets one be chosen.
    folder:
      'showDirectoryPicker' in globalThis
        ? folderLater(async () => (await import('./folder/web-folder.ts')).webFolder())
        : undefined,
    keepStorage,
    onCommand: () => () => {},
    async openExternal(url) {
      // There since the first card, which alone has links.
      const { externalAddress } = await import('./external-address.ts');
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

/** Buckets that were asked whether they are kept. */
const asked = new Set<object>();

/** Asks for durable storage; the same in both shells. A browser that cannot be asked says no. */
export async function keepStorage(): Promise<boolean> {
  try {
    const isKept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    const { storageBuckets } = navigator as WithBuckets;
    for (const name of (await storageBuckets?.keys()) ?? []) {
      const bucket = await storageBuckets?.open(name);
      // As in files/journal-folder.ts: one that is collected answers nothing (STORE-22).
      if (bucket) asked.add(bucket);
      if (!(await bucket?.persisted()) && !(await bucket?.persist())) return false;
    }
    return isKept;
  } catch {
    return false;
  }
}
