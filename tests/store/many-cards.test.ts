import { expect, test } from 'vitest';
import type { CardId } from '../../src/kernel/ids.ts';
import { flagCards } from '../../src/engine/commands/study/cards.ts';
import { checkCollection } from '../../src/engine/commands/settings/check-collection.ts';
import { accepted, withSampleDeck } from '../support/deps.ts';

test('[LOG-4] a change of very many cards reaches those and no others', async () => {
  const deps = await withSampleDeck(1300, 2);
  const all = (await deps.store.cards.toCollection().primaryKeys()) as CardId[];
  const some = all.filter((id) => id.endsWith('/1')).slice(100, 1250);
  accepted(await flagCards(deps, some, 2));
  const flagged = await deps.store.cards.filter((card) => card.flag === 2).primaryKeys();
  expect(flagged).toEqual(some);
  expect(accepted(await checkCollection(deps)).wasSound).toBe(true);
  deps.close();
});
