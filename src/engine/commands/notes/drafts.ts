import { deleteDraft, keepDraftInWindow, writeDraft } from '../../../store/device/drafts.ts';
import type { Deps } from '../../deps.ts';

/** Keeps what is half written under `id`, so that a crash does not lose it. Never rejects. */
export async function keepDraft(deps: Deps, id: string, value: unknown): Promise<void> {
  const row = { id, atMillis: deps.clock().atMillis, value };
  try {
    // Another window may be writing under the same name: what is typed in either stays.
    if (deps.readOnly?.because) keepDraftInWindow(deps.store, row);
    else await writeDraft(deps.store, row);
  } catch {
    // There is no place left for it but the screen.
  }
}

export async function dropDraft(deps: Deps, id: string): Promise<void> {
  await deleteDraft(deps.store, id, deps.readOnly?.because !== undefined).catch(() => {});
}
