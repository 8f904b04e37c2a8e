import type { KeptJournal } from '../../../engine/journal/kept-journal.ts';
import type { Result } from '../../../kernel/problem.ts';
import { leaveDrafts } from '../../../store/device/drafts.ts';
import { openDatabase } from '../../../store/open.ts';
import { ownPlace } from '../../../store/place/place.ts';
import { rememberPutAside } from '../../../store/place/put-aside.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';

/**
 * Leaves the database as it is and makes an empty one beside it, which every later start opens; what
 * the journal and the copies have is put back there by the start. `damaged`: what can be read of it
 * and is nowhere else is brought to safety first, where it is open.
 */
export async function putAside(
  newId: () => string,
  damaged?: { readonly store: RoundsDatabase; readonly copy: KeptJournal },
): Promise<Result<unknown>> {
  const aside = await ownPlace();
  const place = await ownPlace({ isNew: true });
  // What cannot be read stays aside with the rest.
  await damaged?.copy.catchUp().catch(() => undefined);
  if (damaged) await leaveDrafts(damaged.store, place).catch(() => undefined);
  rememberPutAside(aside, Date.now());
  const made = await openDatabase(newId, undefined, place);
  if (made.ok) made.value.close();
  return made;
}

/** Whether another window has put `store` aside. */
export async function isPutAside({ place }: RoundsDatabase): Promise<boolean> {
  const { name, bucket } = await ownPlace();
  return name !== place.name || bucket !== place.bucket;
}
