import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import type { Missing } from './missing.ts';
import { missingFromCopies } from './missing-from-copies.ts';
import { missingFromFolder } from './missing-from-folder.ts';

/** What is missing as the folder of the person's own, and then the copies, say it. */
export async function missingElsewhere(
  store: RoundsDatabase,
  copies: CopiesPlace | undefined,
  folder: ChosenFolder | undefined,
): Promise<Missing | undefined> {
  const inFolder = folder && (await missingFromFolder(store, folder));
  return inFolder ?? (copies && (await missingFromCopies(store, copies)));
}
