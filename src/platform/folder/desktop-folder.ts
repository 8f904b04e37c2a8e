import type { DesktopApi } from '../desktop-api.ts';
import { PATIENCE_WITH_FOLDER, type Patience, withPatience } from '../files/patience.ts';
import { type ChosenFolder, type Doing, folderInWords } from './chosen-folder.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** Bytes that cross to main or back at a time. */
const PIECE = 4 * 1024 * 1024;

/** The folder that main writes to. Where its disk does not answer, main does not either. */
export function desktopFolder(
  api: DesktopApi,
  patience: Patience = PATIENCE_WITH_FOLDER,
): ChosenFolder {
  const desktop = patient(api, patience);
  return {
    async known() {
      const known = await desktop.folderKnown();
      return known.ok ? ok(known.value ?? undefined) : known;
    },
    // The person may take any time.
    choose: () => api.folderChoose(),
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

type Desktop = ReturnType<typeof patient>;

/** What is asked of main, each piece by itself; what is not answered for long counts as a failure. */
function patient(api: DesktopApi, patience: Patience) {
  const answered =
    <Given extends unknown[], Value>(
      ask: (...given: Given) => Promise<Result<Value>>,
      doing?: Doing,
    ) =>
    async (...given: Given): Promise<Result<Value>> => {
      const asked = () => withPatience(() => ask(...given), patience);
      const done = await folderInWords(t`the folder`, asked, doing);
      return done.ok ? done.value : done;
    };
  return {
    folderKnown: answered(api.folderKnown),
    folderForget: answered(api.folderForget),
    folderList: answered(api.folderList),
    folderWrite: answered(api.folderWrite),
    folderRead: answered(api.folderRead),
    folderOpen: answered(api.folderOpen, 'read'),
    folderKeep: answered(api.folderKeep),
    folderDrop: answered(api.folderDrop),
    folderRemove: answered(api.folderRemove),
    folderJournalList: answered(api.folderJournalList, 'journal'),
    folderJournalRead: answered(api.folderJournalRead, 'journal'),
    folderJournalAppend: answered(api.folderJournalAppend, 'journal'),
    folderJournalPut: answered(api.folderJournalPut, 'journal'),
  };
}

async function write(desktop: Desktop, name: string, content: Blob): Promise<Result<true>> {
  for (let at = 0; at < content.size; at += PIECE) {
    const piece = new Uint8Array(await content.slice(at, at + PIECE).arrayBuffer());
    const written = await desktop.folderWrite(name, at, piece);
    if (!written.ok) return written;
  }
  return ok(true);
}

async function readDraft(desktop: Desktop, name: string, size: number): Promise<Result<Blob>> {
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
