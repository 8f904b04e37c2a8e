import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import { ALL_DECKS, emptyDay } from '../../../src/domain/collection/review.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { setDeckPreset } from '../../../src/engine/commands/decks/decks.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { setPreset } from '../../../src/engine/commands/settings/settings.ts';
import { buryCards, setCardsDue, suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import type { CardId, DeckId } from '../../../src/kernel/ids.ts';
import { readToday } from '../../../src/store/reads/today.ts';
import { countReads } from '../../support/count-reads.ts';
import {
  accepted,
  answerFirst,
  queueOf,
  sampleDeck,
  studyUntilDone,
  type TestDeps,
  testDeps,
} from '../../support/deps.ts';

const DAY = 24 * 60;
let deps: TestDeps;
afterEach(() => {
  vi.restoreAllMocks();
  deps.close();
});
const today = () => readToday(deps.store, deps.clock());
/** As after another window's step: what is kept of a look at Today holds no longer (STORE-21). */
const lookAnew = () =>
  deps.store.device
    .where('id')
    .equals('device')
    .modify((row) => {
      row.writes = (row.writes ?? 0) + 1;
    });

const OPTIONS = fc.record({
  newPerDay: fc.integer({ min: 0, max: 6 }),
  reviewsPerDay: fc.constantFrom(200, 200, 5),
  burySiblings: fc.boolean(),
  newWithinReviewLimit: fc.boolean(),
  // The last crosses into the next day.
  learningStepsMinutes: fc.constantFrom<readonly number[]>([1, 10], [10, 1000], [10, 1439]),
});

test('[TODAY-8] what tomorrow promises is what Today shows next morning, and what is then asked', async () => {
  const ids = ['sample', 'below', 'aside'] as DeckId[];
  const plan = fc.record({
    options: fc.array(OPTIONS, { minLength: 3, maxLength: 3 }),
    grades: fc.array(fc.constantFrom<Grade>(1, 2, 3, 4), { minLength: 5, maxLength: 12 }),
    due: fc.array(fc.tuple(fc.nat(35), fc.integer({ min: -2, max: 2 })), { maxLength: 8 }),
    suspended: fc.array(fc.nat(35), { maxLength: 4 }),
    buried: fc.array(fc.nat(35), { maxLength: 4 }),
    answers: fc.nat(6),
    isDone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ grades, due, suspended, buried, options, answers, isDone }) => {
      deps = await testDeps();
      for (const [at, name] of ['Sample', 'Sample::Below', 'Aside'].entries()) {
        const deck = sampleDeck(4, 3, ids[at]);
        const named = { ...deck, deck: { ...deck.deck, name } };
        accepted(await loadDeck(deps, named, NO_CHOICE, 'program'));
      }
      for (const [at, id] of ids.entries()) {
        const preset = { ...DEFAULT_PRESET, ...options[at], id: `preset-${at}`, name: id };
        accepted(await setPreset(deps, preset, DEFAULT_STUDY_SETTINGS));
        accepted(await setDeckPreset(deps, [id], preset.id));
      }
      const cards = await deps.store.cards.orderBy('id').toArray();
      const some = (indexes: readonly number[]) => {
        return indexes.flatMap((index) => cards[index]?.id ?? []) as CardId[];
      };
      // One in each round is easy: of the others alone a day may never end.
      const untilDone = () =>
        studyUntilDone(deps, (answer) => grades[answer % (grades.length + 1)] ?? 4);
      await untilDone();
      deps.nowMillis = Date.parse('2026-03-03T08:00:00Z');
      for (const [index, days] of due) await setCardsDue(deps, some([index]), Math.max(0, days));
      if (suspended.length > 0) await suspendCards(deps, some(suspended), true);
      if (buried.length > 0) await buryCards(deps, some(buried));
      for (let answer = 0; answer < answers; answer++) {
        if ((await queueOf(deps)).cards.length > 0) await answerFirst(deps, grades[answer] ?? 1);
      }
      if (isDone) await untilDone();
      const { tomorrow, forecast, total } = await today();
      const { new: fresh, learning, review } = total.left;
      if (fresh + learning + review === 0) {
        // One figure by one path: with nothing left, the week begins with the same day.
        const [first] = forecast;
        expect({ new: first?.new, learning: first?.learning, review: first?.reviews }).toEqual(
          tomorrow.left,
        );
        expect(first?.minutes).toBeCloseTo(tomorrow.minutes, 9);
      }
      deps.advance(DAY);
      const next = await today();
      expect(next.studyDay).toBe(tomorrow.studyDay);
      expect(tomorrow.left).toEqual(next.total.left);
      expect(tomorrow.minutes).toBeCloseTo(next.total.minutes, 9);
      const asked = await studyUntilDone(deps, () => 4);
      const count = (kind: string) => asked.filter((each) => each === kind).length;
      expect({ new: count('new'), review: count('review') }).toEqual({
        new: tomorrow.left.new,
        review: tomorrow.left.review,
      });
      deps.close();
    }),
    { numRuns: 20 },
  );
});

