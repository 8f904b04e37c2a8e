import { ok, type Result } from '../../kernel/problem.ts';
import type { DesktopApi } from '../desktop-api.ts';

type Told = (opened: Result<readonly File[]>) => void;

/** Bytes that cross from main at a time. */
const PIECE = 4 * 1024 * 1024;

/** What is used here of launching, which TypeScript's library does not have yet. */
interface WithLaunches {
  readonly launchQueue?: {
    setConsumer(
      consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void,
    ): void;
  };
}

/** Tells of files with which the program, installed by a browser, is opened (the manifest's file_handlers). */
export function hearLaunches(tell: Told, signal: AbortSignal): void {
  (globalThis as WithLaunches).launchQueue?.setConsumer(({ files }) => {
    if (signal.aborted || files.length === 0) return;
    void Promise.all(files.map((handle) => handle.getFile())).then((read) => tell(ok(read)));
  });
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
    const files: File[] = [];
    for (const { id, name } of opened.value) {
      const file = await readOpened(desktop, id, name);
      if (!file.ok) tell(file);
      else files.push(file.value);
    }
    if (files.length > 0) tell(ok(files));
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
