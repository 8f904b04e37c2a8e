import { ok, type Result } from '../../../kernel/problem.ts';
import { readDraft } from '../../../store/device/drafts.ts';
import { inWords } from '../../in-words.ts';
import type { Asked } from '../context.ts';

/** What was half written under `id`; undefined where nothing was. */
export function draftKept(
  { store }: Pick<Asked, 'store'>,
  { id }: { readonly id: string },
): Promise<Result<unknown>> {
  return inWords(async () => ok((await readDraft(store, id))?.value));
}
