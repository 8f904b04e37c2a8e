import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Operation } from '../../src/log/operation.ts';
import type { Result } from '../../src/kernel/problem.ts';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  everyRow,
  noteOf,
  problemOf,
  rewriteNote,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';
import { leaveSpace, nearlyFullDisk, usualDisk } from '../support/full-disk.ts';

const NOTE = 'sample:fact-0000';

let deps: TestDeps;
beforeEach(async () => {
  await nearlyFullDisk();
  deps = await withSampleDeck(4);
});
afterEach(async () => {
  deps.close();
  await usualDisk();
});

/** An edit that needs several megabytes, which cannot be compressed away. */
async function longEdit(): Promise<Result<Operation>> {
  const noise = Array.from({ length: 32 }, () => crypto.getRandomValues(new Uint8Array(65_536)));
  const text = `{{c1::short}} {{c2::long}} ${noise.map((bytes) => bytes.join(' ')).join(' ')}`;
  return rewriteNote(deps, await noteOf(deps, NOTE), { type: 'cloze', text }, '');
}

test('[STORE-3] on a really full disk a change is refused in words, and everything before is kept', async () => {
  await answerFirst(deps);
  const before = await everyRow(deps);
  expect(problemOf(await longEdit())).toEqual({
    what: 'The disk is full, so the change could not be saved.',
    kept: 'Everything saved before is kept; this change was not saved.',
    todo: 'Free some space on this disk, then try again.',
  });
  expect(await everyRow(deps)).toEqual(before);
});

test('[STORE-3] once there is space again, the same change is accepted', async () => {
  expect((await longEdit()).ok).toBe(false);
  await leaveSpace(undefined);
  accepted(await longEdit());
  accepted(await answerCard(deps, await cardOf(deps, `${NOTE}/1`), 3, 1));
  expect((await rebuild(deps.store)).refused).toEqual([]);
});
