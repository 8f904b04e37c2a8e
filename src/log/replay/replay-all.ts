import type { Tables } from '../../domain/collection/rows.ts';
import type { Review } from '../../domain/collection/review.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { inLogOrder, type Sealed, type Stamp } from '../envelope.ts';
import { REGISTRY, type Registry } from '../registry.ts';
import { LogReplay } from './replay.ts';

/** What a list of operations adds up to. */
export type Replayed = { readonly [T in keyof Tables]: ReadonlyMap<string, Tables[T]> } & {
  /** All reviews, those undone too. */
  readonly reviews: ReadonlyMap<OperationId, Review>;
} & Pick<LogReplay, 'undone' | 'refused' | 'deferred' | 'gaps'>;

/** The collection from its operations, in any order. `registry`: the kinds that are known. */
export function replayOperations(
  operations: Iterable<unknown>,
  registry: Registry = REGISTRY,
): Replayed {
  const list = [...operations];
  const wanted = new Set<OperationId>();
  for (const value of list) {
    const target = targetOf(value);
    if (target !== undefined) wanted.add(target);
  }
  const replay = new LogReplay({ registry, wanted });
  const reviews = new Map<OperationId, Review>();
  for (const value of list.sort(soundInLogOrder)) {
    const outcome = replay.take(value);
    if (outcome.is !== 'applied' && outcome.is !== 'redone' && outcome.is !== 'undone') continue;
    const { is, review, recounted = [] } = outcome;
    if (review && is !== 'undone') reviews.set(review.operationId, review);
    for (const { after } of recounted) {
      if (reviews.has(after.operationId)) reviews.set(after.operationId, after);
    }
  }
  const { undone, refused, deferred, gaps } = replay;
  return { ...replay.collection.tables, reviews, undone, refused, deferred, gaps };
}

/** The step that an undo or a redo names. */
export function targetOf(value: unknown): OperationId | undefined {
  const body = (value as Partial<Sealed> | null)?.body as { target?: unknown } | undefined;
  return typeof body?.target === 'string' ? (body.target as OperationId) : undefined;
}

/** What has no sound place comes last: it is refused anyway. */
export function soundInLogOrder(a: unknown, b: unknown): number {
  const [x, y] = [placed(a), placed(b)];
  if (x && y) return inLogOrder(x, y);
  return x ? -1 : y ? 1 : 0;
}

function placed(value: unknown): Stamp | undefined {
  const stamp = value as Stamp | null | undefined;
  const isPlaced = typeof stamp?.logicalMillis === 'number' && typeof stamp.id === 'string';
  return isPlaced ? stamp : undefined;
}
