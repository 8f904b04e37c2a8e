import { STOPPED_READING } from '../../exchange/collection-file/bad-file.ts';
import type { Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Intent, Operation, OperationBody } from '../../log/operation.ts';
import { apply } from '../../store/apply.ts';
import { isLarge } from '../../store/log/is-large.ts';
import { type Deps, intentOf } from '../deps.ts';
import { inWords } from '../in-words.ts';

/**
 * Writes `body` as one operation: a large one in the writer's worker, so that no screen waits for
 * it. `watch` hears how far that is, and can stop it until it is on disk; then nothing was changed.
 */
export function change(
  deps: Deps,
  body: OperationBody,
  watch?: Watch,
  origin?: Intent['origin'],
): Promise<Result<Operation>> {
  return inWords(async () => {
    const intent = intentOf(deps, body, origin);
    const isLong = await isLarge(deps.store, body);
    const isDeleting = isLong && DELETING.has(body.kind);
    // What the program itself loads is its own deck.
    const isImport = body.kind === 'load-deck' && intent.origin === 'person';
    if ((isDeleting || isImport) && !(await copyFirst(deps, watch))) return STOPPED_READING;
    return isLong ? deps.writer.apply(intent, watch) : apply(deps.store, intent, watch);
  });
}

const DELETING: ReadonlySet<string> = new Set(['delete-notes', 'delete-decks']);

/**
 * A copy before a file is loaded or much is deleted (COPY-6). Where none can be made it goes on: undo
 * takes it back. false: the person no longer wants it.
 */
export async function copyFirst(deps: Deps, watch: Watch = () => true): Promise<boolean> {
  if (!deps.platform.copies || (await deps.store.operations.count()) === 0) return true;
  const { makeCopy } = await import('./copies/copies.ts');
  let isWanted = true;
  await makeCopy(deps, 'before', async (done, total) => {
    isWanted = await watch(done, total, t`Making a copy of what you have`);
    return isWanted;
  });
  return isWanted;
}
