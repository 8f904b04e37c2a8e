import { ok, type Result } from '../../../kernel/problem.ts';
import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { hasSteps, readEnds } from '../ends.ts';
import { type Missing, missingFrom } from './missing.ts';

/**
 * Compares the ends of the journal with those of the database; undefined: the database lacks nothing.
 * Where there is no journal, or none that can be read, the one in the folder of the person's own is asked, and then the copies.
 */
export async function missingIn(
  store: RoundsDatabase,
  files: JournalFiles,
  copies?: CopiesPlace,
  folder?: ChosenFolder,
): Promise<Result<Missing | undefined>> {
  const ends = await readEnds(files);
  if ((copies || folder) && !(ends.ok && hasSteps(ends.value))) {
    const { missingElsewhere } = await import('./missing-elsewhere.ts');
    const missing = await missingElsewhere(store, copies, folder);
    if (missing || ends.ok) return ok(missing);
  }
  if (!ends.ok) return ends;
  return missingFrom(store, files, ends.value);
}
