import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type BaseWindow, BrowserWindow, dialog } from 'electron';
import { failed, ok, type Result } from '../kernel/problem.ts';
import type { TextFile } from '../platform/platform.ts';
import {
  deckFileExtensions,
  decodeTextFile,
  MAX_TEXT_FILE_BYTES,
  tooLarge,
} from '../platform/text-file.ts';
import { NO_FILE, writeAtomically } from './atomic-file.ts';
import { handle } from './ipc.ts';
import { openOutside } from './page/navigation.ts';
import { readBounded } from './read-bounded.ts';
import { named } from '../kernel/named.ts';

const filters = [
  { name: 'Decks', extensions: [...deckFileExtensions] },
  { name: 'All files', extensions: ['*'] },
];

/** What the page may ask of the system: open a file, save a file, open a link. */
export function setupDialogs(): void {
  handle('openTextFile', openTextFile);
  handle('saveTextFile', saveTextFile);
  handle('openExternal', async (url) => ok(openOutside(url)));
}

async function openTextFile(): Promise<Result<TextFile | null>> {
  const { canceled, filePaths } = await askIn((window) =>
    dialog.showOpenDialog(window, { properties: ['openFile'], filters }),
  );
  const path = filePaths[0];
  return canceled || path === undefined ? ok(null) : readTextFile(path);
}

async function readTextFile(path: string): Promise<Result<TextFile>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    const refused = tooLarge(name, size);
    if (refused) return refused;
    const bytes = await readBounded(path, MAX_TEXT_FILE_BYTES);
    return tooLarge(name, bytes.length) ?? decodeTextFile(name, bytes);
  } catch (error) {
    if (reason(error) === NO_FILE) return noFile(name, 'Nothing was read', 'open');
    return failed(
      `“${named(name)}” could not be read (${reason(error)}).`,
      'Nothing was read, and your cards are as they were.',
      'Check that the file is still there and that you may read it, then open it again.',
    );
  }
}

async function saveTextFile(suggestedName: string, text: string): Promise<Result<boolean>> {
  const { canceled, filePath } = await askIn((window) =>
    dialog.showSaveDialog(window, { defaultPath: fittingName(basename(suggestedName)) }),
  );
  if (canceled || !filePath) return ok(false);
  try {
    await writeAtomically(filePath, text);
    return ok(true);
  } catch (error) {
    const name = basename(filePath);
    if (reason(error) === NO_FILE) return noFile(name, 'What is there is unchanged', 'save to');
    return failed(
      `“${named(name)}” could not be written (${reason(error)}).`,
      'A file that was there before is unchanged, and your cards are as they were.',
      reason(error) === 'ENAMETOOLONG'
        ? 'The name is too long for the disk: choose a shorter one and save again.'
        : 'Free some space or choose another folder, then save again.',
    );
  }
}

function noFile(name: string, kept: string, doing: string): Result<never> {
  return failed(
    `“${named(name)}” is no file, but a folder, a pipe or a device.`,
    `${kept}, and your cards are as they were.`,
    `Choose a file to ${doing}.`,
  );
}

/** What a disk takes of a name, in bytes; a letter may have four. */
const LONGEST_NAME = 255;

/** The name, cut between signs where it is longer than a disk takes; its ending stays. */
function fittingName(name: string): string {
  const ending = extname(name);
  const signs = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(signs.join('') + ending) > LONGEST_NAME && signs.length > 0) signs.pop();
  return signs.join('') + ending;
}

/** A dialog belongs to the window in front, so that it cannot be lost behind it. */
export function askIn<Answer>(show: (window: BaseWindow) => Promise<Answer>): Promise<Answer> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) throw new Error('No window to ask in.');
  return show(window);
}

/** The system's own short code: ENOSPC, EACCES, EROFS. */
function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
