import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { type Missing, missingOf } from './missing.ts';

/** A start does not wait longer for a stick that does not answer. */
const PATIENCE_MILLIS = 10_000;

/**
 * What the journal in the folder of the person's own has and the database lacks, where there is no
 * other journal; undefined: nothing, or the folder cannot be read now.
 */
export async function missingFromFolder(
  store: RoundsDatabase,
  folder: ChosenFolder,
): Promise<Missing | undefined> {
  const asked = (async () => {
    const known = await folder.known();
    if (!known.ok || !known.value?.mayUse) return undefined;
    const missing = await missingOf(store, folder.journal);
    return missing.ok && missing.value ? { ...missing.value, isFromFolder: true } : undefined;
  })();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MILLIS);
  });
  return Promise.race([asked, enough]).finally(() => clearTimeout(timer));
}
