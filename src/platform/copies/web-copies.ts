import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { FileOrders } from '../files/file-orders.ts';
import { chooseFile, download } from '../files/files-outside.ts';
import { inItsWords } from '../files/in-its-words.ts';
import { journalFolder } from '../files/journal-folder.ts';
import { withPatience } from '../files/patience.ts';
import type { CopiesPlace } from './copies-place.ts';
import { secondPlace } from './second-place.ts';
import type { CopyOrder } from './copies-worker.ts';

/** Beside the journal, in its bucket. */
export const COPIES_FOLDER = 'copies';
/** What a copy is called until it has been read back. */
const BEGUN = '.part';

interface Movable extends FileSystemFileHandle {
  move(name: string): Promise<void>;
}

/** Copies in the browser's private file system; written by the worker that `start` starts. */
export function createWebCopies(start: () => Worker): CopiesPlace {
  const writer = new FileOrders<CopyOrder>(start);
  /** What is being written now; whatever else was begun was left by a kill. */
  const writing = new Set<string>();
  return {
    list: () =>
      inWords('read', async () => {
        const names = await withPatience<readonly string[]>(async (goesOn) => {
          const found: string[] = [];
          for await (const name of (await folder()).keys()) {
            goesOn();
            if (!name.endsWith(BEGUN)) found.push(name);
          }
          return found;
        }).catch((error: unknown) => ({ error }));
        const others = await secondPlace.names();
        if (!('error' in names)) return [...new Set([...names, ...others])];
        // A place that cannot be read hides none that can.
        if (others.length === 0) throw names.error;
        return others;
      }),
    async put(name, content, isWhole) {
      const begun = `${name}${BEGUN}`;
      writing.add(begun);
      const done = await inWords('written', async () => {
        await removeLeft(writing).catch(() => {});
        await writer.give({ name: begun, content });
        const handle = await (await folder()).getFileHandle(begun);
        const checked = await isWhole(await handle.getFile());
        if (!checked.ok) return checked;
        await (handle as Movable).move(name);
        // The copy is made; without a second place it is one all the same.
        const written = await handle.getFile().catch(() => undefined);
        if (written) await secondPlace.keep(name, written);
        return checked;
      });
      writing.delete(begun);
      if (done.ok && done.value.ok) return ok(true);
      await removeFile(begun).catch(() => {});
      return done.ok ? (done.value as Result<never>) : done;
    },
    open: (name) =>
      inWords('read', async () => {
        try {
          const own = async () => (await (await folder()).getFileHandle(name)).getFile();
          return await withPatience(own);
        } catch (error) {
          const other = await secondPlace.open(name);
          if (!other) throw error;
          return other;
        }
      }),
    remove: (name) =>
      inWords('removed', async () => {
        const wasThere = await secondPlace.remove(name);
        return withPatience(() => removeFile(name)).catch((error: unknown) => {
          if (wasThere && error instanceof DOMException && error.name === 'NotFoundError')
            return true as const;
          throw error;
        });
      }),
    async save(suggestedName, content) {
      download(suggestedName, content);
      return ok(true);
    },
    choose: () => chooseFile('.rounds'),
  };
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const own = await (await journalFolder())?.getDirectoryHandle(COPIES_FOLDER, { create: true });
  if (!own) throw new Error('this browser has no place for it');
  return own;
}

async function removeLeft(writing: ReadonlySet<string>): Promise<void> {
  for await (const name of (await folder()).keys()) {
    if (name.endsWith(BEGUN) && !writing.has(name)) await removeFile(name);
  }
}

async function removeFile(name: string): Promise<true> {
  await (await folder()).removeEntry(name);
  return true;
}

async function inWords<Value>(
  doing: 'read' | 'written' | 'removed',
  work: () => Promise<Value>,
): Promise<Result<Value>> {
  try {
    return ok(await work());
  } catch (error) {
    return failed(
      t`The copies could not be ${doing} (${inItsWords(error)}).`,
      t`Your cards and the copies that are there are as they were.`,
      t`Check that the disk has space, then try again.`,
    );
  }
}
