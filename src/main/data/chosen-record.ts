import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ANOTHER_FOLDER, FOLDER_NAME } from '../../platform/folder/chosen-folder.ts';
import { writeAtomically } from '../atomic-file.ts';

/** What main remembers: the folder, and what tells it from another disk in its place. */
export interface ChosenRecord {
  readonly path: string;
  /** The size of each copy that Rounds made in it. */
  readonly made: Readonly<Record<string, number>>;
  /** A file of the journal that Rounds wrote in it. */
  readonly segment?: string;
  /** Copies that were begun in it: what a kill leaves of one is known by this. */
  readonly begun?: readonly string[];
}

/** A record that is missing or damaged is none: the person chooses again, and nothing is deleted. */
export async function readRecord(record: string): Promise<ChosenRecord | undefined> {
  try {
    const kept = JSON.parse(await readFile(record, 'utf8')) as Partial<ChosenRecord> | null;
    if (typeof kept?.path !== 'string') return undefined;
    const { path, made = {}, segment, begun } = kept;
    return {
      ...{ path, made },
      ...(typeof segment === 'string' && { segment }),
      ...(Array.isArray(begun) && { begun: begun.filter((name) => FOLDER_NAME.test(name)) }),
    };
  } catch {
    return undefined;
  }
}

export function writeRecord(record: string, kept: ChosenRecord): Promise<void> {
  return inTurn(record, () => writeAtomically(record, JSON.stringify(kept)));
}

export function forgetRecord(record: string): Promise<void> {
  return inTurn(record, () => rm(record, { force: true }));
}

/**
 * Copies and the journal are written at the same time: what each adds to the record stays. Nothing is
 * added where the folder is not the one at `path` any more: what was written is not in the other.
 */
export function amendRecord(
  record: string,
  path: string,
  change: (kept: ChosenRecord) => ChosenRecord,
): Promise<void> {
  return inTurn(record, async () => {
    const kept = await readRecord(record);
    if (kept?.path === path) await writeAtomically(record, JSON.stringify(change(kept)));
  });
}

/** Throws where nothing that Rounds wrote is in the folder any more: it may be another disk. */
export async function mustBeRightDisk({ path, made, segment }: ChosenRecord): Promise<void> {
  const written = [...(segment === undefined ? [] : [segment]), ...Object.keys(made)];
  if (written.length === 0) return;
  for (const name of written) if (await isThere(join(path, name))) return;
  // Where the folder itself is gone, that is what is to be said.
  await stat(path);
  throw Object.assign(new Error('another folder'), { code: ANOTHER_FOLDER });
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

const turns = new Map<string, Promise<unknown>>();

function inTurn<Value>(record: string, work: () => Promise<Value>): Promise<Value> {
  const done = (turns.get(record) ?? Promise.resolve()).then(work);
  turns.set(
    record,
    done.catch(() => {}),
  );
  return done;
}
