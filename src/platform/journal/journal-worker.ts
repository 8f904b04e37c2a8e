import { JOURNAL_PATH } from '../../kernel/journal-path.ts';
import { accessFile, type OrderAnswer, type SyncAccess } from '../files/file-orders.ts';

export interface JournalOrder {
  readonly number: number;
  readonly is: 'append' | 'put';
  readonly path: string;
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Bytes written between two signs that it goes on: a film may be large, and a disk slow. */
const PIECE = 4 * 1024 * 1024;

/** The entry of the worker that writes the journal's files, one order after the other. */
let turn: Promise<unknown> = Promise.resolve();
/** The file that was added to last stays open: it is the one that the next answer goes to. */
let open: { readonly path: string; readonly handle: SyncAccess } | undefined;

globalThis.addEventListener('message', ({ data }: MessageEvent<JournalOrder>) => {
  turn = turn.then(async () => {
    const answer: OrderAnswer = { number: data.number };
    try {
      await (data.is === 'append' ? append(data) : put(data));
      postMessage(answer);
    } catch (error) {
      close();
      const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      postMessage({ ...answer, why } satisfies OrderAnswer);
    }
  });
});

async function append({ number, path, at, bytes }: JournalOrder): Promise<void> {
  if (open?.path !== path) {
    close();
    open = { path, handle: await access(path) };
  }
  const { handle } = open;
  const size = handle.getSize();
  // What was begun and not finished is cut off: it was never said to be there.
  if (size !== at) throw new Error(`it has ${size} bytes, and not ${at}`);
  try {
    writeAll(handle, at, bytes, number);
  } catch (error) {
    handle.truncate(at);
    handle.flush();
    throw error;
  }
}

async function put({ number, path, bytes }: JournalOrder): Promise<void> {
  const handle = await access(path);
  try {
    // Written once, under the hash of its content; written again only where it is not that any more.
    if (handle.getSize() === bytes.length && holds(handle, bytes)) return;
    handle.truncate(0);
    writeAll(handle, 0, bytes, number);
  } finally {
    handle.close();
  }
}

/** What the disk gives back no more is not there. */
function holds(handle: SyncAccess, bytes: Uint8Array): boolean {
  const there = new Uint8Array(bytes.length);
  try {
    handle.read(there, { at: 0 });
  } catch {
    return false;
  }
  return there.every((byte, at) => byte === bytes[at]);
}

function writeAll(handle: SyncAccess, at: number, bytes: Uint8Array, number: number): void {
  let written = 0;
  while (written < bytes.length) {
    const piece = bytes.subarray(written, written + PIECE);
    const some = handle.write(piece, { at: at + written });
    if (some === 0) throw new Error('the disk takes no more');
    written += some;
    if (written < bytes.length) postMessage({ number, goesOn: true } satisfies OrderAnswer);
  }
  handle.flush();
}

function close(): void {
  open?.handle.close();
  open = undefined;
}

function access(path: string): Promise<SyncAccess> {
  if (!JOURNAL_PATH.test(path)) throw new Error('that is no file of the journal');
  return accessFile(path);
}
