import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { announceChanges } from '../../../store/announce.ts';
import { tellFollowers } from '../../../store/log/beside.ts';
import { secondCopyOf } from '../../../store/place/second-copy.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { leaveBehind } from '../../journal/leave-behind.ts';
import { missingOf } from '../../journal/recovery/missing.ts';
import { type Recovered, recover } from '../../journal/recovery/recover.ts';
import { makeCopy } from './copies.ts';

/**
 * Brings in the steps that the journal in the folder of the person's own has and this collection has
 * not: of this device, after its data were cleared, or of others (JOURNAL-15). The present is kept as a
 * copy first. `undefined`: there are none.
 */
export function bringInFromFolder(
  deps: Deps,
  watch?: Watch,
): Promise<Result<Recovered | undefined>> {
  return inWords(async () => {
    const { store, platform, putBack } = deps;
    const { folder } = platform;
    if (!folder) return NO_FOLDER;
    const missing = await missingOf(store, folder.journal);
    if (!missing.ok) return missing;
    if (!missing.value) return ok(undefined);
    const present = await makeCopy(deps, 'before', watch);
    if (!present.ok) return present;
    const asked = { ...missing.value, isFromFolder: true };
    const came = putBack
      ? await putBack(asked, watch)
      : await recover(store, folder.journal, asked, watch, { folder });
    if (!came.ok) return came;
    await secondCopyOf(store)?.catchUp();
    if (platform.journal) await leaveBehind(store, platform.journal);
    announceChanges(store, undefined);
    tellFollowers();
    await deps.folderJournal?.catchUp();
    return came;
  });
}

const NO_FOLDER = failed(
  t`No folder is chosen.`,
  t`Your cards are as they were.`,
  t`Choose one in Settings, under “A folder of your own”.`,
);
