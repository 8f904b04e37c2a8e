import type { DesktopApi } from '../desktop-api.ts';
import type { ChosenFolder } from './chosen-folder.ts';
import { ok, type Result } from '../../kernel/problem.ts';

/** Bytes that cross to main or back at a time. */
const PIECE = 4 * 1024 * 1024;

/** The folder that main writes to. */
export function desktopFolder(desktop: DesktopApi): ChosenFolder {
  return {
    async known() {
      const known = await desktop.folderKnown();
      return known.ok ? ok(known.value ?? undefined) : known;
    },
    choose: () => desktop.folderChoose(),
    allow: async () => ok(true),
    forget: () => desktop.folderForget(),
    list: () => desktop.folderList(),
    async put(name, content, isWhole) {
      const written = await write(desktop, name, content);
      const read = written.ok ? await readDraft(desktop, name, content.size) : written;
      const whole = read.ok ? await isWhole(read.value) : read;
      if (whole.ok) return desktop.folderKeep(name);
      await desktop.folderDrop(name);
      return whole as Result<never>;
    },
    async read(name, from, to) {
      const pieces = await readPieces(from, to, (at, length) =>
        desktop.folderOpen(name, at, length),
      );
      if (!pieces.ok) return pieces;
      return ok(new Uint8Array(await new Blob(pieces.value).arrayBuffer()));
    },
    async open(name) {
      const pieces = await readPieces(0, Number.POSITIVE_INFINITY, (at, length) =>
        desktop.folderOpen(name, at, length),
      );
      return pieces.ok ? ok(new Blob(pieces.value)) : pieces;
    },
    remove: (name) => desktop.folderRemove(name),
    journal: {
      list: (folder) => desktop.folderJournalList(folder),
      read: (path, from) => desktop.folderJournalRead(path, from),
      append: (path, at, bytes) => desktop.folderJournalAppend(path, at, bytes),
      put: (path, bytes) => desktop.folderJournalPut(path, bytes),
    },
  };
}

async function write(desktop: DesktopApi, name: string, content: Blob): Promise<Result<true>> {
  for (let at = 0; at < content.size; at += PIECE) {
    const piece = new Uint8Array(await content.slice(at, at + PIECE).arrayBuffer());
    const written = await desktop.folderWrite(name, at, piece);
    if (!written.ok) return written;
  }
  return ok(true);
}

async function readDraft(desktop: DesktopApi, name: string, size: number): Promise<Result<Blob>> {
  const pieces = await readPieces(0, size, (at, length) => desktop.folderRead(name, at, length));
  return pieces.ok ? ok(new Blob(pieces.value)) : pieces;
}

/** What lies from `from` up to `to`, or up to the end; each piece left to the browser to keep. */
async function readPieces(
  from: number,
  to: number,
  read: (at: number, length: number) => Promise<Result<Uint8Array>>,
): Promise<Result<Blob[]>> {
  const pieces: Blob[] = [];
  for (let at = from; at < to; at += PIECE) {
    const piece = await read(at, Math.min(PIECE, to - at));
    if (!piece.ok) return piece;
    pieces.push(new Blob([piece.value as Uint8Array<ArrayBuffer>]));
    if (piece.value.length < PIECE) break;
  }
  return ok(pieces);
}
