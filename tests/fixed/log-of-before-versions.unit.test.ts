import { expect, test } from 'vitest';
import { replayOperations } from '../../src/log/replay/replay-all.ts';
import { stateHash } from '../../src/log/replay/state-hash.ts';
import { rowsOfVersion4 } from '../../src/store/migrations/version-3.ts';
import fixture from './logs/before-versions.json' with { type: 'json' };

// 31 kinds of operations and the state hash, both as the program wrote them before operations
// carried a version: whatever the log is made of, an old one must come out as it did then.
test('[LOG-5] [LOG-23] a log of before operations had versions has the state hash that it had then', () => {
  const operations = structuredClone(fixture.operations);
  for (const operation of operations) rowsOfVersion4.operations(operation);
  const replayed = replayOperations(operations);
  expect(replayed.refused).toEqual([]);
  expect(replayed.deferred).toEqual([]);
  expect(stateHash(replayed)).toBe(fixture.hash);
});
