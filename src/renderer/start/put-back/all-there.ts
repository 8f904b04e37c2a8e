import { missingIn } from '../../../engine/journal/recovery/missing-in.ts';
import type { Kept } from './putting-back.tsx';
import { puttingBack } from '../under-way.tsx';

/** Whether the database has all that the journal has; what it lacks is put back first. */
export async function isAllThere(kept: Kept): Promise<'yes' | 'last step put back' | 'no'> {
  const compared = await missingIn(kept.store, kept.journal, kept.copies, kept.folder);
  // A journal that cannot be read is completed or named later: the database is what is studied.
  if (!compared.ok && hasJournalPlace() && (await kept.store.operations.count()) === 0)
    return (await (await puttingBack()).isBegunWithout(compared.problem)) ? 'yes' : 'no';
  if (!compared.ok || !compared.value) return 'yes';
  return (await puttingBack()).putBackMissing(kept, compared.value);
}

/** A browser without storage buckets has no journal, and its first start is one like any other. */
function hasJournalPlace(): boolean {
  return window.desktop !== undefined || 'storageBuckets' in navigator;
}
