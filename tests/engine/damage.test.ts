import { afterEach, beforeEach, expect, test } from 'vitest';
import { Damage } from '../../src/engine/damage.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { type TestDeps, problemOf, withSampleDeck } from '../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

/** Every read of the store from now on fails with this error. */
async function readsFailWith(error: DOMException): Promise<void> {
  const fail = () => Promise.reject(error);
  deps.store.use({
    stack: 'dbcore',
    name: 'damaged',
    create: (core) => ({
      ...core,
      table: (table) => ({
        ...core.table(table),
        ...{ get: fail, getMany: fail, query: fail, openCursor: fail, count: fail },
      }),
    }),
  });
  // What is put between is there from the next opening on.
  deps.store.close();
  await deps.store.open();
}

test.each([
  ['UnknownError', 'Internal error retrieving value', true],
  ['NotReadableError', 'Data lost due to missing file', true],
  ['DataError', 'Internal error', true],
  ['DataError', 'The parameter is not a valid key', false],
  ['InvalidStateError', 'The connection is closing', false],
  ['QuotaExceededError', 'full', false],
])(
  '[STORE-17] a read that fails with %s “%s” is a damaged database: %s',
  async (name, message, isOne) => {
    const damage = new Damage();
    let told = 0;
    damage.onFound(() => told++);
    const engine = createEngine({ ...deps, damage });
    await readsFailWith(new DOMException(message, name));
    expect(problemOf(await engine.ask('decks')).isDamage ?? false).toBe(isOne);
    await engine.ask('decks');
    expect(damage.isFound).toBe(isOne);
    expect(told).toBe(isOne ? 1 : 0);
  },
);

test('[STORE-17] a screen that follows the store, and a command, notice it as well', async () => {
  const damages = [new Damage(), new Damage()];
  const [watching, running] = damages.map((damage) => createEngine({ ...deps, damage }));
  await readsFailWith(new DOMException('Internal error', 'UnknownError'));
  await new Promise((resolve) => watching?.watch('decks', {}, resolve));
  await running?.run('nextInStudy');
  expect(damages.map(({ isFound }) => isFound)).toEqual([true, true]);
});
