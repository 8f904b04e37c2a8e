import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CardId, NoteId } from '../../../../src/kernel/ids.ts';
import {
  buryCards,
  buryNote,
  flagCards,
  forgetCards,
  setCardsDue,
  suspendNote,
} from '../../../../src/engine/commands/study/cards.ts';
import { readHistory } from '../../../../src/store/reads/answers/history.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  everyRow,
  problemOf,
  queueOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const ONE = 'sample:fact-0000/1' as CardId;
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

test('[CARD-1] set due counts study days from today, and leaves what is remembered alone', async () => {
  const { id } = await answerFirst(deps, 4);
  const before = (await cardOf(deps, id)).schedule;
  if (before.state !== 'review') throw new Error('not in review');
  deps.nowMillis = Date.parse('2026-03-05T02:00:00Z');
  accepted(await setCardsDue(deps, [id], 3));
  const after = (await cardOf(deps, id)).schedule;
  expect(after).toEqual({ ...before, dueDay: 20_519, intervalDays: 5 });
});

test('[CARD-1] forget makes a card new, and its answers stay in its history', async () => {
  const { id } = await answerFirst(deps, 4);
  accepted(await forgetCards(deps, [id]));
  expect((await cardOf(deps, id)).schedule).toEqual({ state: 'new', reps: 0, lapses: 0 });
  expect(await readHistory(deps.store, id)).toHaveLength(1);
  expect((await queueOf(deps)).cards[0]?.id).toBe(id);
});

test('[QUEUE-9] burying before the hour at which a day begins lasts until that hour', async () => {
  deps.nowMillis = Date.parse('2026-03-03T01:00:00Z');
  accepted(await buryCards(deps, [ONE]));
  expect((await cardOf(deps, ONE)).buriedUntil).toBe(20_515);
});

test('[QUEUE-9] a note is buried and suspended with all its cards, in one step each', async () => {
  const noteId = 'sample:fact-0000' as NoteId;
  const ids = [ONE, 'sample:fact-0000/2' as CardId];
  const buried = accepted(await buryNote(deps, noteId));
  expect(buried.body).toMatchObject({ kind: 'bury', cardIds: ids });
  const suspended = accepted(await suspendNote(deps, noteId));
  expect(suspended.body).toMatchObject({ kind: 'suspend', cardIds: ids, suspended: true });
  for (const id of ids) expect((await cardOf(deps, id)).suspended).toBe(true);
  const other = await cardOf(deps, 'sample:fact-0001/1' as CardId);
  expect([other.suspended, other.buriedUntil]).toEqual([false, 0]);
});

test('[LOG-7] what names a card that is gone changes nothing, and says so', async () => {
  const before = await everyRow(deps);
  const gone = ['sample:none/1' as CardId];
  for (const refused of [
    await flagCards(deps, gone, 1),
    await setCardsDue(deps, gone, 1),
    await buryCards(deps, gone),
    await forgetCards(deps, []),
  ]) {
    expect(problemOf(refused).what).toBe('The card is no longer there.');
  }
  expect(await everyRow(deps)).toEqual(before);
});
