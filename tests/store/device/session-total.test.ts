import { afterEach, expect, test } from 'vitest';
import { beginStudy, nextInStudy } from '../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { readSession } from '../../../src/store/device/session.ts';
import { readSessionTotal } from '../../../src/store/device/session-total.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { readNewestReviews } from '../../../src/store/reads/planning.ts';
import type { RoundsDatabase, SessionRow } from '../../../src/store/schema.ts';
import { countReads } from '../../support/count-reads.ts';
import { accepted, answerFirst, type TestDeps, withSampleDeck } from '../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

/** What is asked of the database after a session of so many answers, the last taken back, by a new window. */
async function requestsAfter(
  answers: number,
  read: (db: RoundsDatabase, session: SessionRow) => Promise<number>,
): Promise<{ readonly found: number; readonly requests: number }> {
  deps?.close();
  deps = await withSampleDeck(answers, 1);
  accepted(await beginStudy(deps, {}));
  for (let answer = 0; answer < answers; answer++) await answerFirst(deps, 4);
  accepted(await undoLast(deps));
  const session = await readSession(deps.store, deps.clock());
  if (!session) throw new Error('no session');
  const opened = accepted(await openDatabase(() => '', undefined, deps.store.place));
  const reads = countReads();
  const found = await read(opened, session);
  reads.stop();
  opened.close();
  return { found, requests: reads.requests };
}

test('[TODAY-7][LARGE-8] a session is taken up with as many requests after many answers as after few', async () => {
  const total = async (db: RoundsDatabase, session: SessionRow) =>
    (await readSessionTotal(db, session)).answers;
  const few = await requestsAfter(3, total);
  const many = await requestsAfter(18, total);
  expect([few.found, many.found]).toEqual([2, 17]);
  expect(many.requests).toBe(few.requests);
});

test('[EXAM-9][LARGE-8] so are the newest answers, from which a plan knows how quickly one is', async () => {
  const newest = async (db: RoundsDatabase) => (await readNewestReviews(db)).length;
  const few = await requestsAfter(3, newest);
  const many = await requestsAfter(18, newest);
  expect([few.found, many.found]).toEqual([2, 17]);
  expect(many.requests).toBe(few.requests);
});

test('[LARGE-9] a first card costs no row of counts, cards or steps that it does not need', async () => {
  const firstCard = async (cards: number) => {
    deps?.close();
    deps = await withSampleDeck(cards, 1);
    accepted(await beginStudy(deps, {}));
    for (let answer = 0; answer < 3; answer++) await answerFirst(deps, 4);
    const reads = countReads();
    const store = accepted(await openDatabase(() => '', undefined, deps.store.place));
    accepted(await nextInStudy({ ...deps, store }));
    reads.stop();
    store.close();
    return reads.rows;
  };
  const few = await firstCard(60);
  const many = await firstCard(160);
  expect(few.tallies).toBe(1);
  expect(few.operations).toBe(2);
  expect(few.cards).toBeLessThan(30);
  expect(many).toEqual(few);
});
