import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALL_DECKS } from '../../../src/domain/collection/review.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { redateCards, setCardsDue } from '../../../src/engine/commands/study/cards.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { readAnswers } from '../../../src/store/library/library-pages.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { readHistory } from '../../../src/store/reads/answers/history.ts';
import { readToday } from '../../../src/store/reads/today.ts';
import { readStudyDay } from '../../../src/store/reads/settings.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  changePreset,
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
const ahead = async () => (await readToday(deps.store, deps.clock())).clockAhead;

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

test('[CARD-7] counted as today’s, an answer gives the interval that an answer today would give', async () => {
  // Learnt a while ago, and again today: one under a clock a year ahead, one under the right one.
  await changePreset(deps, { burySiblings: false, learningStepsMinutes: [1, 10] });
  const cards = (await deps.store.cards.orderBy('id').toArray()).slice(0, 6);
  const answerEach = async (grades: readonly Grade[]) => {
    for (const { id } of cards) {
      for (const grade of grades) {
        accepted(await answerCard(deps, await cardOf(deps, id), grade, 4000));
        deps.advance(1);
      }
    }
  };
  await answerEach([4]);
  deps.advance(9 * DAY);
  const kinds: readonly (readonly Grade[])[] = [[3], [2], [4], [1], [1, 3], [1, 4, 3]];
  for (const [index, grades] of kinds.entries()) {
    const id = cards[index]?.id as CardId;
    deps.advance(365 * DAY);
    for (const grade of grades) {
      accepted(await answerCard(deps, await cardOf(deps, id), grade, 4000));
    }
    deps.advance(-365 * DAY);
    const found = (await ahead())?.cardIds ?? [];
    expect(found).toEqual([id]);
    accepted(await redateCards(deps, found));
    const corrected = (await cardOf(deps, id)).schedule;
    // The same answers under the right clock.
    accepted(await undoLast(deps));
    for (const _ of grades) accepted(await undoLast(deps));
    for (const grade of grades) {
      accepted(await answerCard(deps, await cardOf(deps, id), grade, 4000));
    }
    expect(corrected).toEqual((await cardOf(deps, id)).schedule);
  }
  const before = await hashOf(deps.store);
  await rebuild(deps.store);
  expect(await hashOf(deps.store)).toBe(before);
});

test('[CARD-7] a due date set by hand since keeps its distance', async () => {
  const card = await answerFirst(deps, 4);
  deps.advance(400 * DAY);
  accepted(await answerCard(deps, await cardOf(deps, card.id), 3, 4000));
  accepted(await setCardsDue(deps, [card.id as CardId], 77));
  deps.advance(-400 * DAY);
  accepted(await redateCards(deps, [card.id as CardId]));
  const { schedule } = await cardOf(deps, card.id);
  expect(schedule).toMatchObject({ state: 'review', intervalDays: 77, dueDay: 20_514 + 77 });
});

test('[CARD-7] answers count on the day they were counted to, wherever answers are counted', async () => {
  await answerFirst(deps, 4);
  deps.advance(DAY);
  const before = await counted();
  deps.advance(365 * DAY);
  const first = await answerFirst(deps, 3);
  const second = await answerFirst(deps, 1);
  deps.advance(-365 * DAY);
  const asAnswered = await counted();
  expect(asAnswered.today).toEqual(before.today);
  accepted(await redateCards(deps, [first.id, second.id]));

  const { today, days, searched, dates } = await counted();
  expect(today).toMatchObject({ done: { answers: 2, recalled: 1 }, streakDays: 2 });
  expect(days).toEqual([
    [20_514, 1],
    [20_515, 2],
  ]);
  expect(searched).toBe(2);
  expect(dates.every((day) => day <= 20_515)).toBe(true);
  // They use up the day's limits.
  const ofDeck = await deps.store.days.where('studyDay').equals(20_515).toArray();
  expect(ofDeck.map(({ byKind }) => byKind.new.answers)).toEqual([2, 2]);

  // What the operations add up to is what stands in the tables.
  const history = await historyHashOf(deps.store);
  expect((await rebuild(deps.store)).differing).toEqual({});
  expect(await historyHashOf(deps.store)).toBe(history);

  accepted(await undoLast(deps));
  expect(await counted()).toEqual(asAnswered);
  expect((await rebuild(deps.store)).differing).toEqual({});
});

/** Answers as the screens count them. */
async function counted() {
  const { done, streakDays } = await readToday(deps.store, deps.clock());
  const today = await readStudyDay(deps.store, deps.clock());
  const answers = await readAnswers(deps.store, today);
  const cards = await deps.store.cards.toArray();
  const histories = await Promise.all(cards.map(({ id }) => readHistory(deps.store, id)));
  const rows = await deps.store.days.orderBy('studyDay').toArray();
  return {
    today: { done, streakDays },
    /** Study days and their answers, of all decks. */
    days: rows.flatMap(({ deckId, studyDay, byKind }) => {
      const sum = byKind.new.answers + byKind.learning.answers + byKind.review.answers;
      return deckId === ALL_DECKS && sum > 0 ? [[studyDay, sum]] : [];
    }),
    searched: cards.filter(({ id }) => answers.of(id).some(({ studyDay }) => studyDay === today))
      .length,
    dates: histories.flat().map(({ studyDay }) => studyDay),
  };
}
