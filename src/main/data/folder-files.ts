import { constants } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import {
  BEGUN,
  FOLDER_NAME,
  type FolderFile,
  type FolderKnown,
  folderInWords,
} from '../../platform/folder/chosen-folder.ts';
import {
  amendRecord,
  forgetRecord,
  type ChosenRecord,
  mustBeRightDisk,
  readRecord,
  writeRecord,
} from './chosen-record.ts';
import { beginTurnsAnew, folderTurns } from './folder-turns.ts';
import { syncFolder } from './sync-folder.ts';

const NO_LINK = constants.O_NOFOLLOW ?? 0;

/**
 * The folder that the person chose, remembered in the file `record`. Nothing is written but copies,
 * under the names of copies; the folder itself is never made: where a stick is not plugged in, its
 * place on this computer's disk must not be taken for it. One order is done after the other.
 */
export function folderFilesIn(record: string) {
  const turns = folderTurns(record);
  /** Copies that are being written now; whatever else was begun was left by a kill. */
  const writing = new Set<string>();

  async function begin(name: string, { path, begun = [] }: ChosenRecord): Promise<void> {
    for (const left of begun.filter((each) => !writing.has(each))) {
      await rm(draftOf(path, left), { force: true });
    }
    writing.add(name);
    // A full disk of this computer's is no fault of the folder: then a kill leaves what it leaves.
    await amendRecord(record, path, (now) => ({ ...now, begun: [...writing] })).catch(() => {});
  }

  function inTurn<Value>(
    work: (kept: ChosenRecord) => Promise<Value>,
    doing?: 'read',
  ): Promise<Result<Value>> {
    return turns((kept) =>
      folderInWords(
        kept ? basename(kept.path) : t`the folder`,
        async () => {
          if (!kept) throw Object.assign(new Error('none is chosen'), { code: 'ENOENT' });
          return work(kept);
        },
        doing,
      ),
    );
  }

  return {
    async known(): Promise<Result<FolderKnown | null>> {
      const kept = await readRecord(record);
      return ok(kept ? { name: kept.path, mayUse: true } : null);
    },
    /**
     * Chosen again, it is the right one whatever is in it: what is not there is forgotten. Neither this
     * nor `forget` waits for orders: the disk of the one before may not answer any more.
     */
    choose: (path: string): Promise<Result<FolderKnown>> =>
      folderInWords(basename(path), async () => {
        const before = await readRecord(record);
        const files = await filesIn(path);
        const made = Object.entries(before?.path === path ? before.made : {});
        const still = Object.fromEntries(made.filter(([name]) => files.has(name)));
        const begun = before?.path === path ? before.begun : [];
        await writeRecord(record, { path, made: still, ...(begun && { begun }) });
        beginTurnsAnew(record);
        return { name: path, mayUse: true };
      }),
    forget: (): Promise<Result<true>> =>
      folderInWords(t`the folder`, async () => {
        await forgetRecord(record);
        beginTurnsAnew(record);
        return true as const;
      }),
    list: () =>
      inTurn(async (kept): Promise<FolderFile[]> => {
        const { path, made } = kept;
        const files = await filesIn(path);
        await mustBeRightDisk(kept);
        return [...files].map(([name, bytes]) => ({ name, bytes, isOurs: made[name] === bytes }));
      }),
    write: (name: string, at: number, bytes: Uint8Array) =>
      inTurn(async (kept) => {
        const flags = constants.O_WRONLY | NO_LINK;
        const draft = draftOf(kept.path, name);
        if (at === 0) await begin(name, kept);
        if (at === 0) await rm(draft, { force: true });
        const file = await open(
          draft,
          at === 0 ? flags | constants.O_CREAT | constants.O_EXCL : flags,
        );
        try {
          for (let done = 0; done < bytes.length; ) {
            done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
          }
          await file.sync();
        } finally {
          await file.close();
        }
        return true as const;
      }),
    read: (name: string, from: number, length: number) =>
      inTurn(({ path }) => piece(draftOf(path, name), from, length)),
    /** A piece of a copy that was kept. */
    open: (name: string, from: number, length: number) =>
      inTurn(({ path }) => piece(join(path, checked(name)), from, length), 'read'),
    /** Gives the copy its name. */
    keep: (name: string) =>
      inTurn(async (kept) => {
        const draft = draftOf(kept.path, name);
        const { size } = await stat(draft);
        await rename(draft, join(kept.path, name));
        await syncFolder(kept.path);
        writing.delete(name);
        await amendRecord(record, kept.path, (now) => ({
          ...now,
          begun: [...writing],
          made: { ...now.made, [name]: size },
        }));
        return true as const;
      }),
    /** What was begun goes. */
    drop: (name: string) =>
      inTurn(async ({ path }) => {
        await rm(draftOf(path, name), { force: true });
        writing.delete(name);
        return true as const;
      }),
    remove: (name: string) =>
      inTurn(async (kept) => {
        const file = join(kept.path, checked(name));
        if ((await stat(file)).size !== kept.made[name]) return true as const;
        await rm(file);
        await amendRecord(record, kept.path, ({ made: { [name]: _gone, ...made }, ...now }) => ({
          ...now,
          made,
        }));
        return true as const;
      }),
  };
}

/** Bytes of a file from a place on; fewer where it ends before. */
async function piece(path: string, from: number, length: number): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | NO_LINK);
  try {
    const bytes = new Uint8Array(length);
    let done = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, done, length - done, from + done);
      done += bytesRead;
      if (bytesRead === 0 || done === length) return bytes.subarray(0, done);
    }
  } finally {
    await file.close();
  }
}

/** Copies alone, by name and size; rejects where the folder cannot be read. */
async function filesIn(path: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (!entry.isFile() || !FOLDER_NAME.test(entry.name)) continue;
    found.set(entry.name, (await stat(join(path, entry.name))).size);
  }
  return found;
}

function draftOf(path: string, name: string): string {
  return join(path, `${checked(name)}${BEGUN}`);
}

function checked(name: string): string {
  if (!FOLDER_NAME.test(name)) throw new Error('that is no name of a copy');
  return name;
}
