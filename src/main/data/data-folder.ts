import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, win32 } from 'node:path';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** What a start is known by. */
export interface Start {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Where the cards lie, or undefined for the system's own place. From a checkout, ROUNDS_USER_DATA
 * names another folder: tests and trials use it.
 */
export function dataFolder(start: Start): string | undefined {
  const { ROUNDS_USER_DATA: trial } = start.environment;
  if (!start.isPackaged) return trial ? resolve(trial) : undefined;
  return portableFolder(start);
}

/** Beside the portable program for Windows, whose start sets these variables; else undefined. */
export function portableFolder({ platform, isPackaged, environment }: Start): string | undefined {
  const { PORTABLE_EXECUTABLE_DIR: folder, PORTABLE_EXECUTABLE_APP_FILENAME: program } =
    environment;
  if (!isPackaged || platform !== 'win32' || !folder) return undefined;
  // Every portable program of this kind sets them, and whatever it starts inherits them.
  if (program?.toLowerCase() !== 'rounds' || !win32.isAbsolute(folder)) return undefined;
  return win32.join(folder, t`Rounds data`);
}

/** Makes the folder, and sees by writing: a stick may be locked, and rights say little on Windows. */
export function writable(folder: string): Result<undefined> {
  const trial = join(folder, `.rounds-${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(trial, '');
    rmSync(trial, { force: true });
    return ok(undefined);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : t`unknown reason`;
    return failed(
      t`The portable Rounds keeps your cards beside itself, and ${folder} cannot be written (${code}).`,
      t`Nothing was changed.`,
      t`Move the program to a folder of your own or to a stick that is not locked, and start it there.`,
    );
  }
}
