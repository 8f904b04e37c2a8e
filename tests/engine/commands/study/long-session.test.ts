import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeviceRow } from '../../../../src/store/schema.ts';
import { beginStudy, nextInStudy } from '../../../../src/engine/commands/study/study.ts';
import { redoLast, undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { operationIdOf } from '../../../../src/kernel/ids.ts';
import { accepted, answerFirst, type TestDeps, withSampleDeck } from '../../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(8, 1);
});
afterEach(() => deps.close());

/** Rows that leave the tables of answers while `work` is done. */
async function rowsRead(work: () => Promise<unknown>): Promise<number> {
  let rows = 0;
  const { reviews, operations, undone } = deps.store;
  const count = (row: unknown) => {
    rows += row === undefined ? 0 : 1;
    return row as never;
  };
  for (const table of [reviews, operations, undone]) table.hook('reading', count);
  await work();
  for (const table of [reviews, operations, undone]) table.hook('reading').unsubscribe(count);
  return rows;
}

const answered = async () => {
  const next = accepted(await nextInStudy(deps));
  return next.kind === 'card' ? next.answered : next.summary.answers;
};

/** As if so many answers had been given in the session before. */
async function addAnswers(count: number): Promise<void> {
  const { device, reviews } = deps.store;
  const row = (await device.get('device')) as DeviceRow;
  const [like] = await reviews.toArray();
  if (!like) throw new Error('nothing was answered yet');
  await reviews.bulkPut(
    Array.from({ length: count }, (_, index) => ({
      ...like,
      operationId: operationIdOf(row.deviceId, row.nextCounter + index),
    })),
  );
  await device.put({ ...row, nextCounter: row.nextCounter + count });
}

test('[REVIEW-11] the next card reads as many answers after 2,000 as after one', async () => {
  await beginStudy(deps, {});
  await answerFirst(deps, 4);
  expect(await answered()).toBe(1);
  await answerFirst(deps, 4);
  const atFirst = await rowsRead(answered);
  expect(atFirst).toBeGreaterThan(0);
  await addAnswers(2_000);
  expect(await answered()).toBe(2_002);
  await answerFirst(deps, 4);
  expect(await rowsRead(answered)).toBe(atFirst);
  expect(await answered()).toBe(2_003);
});

test('[REVIEW-11][LOG-18] what is kept follows undo, redo, and what was put right', async () => {
  await beginStudy(deps, {});
  for (const grade of [4, 1, 4] as const) await answerFirst(deps, grade);
  expect(await answered()).toBe(3);
  accepted(await undoLast(deps));
  expect(await answered()).toBe(2);
  accepted(await undoLast(deps));
  accepted(await redoLast(deps));
  accepted(await redoLast(deps));
  expect(await answered()).toBe(3);
  await beginStudy(deps, { section: 'Odd' });
  expect(await answered()).toBe(0);
});
