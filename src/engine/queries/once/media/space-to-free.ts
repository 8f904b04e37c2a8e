import { KEPT_DAYS } from '../../../../domain/media/media-file.ts';
import { failed, ok, type Result } from '../../../../kernel/problem.ts';
import { t } from '../../../../kernel/texts.ts';
import { MILLIS_PER_DAY } from '../../../../kernel/time.ts';
import { type LeftOver, readLeftOver } from '../../../../store/media/left-over.ts';
import type { Asked } from '../../context.ts';

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

export async function spaceToFree(
  deps: Pick<Asked, 'store' | 'clock'>,
): Promise<Result<SpaceToFree>> {
  const found = await contentsLeftOver(deps);
  if (!found.ok) return found;
  return ok({
    old: amountOf(found.value.filter((each) => !each.isRecent)),
    recent: amountOf(found.value.filter((each) => each.isRecent)),
  });
}

/** Contents that could be removed. */
export async function contentsLeftOver({
  store,
  clock,
}: Pick<Asked, 'store' | 'clock'>): Promise<Result<readonly LeftOver[]>> {
  try {
    return ok(await readLeftOver(store, clock().atMillis - KEPT_DAYS * MILLIS_PER_DAY));
  } catch (error) {
    return failed(
      t`What can be freed could not be found out (${error instanceof Error ? error.name : String(error)}).`,
      t`Nothing was removed.`,
      t`Start Rounds again and try once more.`,
    );
  }
}

function amountOf(list: readonly LeftOver[]): Amount {
  return { files: list.length, bytes: list.reduce((sum, each) => sum + each.bytes, 0) };
}
