import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';
import { named } from '../kernel/named.ts';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import type { HandedFile } from '../platform/desktop-api.ts';
import { NO_FILE } from './atomic-file.ts';
import { sendCommand } from './commands.ts';
import { handle } from './ipc.ts';
import { readPiece } from './read-piece.ts';
import { openWindow } from './window/window.ts';

/** What of a command line is a file for Rounds. */
const ENDINGS: ReadonlySet<string> = new Set(
  ['apkg', 'colpkg', 'csv', 'tsv', 'txt', 'db', 'md', 'markdown', 'rounds'].map((end) => `.${end}`),
);

/**
 * Files that a person opens with Rounds: by the system's file manager, by dropping them on its icon,
 * or on the command line, also of a second start (SHELL-12). The page reads these files, by their
 * numbers, and no others.
 */
export function setupOpenedFiles(): void {
  const opened: string[] = [];
  /** Those before this one the page has heard of. */
  let heard = 0;
  let hadWindow = false;

  function take(paths: readonly string[]): void {
    if (paths.length === 0) return;
    opened.push(...paths);
    if (BrowserWindow.getAllWindows().length > 0) sendCommand('import');
    // On a Mac the program goes on without a window; before its first one, that one will ask.
    else if (hadWindow) openWindow('#/import');
  }
  app.on('web-contents-created', () => {
    hadWindow = true;
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take([path]);
  });
  app.on('second-instance', (_event, line, folder) => take(filesIn(line, folder)));
  take(filesIn(process.argv, process.cwd()));

  handle('openedFiles', async () => {
    const files: HandedFile[] = opened
      .map((path, id) => ({ id, name: basename(path) }))
      .slice(heard);
    heard = opened.length;
    return ok(files);
  });
  handle('openedRead', async (id, from, length): Promise<Result<Uint8Array>> => {
    const path = opened[id] ?? '';
    try {
      return ok(await readPiece(path, from, length));
    } catch (error) {
      return notRead(basename(path), error);
    }
  });
}

function filesIn(line: readonly string[], folder: string): string[] {
  return line
    .slice(1)
    .filter((word) => !word.startsWith('-'))
    .map((word) => resolve(folder, pathOf(word)))
    .filter((path) => ENDINGS.has(extname(path).toLowerCase()));
}

/** File managers of Linux hand on an address, file:///home/me/Heart%20%26%20lung.apkg. */
function pathOf(word: string): string {
  if (!word.startsWith('file:')) return word;
  try {
    return fileURLToPath(word);
  } catch {
    // One of another computer, or none: as it stands there is no such file, and that is said.
    return word;
  }
}

function notRead(name: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : t`unknown reason`;
  return failed(
    code === NO_FILE
      ? t`“${named(name)}” is no file, but a folder, a pipe or a device.`
      : t`“${named(name)}” could not be read (${code}).`,
    t`Nothing was read, and your cards are as they were.`,
    t`Check that the file is still there and that you may read it, then open it again.`,
  );
}
