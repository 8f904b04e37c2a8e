import { basename, extname } from 'node:path';
import { type BaseWindow, BrowserWindow, dialog } from 'electron';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import { NO_FILE, writeAtomically } from './atomic-file.ts';
import { handle } from './ipc.ts';
import { openOutside } from './page/navigation.ts';
import { named } from '../kernel/named.ts';

/** What the page may ask of the system: save a file, open a link. */
export function setupDialogs(): void {
  handle('saveTextFile', saveTextFile);
  handle('openExternal', async (url) => ok(openOutside(url)));
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
    if (reason(error) === NO_FILE) {
      return failed(
        t`“${named(name)}” is no file, but a folder, a pipe or a device.`,
        t`What is there is unchanged, and your cards are as they were.`,
        t`Choose a file to save to.`,
      );
    }
    return failed(
      t`“${named(name)}” could not be written (${reason(error)}).`,
      t`A file that was there before is unchanged, and your cards are as they were.`,
      reason(error) === 'ENAMETOOLONG'
        ? t`The name is too long for the disk: choose a shorter one and save again.`
        : t`Free some space or choose another folder, then save again.`,
    );
  }
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
  return error instanceof Error && 'code' in error ? String(error.code) : t`unknown reason`;
}
