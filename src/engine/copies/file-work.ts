import { inFileWords, Stopped, STOPPED_READING } from '../../exchange/collection-file/bad-file.ts';
import { checkCollectionFile, readWholeFile } from '../../exchange/collection-file/check-file.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { blobBytes } from './blob-bytes.ts';
import { makeSnapshot, type SnapshotOptions } from './snapshot.ts';
import { takeIn } from './take-in.ts';

/** What the writer's worker does with files; the page asks for it by name. */
type FileWork = (typeof FILE_WORKS)[number];
const FILE_WORKS = ['snapshot', 'readBack', 'checkFile', 'merge'] as const;

export function isFileWork(name: string): name is FileWork {
  return (FILE_WORKS as readonly string[]).includes(name);
}

export async function work(
  db: RoundsDatabase,
  name: FileWork,
  asked: unknown,
  watch: Watch,
): Promise<Result<unknown>> {
  try {
    if (name === 'snapshot') return ok(await makeSnapshot(db, asked as SnapshotOptions, watch));
    const bytes = blobBytes(asked as Blob);
    if (name === 'checkFile') return await inFileWords(() => checkCollectionFile(bytes, watch));
    const whole = await inFileWords(() => readWholeFile(bytes, watch));
    if (!whole.ok) return whole;
    return name === 'readBack' ? ok(true) : await takeIn(db, whole.value, noneBeside);
  } catch (error) {
    if (error instanceof Stopped) return STOPPED_READING;
    throw error;
  }
}

/** A file that comes from elsewhere holds its media itself. */
async function noneBeside(path: string): Promise<Result<never>> {
  return failed(t`“${path}” is not in the file.`, t`Nothing was changed.`, t`Take a whole file.`);
}
