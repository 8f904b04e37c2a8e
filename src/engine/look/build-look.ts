import { inFileWords, Stopped, STOPPED_READING } from '../../exchange/collection-file/bad-file.ts';
import { readWholeFile } from '../../exchange/collection-file/check-file.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { openDatabase } from '../../store/open.ts';
import { deleteLook } from '../../store/place/look-place.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import { blobBytes } from '../copies/blob-bytes.ts';
import { readBeside } from '../copies/replace.ts';
import { takeIn } from '../copies/take-in.ts';

/** Builds the collection of a file in a database of its own at `place`, which is emptied first. */
export async function buildLook(
  content: Blob,
  place: DatabasePlace,
  journal: JournalFiles | undefined,
  watch: Watch,
): Promise<Result<true>> {
  await deleteLook(place);
  try {
    const whole = await inFileWords(() => readWholeFile(blobBytes(content), watch));
    if (!whole.ok) return whole;
    const opened = await openDatabase(() => 'look', undefined, place);
    if (!opened.ok) return opened;
    try {
      const taken = await takeIn(opened.value, whole.value, (path) => readBeside(journal, path));
      return taken.ok ? ok(true) : taken;
    } finally {
      opened.value.close();
    }
  } catch (error) {
    await deleteLook(place);
    if (error instanceof Stopped) return STOPPED_READING;
    return failed(
      t`The copy could not be opened (${error instanceof Error ? error.message : String(error)}).`,
      t`Your cards and the copy are as they were.`,
      t`Make room on the disk and try again.`,
    );
  }
}
