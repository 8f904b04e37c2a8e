import { liveQuery } from 'dexie';
import { ok, type Result } from '../kernel/problem.ts';
import { readingProblem } from './storage-problem.ts';

/**
 * Tells `listener` what `read` reads, and again after every write that changes it; what it throws,
 * as a problem in words. Returns how to stop.
 *
 * Dexie (4.4) recognises what a query reads by the async function it is given. A plain function that
 * calls an async one is not followed after its first await, and keeps other queries that read at the
 * same time from being followed too (measured; tests/renderer/live.test.tsx). So it gets one. It
 * also falls silent for good where the database was closed under it, unless the error stays inside.
 */
export function follow<Value>(
  read: () => Promise<Value>,
  listener: (result: Result<Value>) => void,
): () => void {
  const query = liveQuery(async (): Promise<Result<Value>> => {
    try {
      return ok(await read());
    } catch (error) {
      return readingProblem(error);
    }
  });
  const subscription = query.subscribe({ next: listener });
  return () => subscription.unsubscribe();
}
