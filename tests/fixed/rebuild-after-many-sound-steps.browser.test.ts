import { expect, test } from 'vitest';
import type { CardId } from '../../src/kernel/ids.ts';
import { flagCards } from '../../src/engine/commands/study/cards.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import { accepted, withSampleDeck } from '../support/deps.ts';

const CARD = 'sample:fact-0000/1' as CardId;

// A hundred steps without a request to the database, and Dexie had lost its transaction.
test('[LOG-5] a rebuild mends what a step says it changed, however many sound steps come before', async () => {
  const deps = await withSampleDeck(1);
  for (let step = 0; step < 250; step++) {
    accepted(await flagCards(deps, [CARD], step % 2 === 0 ? 1 : 2));
  }
  const last = await deps.store.operations.orderBy('logicalMillis').last();
  if (!last) throw new Error('no steps');
  await deps.store.operations.put({ ...last, undo: [] });
  expect((await rebuild(deps.store)).refused).toEqual([]);
  expect(await deps.store.operations.get(last.id)).toEqual(last);
  deps.close();
});
