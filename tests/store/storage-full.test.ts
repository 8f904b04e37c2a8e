import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { answerCard } from '../../src/operations/answer.ts';
import { editNote } from '../../src/operations/notes.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  everyRow,
  noteOf,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';

const NOTE = 'sample:fact-0000';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(4);
});
afterEach(async () => {
  await quota(undefined);
  deps.close();
});

/** The browser's own limit for this page, as a full disk sets it; undefined lifts it. */
async function quota(quotaSize: number | undefined): Promise<void> {
  const session = cdp() as unknown as {
    send(method: string, params: object): Promise<unknown>;
  };
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });
}

async function longEdit() {
  const text = `{{c1::short}} {{c2::long}} ${crypto.randomUUID().repeat(60_000)}`;
  return editNote(deps, await noteOf(deps, NOTE), { type: 'cloze', text }, '');
}

test('[L3] on a really full disk a change is refused in words, and everything before is kept', async () => {
  await answerFirst(deps);
  await quota(1);
  const before = await everyRow(deps);
  const problem = problemOf(await longEdit());
  expect(problem).toEqual({
    what: 'The disk is full, so the change could not be saved.',
    kept: 'Everything saved before is kept; this change was not saved.',
    todo: 'Free some space on this disk, then try again.',
  });
  expect(await everyRow(deps)).toEqual(before);
});

test('[L3] once there is space again, the same change is accepted', async () => {
  await quota(1);
  expect((await longEdit()).ok).toBe(false);
  await quota(undefined);
  accepted(await longEdit());
  expect((await noteOf(deps, NOTE)).content).toMatchObject({ type: 'cloze' });
  accepted(await answerCard(deps, await cardOf(deps, `${NOTE}/1`), 3, 1));
});

test('[L3] a full disk noticed only when the transaction ends is a refusal too', async () => {
  const before = await everyRow(deps);
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    const request = put.apply(this, args);
    Object.defineProperty(this.transaction, 'error', {
      configurable: true,
      value: new DOMException('No space.', 'QuotaExceededError'),
    });
    request.addEventListener('success', () => this.transaction.abort(), { once: true });
    return request;
  };
  try {
    const problem = problemOf(await answerCard(deps, await cardOf(deps, `${NOTE}/1`), 3, 1));
    expect(problem.what).toBe('The disk is full, so the change could not be saved.');
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(await everyRow(deps)).toEqual(before);
});
