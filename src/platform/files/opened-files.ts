import { named } from '../../kernel/named.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { DesktopApi } from '../desktop-api.ts';

type Told = (opened: Result<readonly File[]>) => void;

/** Bytes that cross from main at a time. */
const PIECE = 4 * 1024 * 1024;

/** What is used here of launching, which TypeScript's library does not have yet. */
interface WithLaunches {
  readonly launchQueue?: {
    setConsumer(consumer: (launch: { readonly files: readonly FileSystemHandle[] }) => void): void;
  };
}

/** Tells of files with which the program, installed by a browser, is opened (the manifest's file_handlers). */
export function hearLaunches(tell: Told, signal: AbortSignal): void {
  (globalThis as WithLaunches).launchQueue?.setConsumer(({ files }) => {
    if (signal.aborted || files.length === 0) return;
    void Promise.all(files.map(launched)).then((read) => tellAll(read, tell));
  });
}

/** A file may be gone, or forbidden, by the time that it is read. */
async function launched(handle: FileSystemHandle): Promise<Result<File>> {
  try {
    // A folder has no such function, and is told of like a file that cannot be read.
    return ok(await (handle as FileSystemFileHandle).getFile());
  } catch (error) {
    const why =
      error instanceof Error || error instanceof DOMException ? error.name : String(error);
    return failed(
      t`“${named(handle.name)}” could not be read (${why}).`,
      t`Nothing was read, and your cards are as they were.`,
      t`Check that the file is still there and that you may read it, then open it again.`,
    );
  }
}

/** One that could not be read keeps none of the others away. */
function tellAll(all: readonly Result<File>[], tell: Told): void {
  for (const each of all) if (!each.ok) tell(each);
  const files = all.flatMap((each) => (each.ok ? [each.value] : []));
  if (files.length > 0) tell(ok(files));
}

/** Tells of files that main was opened with: those that wait already, and each that comes. */
export function hearOpened(desktop: DesktopApi, tell: Told, signal: AbortSignal): void {
  const ask = async (): Promise<void> => {
    const opened = await desktop.openedFiles();
    if (signal.aborted || (opened.ok && opened.value.length === 0)) return;
    if (!opened.ok) {
      tell(opened);
      return;
    }
    const all: Result<File>[] = [];
    for (const { id, name } of opened.value) all.push(await readOpened(desktop, id, name));
    tellAll(all, tell);
  };
  // Main asks for the import when there is one.
  const stop = desktop.onCommand((command) => command === 'import' && void ask());
  signal.addEventListener('abort', stop);
  void ask();
}

/** To its end, whatever size the system says it has; each piece is left to the browser to keep. */
async function readOpened(desktop: DesktopApi, id: number, name: string): Promise<Result<File>> {
  const pieces: Blob[] = [];
  for (let from = 0; ; from += PIECE) {
    const piece = await desktop.openedRead(id, from, PIECE);
    if (!piece.ok) return piece;
    pieces.push(new Blob([piece.value as Uint8Array<ArrayBuffer>]));
    if (piece.value.length < PIECE) return ok(new File(pieces, name));
  }
}
