import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BaseWindow, BrowserWindow, dialog } from 'electron';
import { failed, ok, type Result } from '../kernel/problem.ts';
import type { TextFile } from '../platform/platform.ts';
import { deckFileExtensions, decodeTextFile, tooLarge } from '../platform/text-file.ts';
import { writeAtomically } from './atomic-file.ts';
import { handle } from './ipc.ts';
import { openOutside } from './page/navigation.ts';

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
  const { canceled, filePaths } = await ask((window) =>
    dialog.showOpenDialog(window, { properties: ['openFile'], filters }),
  );
  const path = filePaths[0];
  return canceled || path === undefined ? ok(null) : readTextFile(path);
}

async function readTextFile(path: string): Promise<Result<TextFile>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    return tooLarge(name, size) ?? decodeTextFile(name, await readFile(path));
  } catch (error) {
    return failed(
      `“${name}” could not be read (${reason(error)}).`,
      'Nothing was read, and your cards are as they were.',
      'Check that the file is still there and that you may read it, then open it again.',
    );
  }
}

async function saveTextFile(suggestedName: string, text: string): Promise<Result<boolean>> {
  const { canceled, filePath } = await ask((window) =>
    dialog.showSaveDialog(window, { defaultPath: basename(suggestedName) }),
  );
  if (canceled || !filePath) return ok(false);
  try {
    await writeAtomically(filePath, text);
    return ok(true);
  } catch (error) {
    return failed(
      `“${basename(filePath)}” could not be written (${reason(error)}).`,
      'A file that was there before is unchanged, and your cards are as they were.',
      'Free some space or choose another folder, then save again.',
    );
  }
}

/** A dialog belongs to the window in front, so that it cannot be lost behind it. */
function ask<Answer>(show: (window: BaseWindow) => Promise<Answer>): Promise<Answer> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) throw new Error('No window to ask in.');
  return show(window);
}

/** The system's own short code: ENOSPC, EACCES, EROFS. */
function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
