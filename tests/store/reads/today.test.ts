import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { CardId, DeckId } from '../../../src/kernel/ids.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { setCardsDue, suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { readToday } from '../../../src/store/reads/today.ts';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import type { Scope } from '../../../src/domain/study/source.ts';
import { setDeckPreset } from '../../../src/engine/commands/decks/decks.ts';
import { setPreset } from '../../../src/engine/commands/settings/settings.ts';
import {
  accepted,
  answerFirst,
  changePreset,
  queueOf,
  sampleDeck,
  studyUntilDone,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const DAY = 24 * 60;
let deps: TestDeps;
afterEach(() => deps.close());
const today = () => readToday(deps.store, deps.clock());

const OPTIONS = fc.record({
  newPerDay: fc.integer({ min: 1, max: 8 }),
  reviewsPerDay: fc.constantFrom(200, 200, 6),
  burySiblings: fc.boolean(),
  newWithinReviewLimit: fc.boolean(),
  fuzz: fc.constant(false),
});

test('[TODAY-1][QUEUE-13][QUEUE-14][QUEUE-15] what Today counts is what is really asked, to the card, in every row', async () => {
  const ids = ['sample', 'below', 'aside'] as DeckId[];
  const plan = fc.record({
    options: fc.array(OPTIONS, { minLength: 3, maxLength: 3 }),
    grades: fc.array(fc.constantFrom<Grade>(1, 2, 3, 4), { minLength: 5, maxLength: 12 }),
    due: fc.array(fc.nat(35), { maxLength: 8 }),
    suspended: fc.array(fc.nat(35), { maxLength: 4 }),
    scope: fc.constantFrom<Scope>(
      {},
      { deckId: 'sample' as DeckId },
      { deckId: 'below' as DeckId },
      { deckId: 'sample' as DeckId, section: 'Odd' },
    ),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ grades, due, suspended, scope, options }) => {
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
      const some = (indexes: number[]) => indexes.map((index) => cards[index]?.id as CardId);
      for (let day = 0; day < 2; day++) {
        await studyUntilDone(deps, (answer) => grades[answer % (grades.length + 1)] ?? 4);
        deps.nowMillis = Date.parse('2026-03-02T08:00:00Z') + (day + 1) * DAY * 60_000;
      }
      // Some are left in steps overnight, and their siblings wait with them.
      for (let answers = 0; answers < 3; answers++) await answerFirst(deps, 1);
      deps.nowMillis += DAY * 60_000;
      if (due.length > 0) await setCardsDue(deps, some(due), 0);
      if (suspended.length > 0) await suspendCards(deps, some(suspended), true);
      const view = await today();
      const line = view.decks.find(({ deck }) => deck.id === scope.deckId);
      const row = scope.section
        ? line?.sections.find(({ name }) => name === scope.section)
        : (line ?? view.total);
      const left = row?.left ?? { new: 0, learning: 0, review: 0 };
      expect((await queueOf(deps, scope)).left).toEqual(left);
      const asked = await studyUntilDone(deps, () => 3, scope);
      const count = (kind: string) => asked.filter((each) => each === kind).length;
      expect({ new: count('new'), review: count('review') }).toEqual({
        new: left.new,
        review: left.review,
      });
      deps.close();
    }),
    { numRuns: 12 },
  );
});

test('[TODAY-1] decks and sections each have their line, and the total is the sum of the decks', async () => {
  deps = await testDeps();
  accepted(await loadDeck(deps, sampleDeck(30, 2, 'first'), NO_CHOICE, 'program'));
  accepted(await loadDeck(deps, sampleDeck(5, 1, 'second'), NO_CHOICE, 'program'));
  await answerFirst(deps, 1);
  const view = await today();
  const lines = view.decks.map(({ deck, left, sections }) => [
    deck.id,
    left.new,
    left.learning,
    sections.map((section) => [section.name, section.left.new, section.left.learning]),
  ]);
  expect(lines).toEqual([
    [
      'first',
      19,
      1,
      [
        ['Even', 14, 1],
        ['Odd', 15, 0],
      ],
    ],
    [
      'second',
      5,
      0,
      [
        ['Even', 3, 0],
        ['Odd', 2, 0],
      ],
    ],
  ]);
  expect(view.total.left).toEqual({ new: 24, learning: 1, review: 0 });
  expect(view.total.left).toEqual((await queueOf(deps)).left);
});

test('[TODAY-2] minutes are the counts times the person’s pace of the last 30 study days', async () => {
  deps = await withSampleDeck(120, 1);
  await changePreset(deps, { newPerDay: 60, learningStepsMinutes: [] });
  expect((await today()).total.minutes).toBeCloseTo((60 * 25.8) / 60);
  for (let answers = 0; answers < 50; answers++) await answerFirst(deps, 4);
  expect((await today()).total.minutes).toBeCloseTo((10 * 5) / 60);
  deps.advance(31 * DAY);
  const { minutes, left } = (await today()).total;
  expect(minutes).toBeCloseTo((60 * 25.8 + left.review * 14.87) / 60);
});

test('[TODAY-3] the week shows set reviews, new cards within the limit and their first return', async () => {
  deps = await withSampleDeck(20, 1);
  await changePreset(deps, { newPerDay: 2, fuzz: false });
  const cards = await deps.store.cards.orderBy('id').reverse().toArray();
  const ids = cards.map(({ id }) => id as CardId);
  await setCardsDue(deps, ids.slice(0, 1), 0);
  await setCardsDue(deps, ids.slice(1, 4), 1);
  await setCardsDue(deps, ids.slice(4, 5), 7);
  const { forecast } = await today();
  expect(forecast.map((day) => day.new)).toEqual([2, 2, 2, 2, 2, 2, 1]);
  expect(forecast.map((day) => day.reviews)).toEqual([3, 2, 2, 2, 2, 2, 3]);
});

test('[TODAY-1] a section whose reviews all come later than the week is listed', async () => {
  deps = await withSampleDeck(4, 1);
  const ids = (await deps.store.cards.toArray()).map(({ id }) => id as CardId);
  accepted(await setCardsDue(deps, ids, 30));
  const [line] = (await today()).decks;
  expect(line?.sections.map(({ name }) => name)).toContain('Odd');
});

test('[TODAY-4] study days in a row make a streak, undone answers do not', async () => {
  deps = await withSampleDeck(10, 1);
  for (let day = 0; day < 3; day++) {
    await answerFirst(deps, 4);
    deps.advance(DAY);
  }
  expect((await today()).streakDays).toBe(3);
  deps.advance(DAY);
  expect((await today()).streakDays).toBe(0);
});

test('[TODAY-5] all done means an empty queue and nothing left, and it says when cards come next', async () => {
  deps = await withSampleDeck(6, 2);
  await changePreset(deps, { newPerDay: 2 });
  await studyUntilDone(deps, (answer) => (answer === 0 ? 1 : 3));
  const view = await today();
  expect(view.total).toMatchObject({ left: { new: 0, learning: 0, review: 0 }, minutes: 0 });
  expect((await queueOf(deps)).cards).toEqual([]);
  expect(view.done.answers).toBeGreaterThan(3);
  expect(view.forecast[0]).toMatchObject({ new: 2 });
  deps.advance(DAY);
  expect((await today()).total.left.new).toBe(2);
});