test('[TODAY-6] a collection whose day totals were lost is no first run', async () => {
  deps = await testDeps();
  accepted(await loadDeck(deps, sampleDeck(4, 1), NO_CHOICE, 'program'));
  expect((await today()).isFirstRun).toBe(true);
  await answerFirst(deps, 4);
  await deps.store.days.clear();
  await suspendCards(
    deps,
    (await deps.store.cards.toArray()).map(({ id }) => id as CardId),
    true,
  );
  expect((await today()).isFirstRun).toBe(false);
});

test('[TODAY-4] a planned break keeps the streak, however long it was', async () => {
  deps = await testDeps();
  accepted(await loadDeck(deps, sampleDeck(120, 1), NO_CHOICE, 'program'));
  for (let day = 0; day < 100; day++) {
    await answerFirst(deps, 4);
    deps.advance(DAY);
  }
  expect((await today()).streakDays).toBe(100);
  const day = (await today()).studyDay;
  await deps.store.overlays.add({
    kind: 'break',
    id: 'break' as never,
    name: 'Away',
    isOn: true,
    fromDay: day,
    toDay: day + 79,
    spreadDays: 1,
  });
  deps.advance(80 * DAY);
  expect((await today()).streakDays).toBe(100);
  await answerFirst(deps, 4);
  deps.advance(DAY);
  await answerFirst(deps, 4);
  expect((await today()).streakDays).toBe(102);
});

test('[TODAY-4] of the days studied no more are read than twice the streak', async () => {
  deps = await testDeps();
  accepted(await loadDeck(deps, sampleDeck(4, 1), NO_CHOICE, 'program'));
  const { studyDay } = await today();
  const answered = { answers: 1, recalled: 1, millis: 1000 };
  const missed = 35;
  await deps.store.days.bulkAdd(
    Array.from({ length: 3000 }, (_, ago) => {
      const day = emptyDay(ALL_DECKS, studyDay - ago);
      return { ...day, byKind: { ...day.byKind, review: answered } };
    }).filter((day) => day.studyDay !== studyDay - missed),
  );
  await lookAnew();
  const read = countReads();
  expect((await today()).streakDays).toBe(missed);
  // The last 30 for the pace, and one page of keys more; today's own twice.
  expect(read.rows.days).toBeLessThan(100);
});

test('[TODAY-9] of a long streak the last 30 days alone are read as rows, the others by their keys', async () => {
  deps = await testDeps();
  accepted(await loadDeck(deps, sampleDeck(80, 1), NO_CHOICE, 'program'));
  for (let day = 0; day < 60; day++) {
    await answerFirst(deps, 4);
    deps.advance(DAY);
  }
  expect((await today()).streakDays).toBe(60);
  const { studyDay } = await today();
  const before = await deps.store.days.count();
  await answerFirst(deps, 4);
  accepted(await undoLast(deps));
  expect(await deps.store.days.count()).toBe(before);
  expect(await deps.store.days.where('studyDay').equals(studyDay).count()).toBe(0);
  await lookAnew();
  const read = countReads();
  expect((await today()).streakDays).toBe(60);
  expect(read.rows.days).toBe(60);
  expect(read.requests).toBeLessThan(16);
});
