import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { announceChanges } from '../../store/announce.ts';
import { countOn } from '../../store/device/count-on.ts';
import { bringInDrafts } from '../../store/device/drafts.ts';
import { tellFollowers } from '../../store/log/beside.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { missingIn } from '../journal/recovery/missing-in.ts';
import { recover } from '../journal/recovery/recover.ts';

/**
 * What a window does before it writes where another one wrote until now, which may have been killed
 * at any moment. 'begin anew': something is to be put right that a start puts right, on a screen of
 * its own.
 */
export async function takeOver(
  store: RoundsDatabase,
  journal: JournalFiles,
): Promise<'writes' | 'begin anew'> {
  const device = await store.device.get('device');
  if (!device || device.replacing || device.mustRebuild || device.mustPack) return 'begin anew';
  await countOn(store);
  const compared = await missingIn(store, journal);
  if (compared.ok && compared.value) {
    // A single step was under way when the other window went.
    if (compared.value.operations > 1) return 'begin anew';
    const outcome = await recover(store, journal, compared.value);
    if (!outcome.ok || outcome.value.lost.length > 0) return 'begin anew';
  }
  await bringInDrafts(store);
  // Its last change may not have been told any more.
  announceChanges(store, undefined);
  tellFollowers();
  return 'writes';
}
