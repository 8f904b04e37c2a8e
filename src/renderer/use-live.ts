import { useLiveQuery } from 'dexie-react-hooks';

/**
 * What `read` reads from the store, read again after every write that changes it; undefined until
 * first read. `inputs` as for useEffect: what `read` depends on.
 *
 * Dexie (4.4) recognises what a query reads by the async function it is given. A plain function that
 * calls an async one is not followed after its first await, and keeps other queries that read at the
 * same time from being followed too (measured; tests/renderer/use-live.test.tsx). So it gets one.
 */
export function useLive<Value>(
  read: () => Promise<Value>,
  inputs: readonly unknown[],
): Value | undefined {
  return useLiveQuery(async () => read(), [...inputs]);
}
