import { ok, type Result } from '../../../kernel/problem.ts';
import { deleteDraft, writeDraft } from '../../../store/device/drafts.ts';
import { keepDraftInWindow } from '../../../store/device/window-drafts.ts';
import type { Deps } from '../../deps.ts';

/** Keeps what is half written under `id`, so that a crash does not lose it. Whether there is a place for it. */
export async function keepDraft(deps: Deps, id: string, value: unknown): Promise<Result<boolean>> {
  const row = { id, atMillis: deps.clock().atMillis, value };
  try {
    // Another window may be writing under the same name: what is typed in either stays.
    if (deps.readOnly?.because) keepDraftInWindow(deps.store, row);
    else await writeDraft(deps.store, row);
    return ok(true);
  } catch {
    // There is no place left for it but the screen.
    return ok(false);
  }
}

export async function dropDraft(deps: Deps, id: string): Promise<Result<boolean>> {
  const isInWindowAlone = deps.readOnly?.because !== undefined;
  return deleteDraft(deps.store, id, isInWindowAlone).then(
    () => ok(true),
    () => ok(false),
  );
}
