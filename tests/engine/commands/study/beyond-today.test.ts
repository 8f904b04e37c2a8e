import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { moreNew, studyAhead } from '../../../../src/engine/commands/study/beyond-today.ts';
import { nextInStudy } from '../../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { cardsAhead } from '../../../../src/engine/queries/once/study/ahead.ts';
import { readToday } from '../../../../src/store/reads/today.ts';
import { readSession } from '../../../../src/store/device/session.ts';
import {
  accepted,
  cardOf,
  changePreset,
  problemOf,
  queueOf,
  studyUntilDone,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const DAY_MILLIS = 86_400_000;
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(30, 1);
  await changePreset(deps, { newPerDay: 4, fuzz: false, learningStepsMinutes: [] });
});
afterEach(() => deps.close());
const newToday = async () => {
  const { total, newBeyond } = await readToday(deps.store, deps.clock());
  return [total.left.new, newBeyond];
};

test('[TODAY-13] 20 more come on this day alone, one undo takes them back, and all is said where none wait', async () => {
  await studyUntilDone(deps, () => 3);
  expect(await newToday()).toEqual([0, 26]);
  accepted(await moreNew(deps));
  expect(await newToday()).toEqual([20, 6]);
  expect((await queueOf(deps)).cards).toHaveLength(20);
  accepted(await undoLast(deps));
  expect(await newToday()).toEqual([0, 26]);
  accepted(await moreNew(deps));
  accepted(await moreNew(deps));
  expect(await newToday()).toEqual([26, 0]);
  expect(problemOf(await moreNew(deps)).what).toMatch(/No new card/);
  deps.nowMillis += DAY_MILLIS;
  expect(await newToday()).toEqual([4, 22]);
});

test('[TODAY-14] an answer ahead counts with the time that has really passed', async () => {
  await studyUntilDone(deps, () => 3);
  const [due] = await deps.store.cards.where('lane').equals('review').toArray();
  const before = await cardOf(deps, due?.id ?? '');
  if (before.schedule.state !== 'review') throw new Error('not learnt');
  const { intervalDays } = before.schedule;
  expect(intervalDays).toBeGreaterThan(1);
  // The day before it is due.
  deps.nowMillis += (intervalDays - 1) * DAY_MILLIS;
  expect(accepted(await cardsAhead(deps))[0]).toBe(4);
  accepted(await studyAhead(deps, 1));
  const next = accepted(await nextInStudy(deps));
  if (next.kind !== 'card') throw new Error('nothing to study');
  expect(next).toMatchObject({ planned: { why: { kind: 'ahead', days: 1 } }, left: { review: 4 } });
  accepted(await answerCard(deps, next.showing.card, 3, 2000));
  const review = (await deps.store.reviews.toArray()).at(-1);
  expect(review).toMatchObject({ kind: 'review', elapsedDays: intervalDays - 1 });
  const { schedule } = await cardOf(deps, next.showing.card.id);
  if (schedule.state !== 'review') throw new Error('not a review');
  expect(schedule.dueDay).toBeGreaterThan(before.schedule.dueDay);
  const session = await readSession(deps.store, deps.clock());
  expect(session?.plan?.cards).toHaveLength(4);
});

test('[TODAY-14] what was ahead is an ordinary review by the next day, and nothing is no session', async () => {
  expect(problemOf(await studyAhead(deps, 7)).what).toMatch(/No card is due/);
  expect(await readSession(deps.store, deps.clock())).toBeUndefined();
  await studyUntilDone(deps, () => 3);
  const [{ readyAt } = { readyAt: 0 }] = await deps.store.cards
    .where('lane')
    .equals('review')
    .toArray();
  const { studyDay } = await readToday(deps.store, deps.clock());
  deps.nowMillis += (Math.floor(readyAt) - studyDay - 1) * DAY_MILLIS;
  accepted(await studyAhead(deps, 1));
  deps.nowMillis += DAY_MILLIS;
  const next = accepted(await nextInStudy(deps));
  expect(next).toMatchObject({ kind: 'card', left: { review: 4, new: 4 } });
  expect(next).not.toHaveProperty('planned');
});
