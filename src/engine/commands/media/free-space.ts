import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { type LeftOver, readLeftOver, removeBlobs } from '../../../store/left-over.ts';
import type { Deps } from '../../deps.ts';

/** Contents of files deleted so many days ago or less are kept unless the person says otherwise. */
export const KEPT_DAYS = 30;
const MILLIS_PER_DAY = 86_400_000;

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** What no file of the collection needs any more. */
export interface SpaceToFree {
  /** Deleted longer ago than KEPT_DAYS, or never part of the collection in the end. */
  readonly old: Amount;
  /** Deleted since: undo would still need them. */
  readonly recent: Amount;
}

export async function spaceToFree(deps: Deps): Promise<Result<SpaceToFree>> {
  const found = await leftOver(deps);
  if (!found.ok) return found;
  return ok({
    old: amountOf(found.value.filter((each) => !each.isRecent)),
    recent: amountOf(found.value.filter((each) => each.isRecent)),
  });
}

/**
 * Removes contents for good and gives the bytes freed. This is no operation and cannot be undone:
 * undoing a deletion afterwards brings back the file's name, and the check then lists it as lost.
 */
export async function freeSpace(
  deps: Deps,
  { withRecent }: { readonly withRecent: boolean },
): Promise<Result<number>> {
  const found = await leftOver(deps);
  if (!found.ok) return found;
  const gone = found.value.filter((each) => withRecent || !each.isRecent);
  return removeBlobs(deps.store, gone);
}

async function leftOver({ store, clock }: Deps): Promise<Result<LeftOver[]>> {
  try {
    return ok(await readLeftOver(store, clock().atMillis - KEPT_DAYS * MILLIS_PER_DAY));
  } catch (error) {
    return failed(
      `What can be freed could not be found out (${error instanceof Error ? error.name : error}).`,
      'Nothing was removed.',
      'Start Rounds again and try once more.',
    );
  }
}

function amountOf(list: readonly LeftOver[]): Amount {
  return { files: list.length, bytes: list.reduce((sum, each) => sum + each.bytes, 0) };
}
