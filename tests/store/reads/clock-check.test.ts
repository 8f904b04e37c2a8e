import { afterEach, beforeEach, expect, test } from 'vitest';
import { redateCards } from '../../../src/engine/commands/study/cards.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { readClockAhead } from '../../../src/store/reads/clock-check.ts';
import { hashOf } from '../../../src/store/log/rebuild.ts';
import { readStudyDay } from '../../../src/store/reads/settings.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  queueOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const DAY = 24 * 60;
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(5, 2);
});
afterEach(() => deps.close());
const ahead = async () => readClockAhead(deps.store, await readStudyDay(deps.store, deps.clock()));

test('[CARD-7] answers more than a day ahead are pointed out with their days, a day is travel', async () => {
  await answerFirst(deps, 4);
  expect(await ahead()).toBeUndefined();
  deps.advance(DAY);
  await answerFirst(deps, 4);
  deps.advance(-DAY);
  expect(await ahead()).toBeUndefined();
  deps.advance(9 * DAY);
  const card = await answerFirst(deps, 4);
  deps.advance(-9 * DAY);
  expect(await ahead()).toEqual({ cardIds: [card.id], days: 9 });
});

test('[CARD-7] on request they count as answered today with their intervals kept, and all is undone', async () => {
  deps.advance(400 * DAY);
  const card = await answerFirst(deps, 4);
  deps.advance(-400 * DAY);
  const before = [await hashOf(deps.store), await ahead()];
  const dated = await cardOf(deps, card.id);
  const found = (await ahead())?.cardIds ?? [];
  accepted(await redateCards(deps, found));
  const after = await cardOf(deps, card.id);
  if (dated.schedule.state !== 'review' || after.schedule.state !== 'review') throw new Error();
  expect(after.schedule).toEqual({
    ...dated.schedule,
    lastReview: { atMillis: deps.nowMillis, studyDay: 20_514 },
    dueDay: dated.schedule.dueDay - 400,
  });
  expect(await ahead()).toBeUndefined();
  deps.advance(DAY);
  const positions = (await queueOf(deps)).cards.map(({ position }) => position);
  expect(positions).toContain(card.position);
  deps.advance(-DAY);
  accepted(await undoLast(deps));
  expect([await hashOf(deps.store), await ahead()]).toEqual(before);
});

test('[CARD-7] an answer that was undone or given again today is not pointed out', async () => {
  deps.advance(30 * DAY);
  await answerFirst(deps, 4);
  accepted(await undoLast(deps));
  deps.advance(-30 * DAY);
  expect(await ahead()).toBeUndefined();
});
