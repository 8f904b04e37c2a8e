import type { OperationId } from '../../kernel/ids.ts';
import { inLogOrder, type Sealed, type Stamp } from '../../log/envelope.ts';
import type { RoundsDatabase } from '../schema.ts';
import { rebuildNow } from './rebuild/rebuild.ts';
import {
  MOST_ONE_BY_ONE,
  mustRebuild,
  newestStep,
  type Received,
  type Receiving,
  Sorting,
  unstoppable,
} from './receive.ts';
import { inTurn } from './turns.ts';

/** Steps in log order, each once, which are given a page at a time and need not be held. */
export interface StepsInOrder {
  readonly many: number;
  readonly first: Pick<Stamp, 'id' | 'logicalMillis'> | undefined;
  /** What undos and redos among them name. */
  readonly targets: ReadonlySet<OperationId>;
  readonly pages: AsyncIterable<readonly unknown[]>;
}

/**
 * Takes steps into the log as `receive` does, holding a part of them at a time. undefined, and
 * nothing was done: they are few, or belong before something that is here.
 */
export function receiveInOrder(
  db: RoundsDatabase,
  steps: StepsInOrder,
  { partSize = 1000, watch }: Receiving,
): Promise<Received | undefined> {
  return inTurn(db, async () => {
    const { first, many, targets, pages } = steps;
    const newest = await newestStep(db);
    if (!first || many <= MOST_ONE_BY_ONE || (newest && inLogOrder(newest, first) >= 0))
      return undefined;
    await mustRebuild(db);
    const sorting = new Sorting(db);
    const later = {
      many,
      targets,
      parts: parts(sorting, pages, partSize),
      refused: [],
      deferred: [],
    };
    await rebuildNow(
      db,
      unstoppable((done, total) => watch?.(done, total)),
      later,
    );
    const { taken, repeated, rejected } = sorting;
    return { taken, repeated, rejected, refused: later.refused, deferred: later.deferred };
  });
}

async function* parts(
  sorting: Sorting,
  pages: AsyncIterable<readonly unknown[]>,
  partSize: number,
): AsyncGenerator<readonly Sealed[]> {
  const part: Sealed[] = [];
  for await (const page of pages) {
    await sorting.add(page);
    part.push(...sorting.takeFresh().map(({ operation }) => operation));
    while (part.length >= partSize) yield part.splice(0, partSize);
  }
  if (part.length > 0) yield part;
}
