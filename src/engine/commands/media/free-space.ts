import type { Result } from '../../../kernel/problem.ts';
import { removeBlobs } from '../../../store/media/left-over.ts';
import type { Deps } from '../../deps.ts';
import { contentsLeftOver } from '../../queries/once/media/space-to-free.ts';

/**
 * Removes contents for good and gives the bytes freed. This is no operation and cannot be undone:
 * undoing a deletion afterwards brings back the file's name, and the check then lists it as lost.
 */
export async function freeSpace(
  deps: Deps,
  { withRecent }: { readonly withRecent: boolean },
): Promise<Result<number>> {
  const found = await contentsLeftOver(deps);
  if (!found.ok) return found;
  const gone = found.value.filter((each) => withRecent || !each.isRecent);
  return removeBlobs(deps.store, gone);
}
