import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import type { Operation } from '../../src/domain/operation/operation.ts';
import type { Result } from '../../src/domain/problem.ts';
import { answerCard } from '../../src/operations/answer.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  everyRow,
  freshName,
  noteOf,
  problemOf,
  rewriteNote,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';

const NOTE = 'sample:fact-0000';

let deps: TestDeps;
const usual = Dexie.dependencies.indexedDB;
beforeEach(async () => {
  // A bucket of its own: the browser reckons for seconds with the space it once found in another.
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
  };
  Dexie.dependencies.indexedDB = (await storageBuckets.open(freshName())).indexedDB;
  await leaveSpace(1_000_000);
  deps = await withSampleDeck(4);
});
afterEach(async () => {
  await leaveSpace(undefined);
  deps.close();
  Dexie.dependencies.indexedDB = usual;
});

/** The browser's own limit for this page, as a full disk sets it; undefined lifts it. */
async function leaveSpace(bytes: number | undefined): Promise<void> {
  const session = cdp() as unknown as {
    send(method: string, params: object): Promise<{ readonly usage: number }>;
  };
  const { origin } = location;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === undefined ? {} : { quotaSize: usage + bytes }),
  });
}

/** An edit that needs several megabytes, which cannot be compressed away. */
async function longEdit(): Promise<Result<Operation>> {
  const noise = Array.from({ length: 32 }, () => crypto.getRandomValues(new Uint8Array(65_536)));
  const text = `{{c1::short}} {{c2::long}} ${noise.map((bytes) => bytes.join(' ')).join(' ')}`;
  return rewriteNote(deps, await noteOf(deps, NOTE), { type: 'cloze', text }, '');
}

test('[L3] on a really full disk a change is refused in words, and everything before is kept', async () => {
  await answerFirst(deps);
  const before = await everyRow(deps);
  expect(problemOf(await longEdit())).toEqual({
    what: 'The disk is full, so the change could not be saved.',
    kept: 'Everything saved before is kept; this change was not saved.',
    todo: 'Free some space on this disk, then try again.',
  });
  expect(await everyRow(deps)).toEqual(before);
});

test('[L3] once there is space again, the same change is accepted', async () => {
  expect((await longEdit()).ok).toBe(false);
  await leaveSpace(undefined);
  accepted(await longEdit());
  accepted(await answerCard(deps, await cardOf(deps, `${NOTE}/1`), 3, 1));
  expect((await rebuild(deps.store)).refused).toEqual([]);
});
