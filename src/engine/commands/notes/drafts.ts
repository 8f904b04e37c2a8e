import { deleteDraft, writeDraft } from '../../../store/device/drafts.ts';
import type { Deps } from '../../deps.ts';

/** Keeps what is half written under `id`, so that a crash does not lose it. Never rejects. */
export async function keepDraft(deps: Deps, id: string, value: unknown): Promise<void> {
  await writeDraft(deps.store, { id, atMillis: deps.clock().atMillis, value }).catch(() => {});
}

export async function dropDraft(deps: Deps, id: string): Promise<void> {
  await deleteDraft(deps.store, id).catch(() => {});
}
