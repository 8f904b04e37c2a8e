import { ok } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { PATIENCE_WITH_FOLDER, type Patience, withPatience } from '../files/patience.ts';
import { BEGUN, type ChosenFolder, FOLDER_NAME, folderInWords } from './chosen-folder.ts';
import {
  amendChosen,
  inFolder,
  type ChosenHandle,
  mustBeRightFolder,
  type Picked,
  readChosen,
  writeChosen,
} from './web-chosen.ts';
import { webFolderJournal } from './web-folder-journal.ts';

/** What is used here of the File System Access API, which TypeScript's library does not have yet. */
interface WithPicker {
  readonly showDirectoryPicker?: (options: object) => Promise<Picked>;
}
interface Movable extends FileSystemFileHandle {
  move?(name: string): Promise<void>;
}

/** Bytes written between two signs that it goes on. */
const PIECE = 4 * 1024 * 1024;
/** Of a copy that is read back, for each tick that it may take more. */
const BYTES_A_TICK = 1024 * 1024;

const MAY_WRITE = { mode: 'readwrite' } as const;

/**
 * In a browser that lets a folder be chosen (File System Access API). What its disk does not answer for
 * long counts as a failure.
 */
export function webFolder(patience: Patience = PATIENCE_WITH_FOLDER): ChosenFolder {
  const inPatience = <Value>(
    work: (kept: ChosenHandle, goesOn: () => void) => Promise<Value>,
    doing?: 'read',
  ) => inFolder((kept) => withPatience((goesOn) => work(kept, goesOn), patience), doing);
  /** Copies that are being written now; whatever else was begun was left by a kill. */
  const writing = new Set<string>();
  const noteBegun = (kept: ChosenHandle): Promise<void> =>
    // A full disk of this computer's is no fault of the folder: then a kill leaves what it leaves.
    amendChosen(kept, (now) => ({ ...now, begun: [...writing] })).catch(() => {});
  const removeBegun = ({ handle }: ChosenHandle, name: string): Promise<void> =>
    withPatience(() => handle.removeEntry(`${name}${BEGUN}`), patience).catch(() => {});

  return {
    known: () =>
      folderInWords(t`the folder`, async () => {
        const kept = await readChosen();
        return kept && knownOf(kept.handle);
      }),
    choose: () =>
      folderInWords(t`the folder`, async () => {
        const handle = await picked();
        if (!handle) return null;
        const kept = await readChosen();
        const isSame = kept !== undefined && (await kept.handle.isSameEntry(handle));
        // Chosen again, it is the right one whatever is in it: what is not there is forgotten.
        const made = isSame ? await stillThere(kept) : {};
        const choice = isSame ? kept.choice : crypto.randomUUID();
        const begun = isSame && kept.begun ? { begun: kept.begun } : {};
        await writeChosen({ handle, made, ...begun, ...(choice !== undefined && { choice }) });
        return knownOf(handle);
      }),
    allow: () =>
      folderInWords(t`the folder`, async () => {
        const kept = await readChosen();
        return (await kept?.handle.requestPermission(MAY_WRITE)) === 'granted';
      }),
    forget: () => folderInWords(t`the folder`, () => writeChosen(undefined)),
    list: () =>
      inPatience(async (kept, goesOn) => {
        const { handle, made } = kept;
        const files = await filesIn(handle, goesOn);
        await mustBeRightFolder(kept);
        return [...files].map(([name, bytes]) => ({ name, bytes, isOurs: made[name] === bytes }));
      }),
    async put(name, content, isWhole) {
      const done = await inFolder(async (kept) => {
        const { handle } = kept;
        const begun = `${checked(name)}${BEGUN}`;
        for (const left of kept.begun ?? []) if (!writing.has(left)) await removeBegun(kept, left);
        writing.add(name);
        await noteBegun(kept);
        // It gives no sign while it is read back: each of its pieces has its time.
        const ticks = patience.ticks + Math.ceil(content.size / BYTES_A_TICK);
        const toRead = { ...patience, ticks };
        try {
          const file = await withPatience(
            (goesOn) => written(handle, begun, content, goesOn),
            patience,
          );
          const whole = await withPatience(async () => isWhole(await file.getFile()), toRead);
          if (whole.ok) {
            await withPatience((goesOn) => rename(handle, file, name, content, goesOn), patience);
            await amendChosen(kept, (now) => ({
              ...now,
              made: { ...now.made, [name]: content.size },
            }));
          }
          return whole;
        } finally {
          await removeBegun(kept, name);
          writing.delete(name);
          await noteBegun(kept);
        }
      });
      if (!done.ok) return done;
      return done.value.ok ? ok(true) : done.value;
    },
    read: (name, from, to) =>
      inPatience(async ({ handle }) => {
        const file = await (await handle.getFileHandle(checked(name))).getFile();
        return new Uint8Array(await file.slice(from, to).arrayBuffer());
      }, 'read'),
    open: (name) =>
      inPatience(
        async ({ handle }) => (await handle.getFileHandle(checked(name))).getFile(),
        'read',
      ),
    remove: (name) =>
      inPatience(async (kept) => {
        const file = await kept.handle.getFileHandle(checked(name));
        if ((await file.getFile()).size !== kept.made[name]) return true;
        await kept.handle.removeEntry(name);
        await amendChosen(kept, ({ made: { [name]: _gone, ...made }, ...now }) => ({
          ...now,
          made,
        }));
        return true as const;
      }),
    journal: webFolderJournal(),
  };
}

async function picked(): Promise<Picked | undefined> {
  try {
    const options = { id: 'rounds-copies', ...MAY_WRITE, startIn: 'documents' };
    return await (globalThis as WithPicker).showDirectoryPicker?.(options);
  } catch (error) {
    // The person closed the dialog.
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

async function knownOf(handle: Picked) {
  const state = await handle.queryPermission(MAY_WRITE);
  return { name: handle.name, mayUse: state === 'granted' };
}

async function filesIn(
  handle: FileSystemDirectoryHandle,
  goesOn: () => void = () => {},
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const [name, each] of handle.entries()) {
    goesOn();
    if (each.kind !== 'file' || !FOLDER_NAME.test(name)) continue;
    found.set(name, (await (each as FileSystemFileHandle).getFile()).size);
  }
  return found;
}

async function stillThere({ handle, made }: ChosenHandle): Promise<Record<string, number>> {
  const files = await filesIn(handle);
  return Object.fromEntries(Object.entries(made).filter(([name]) => files.has(name)));
}

/** On the disk whole, or not there: the browser writes beside it and renames when it is closed. */
async function written(
  handle: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
  goesOn: () => void,
): Promise<FileSystemFileHandle> {
  const file = await handle.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  try {
    for (let from = 0; from < content.size; from += PIECE) {
      await stream.write(content.slice(from, from + PIECE));
      goesOn();
    }
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  await stream.close();
  return file;
}

async function rename(
  handle: FileSystemDirectoryHandle,
  file: Movable,
  name: string,
  content: Blob,
  goesOn: () => void,
): Promise<void> {
  try {
    await file.move?.(name);
    if (file.move) return;
  } catch (error) {
    // Some browsers rename files of their own only.
    if (!(error instanceof DOMException && error.name === 'NotSupportedError')) throw error;
  }
  const copy = await written(handle, name, content, goesOn);
  if ((await copy.getFile()).size !== content.size) {
    await handle.removeEntry(name);
    throw new DOMException('it is not whole', 'NotReadableError');
  }
}

function checked(name: string): string {
  if (!FOLDER_NAME.test(name)) throw new Error('that is no name of a copy');
  return name;
}
