import { failed, ok, type Result } from '../kernel/problem.ts';
import { externalAddress } from './external-address.ts';
import type { CopiesPlace } from './copies/copies-place.ts';
import type { JournalFiles } from './journal/journal-files.ts';
import { chooseFile, download } from './files/files-outside.ts';
import type { Platform, TextFile } from './platform.ts';
import { folderLater } from './folder/folder-later.ts';
import { deckFileExtensions, decodeTextFile, tooLarge } from './text-file.ts';
import { named } from '../kernel/named.ts';

/** The platform in a plain browser, installed as an app or in a tab. */
export function createWebPlatform(journal?: JournalFiles, copies?: CopiesPlace): Platform {
  return {
    kind: 'web',
    journal,
    copies,
    openTextFile,
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
