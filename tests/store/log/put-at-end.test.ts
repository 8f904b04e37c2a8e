import { expect, test } from 'vitest';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { flagCards } from '../../../src/engine/commands/study/cards.ts';
import { redoLast, undoLast } from '../../../src/engine/commands/study/undo.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import type { Flag } from '../../../src/domain/collection/card.ts';
import { logPages } from '../../../src/store/log/log-rows.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { receive } from '../../../src/store/log/receive.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const MANY = 330;
const CARD = 'sample:fact-0000/1' as CardId;

/** Answers, flags, undos and redos: more steps than are applied one by one. */
async function studied(): Promise<TestDeps> {
  const deps = await withSampleDeck(40);
  for (let step = 0; (await deps.store.operations.count()) < MANY; step++) {
    if (step % 50 === 49) deps.advance(24 * 60);
    if (step % 7 === 0) await answerFirst(deps);
    else if (step % 31 === 30) accepted(await undoLast(deps));
    else if (step % 62 === 32) await redoLast(deps);
    else accepted(await flagCards(deps, [CARD], (1 + (step % 7)) as Flag));
  }
  accepted(await createDeck(deps, 'Own'));
  accepted(await undoLast(deps));
  return deps;
}

async function stepsOf(db: RoundsDatabase): Promise<unknown[]> {
  const steps: unknown[] = [];
  for await (const page of logPages(db)) steps.push(...page.map(({ operation }) => operation));
  return steps;
}

/** The rows written to each table of `db` from now on. */
async function rowsWritten(db: RoundsDatabase): Promise<Record<string, number>> {
  const written: Record<string, number> = {};
  db.use({
    stack: 'dbcore',
    name: 'counts the rows that are written',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: (request) => {
          const rows = 'values' in request ? request.values.length : 0;
          written[name] = (written[name] ?? 0) + rows;
          return core.table(name).mutate(request);
        },
      }),
    }),
  });
  // What is put between is there from the next opening on.
  db.close();
  await db.open();
  return written;
}

test('[JOURNAL-21] many steps that follow all others are written once, each with its answer, and come to the same', async () => {
  const [deps, other] = [await studied(), await testDeps()];
  const steps = await stepsOf(deps.store);
  const written = await rowsWritten(other.store);
  const heard: number[] = [];
  const received = await receive(other.store, steps, {
    partSize: 50,
    watch: (done, total) => {
      heard.push(done / total);
      return true;
    },
  });
  expect(received).toMatchObject({ taken: steps.length, refused: [], deferred: [], rejected: [] });
  expect(written.operations).toBe(steps.length);
  expect(written.reviews).toBe(await deps.store.reviews.count());
  expect(written.cards).toBe(await deps.store.cards.count());
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
  expect(heard.at(-1)).toBe(1);
  expect(await hashOf(other.store)).toBe(await hashOf(deps.store));
  expect(await historyHashOf(other.store)).toBe(await historyHashOf(deps.store));
  // What it takes to undo each of them is there too, and so are the kept counts.
  expect((await rebuild(other.store)).differing).toEqual({});
  expect((await other.store.device.get('device'))?.mustRebuild).toBeUndefined();
  deps.close();
  other.close();
});

test('[JOURNAL-21] [LOG-16] steps that were killed between two parts are gone on with from there', async () => {
  const [deps, other] = [await studied(), await testDeps()];
  const steps = await stepsOf(deps.store);
  const killed = receive(other.store, steps, {
    partSize: 10,
    watch: (done) => {
      if (done > 10) throw new Error('killed');
      return true;
    },
  });
  await expect(killed).rejects.toThrow('killed');
  const begun = await other.store.operations.count();
  expect(begun).toBeGreaterThan(0);
  expect((await other.store.device.get('device'))?.mustRebuild).toBe(true);
  const written = await rowsWritten(other.store);
  const { repeated, taken } = await receive(other.store, steps, { partSize: 100 });
  expect([repeated, taken]).toEqual([begun, steps.length - begun]);
  expect(written.operations).toBe(steps.length - begun);
  expect(await hashOf(other.store)).toBe(await hashOf(deps.store));
  expect(await historyHashOf(other.store)).toBe(await historyHashOf(deps.store));
  expect((await rebuild(other.store)).differing).toEqual({});
  deps.close();
  other.close();
});
