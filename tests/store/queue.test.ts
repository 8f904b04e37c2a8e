import { afterEach, describe, expect, test } from 'vitest';
import type { Card } from '../../src/domain/collection/card.ts';
import { DEFAULT_PRESET_ID, type Preset } from '../../src/domain/collection/deck.ts';
import { type CardId, type DeckId, noteIdOf } from '../../src/kernel/ids.ts';
import { buryCards, setCardsDue, suspendCards } from '../../src/engine/commands/study/cards.ts';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import { setDeckPreset } from '../../src/engine/commands/decks/decks.ts';
import { archiveNotes } from '../../src/engine/commands/notes/notes.ts';
import { addPreset, setPreset } from '../../src/engine/commands/settings/settings.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import type { Scope } from '../../src/domain/study/source.ts';
import { readPreset, readStudySettings } from '../../src/store/reads/settings.ts';
import {
  accepted,
  answerFirst,
  changePreset,
  noteOf,
  queueOf,
  rewriteNote,
  sampleDeck,
  studyUntilDone,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../support/deps.ts';

const DAY = 24 * 60;
let deps: TestDeps;
afterEach(() => deps.close());

function ids(cards: readonly { readonly id: string }[]): CardId[] {
  return cards.map(({ id }) => id as CardId);
}
async function queueIds(scope: Scope = {}, limit?: number): Promise<CardId[]> {
  return ids((await queueOf(deps, scope, limit)).cards);
}
/** `notes` notes of one card, all reviews due today. */
async function withReviews(notes: number, preset: Partial<Preset> = {}): Promise<void> {
  deps = await withSampleDeck(notes, 1);
  await changePreset(deps, { newPerDay: 9999, reviewsPerDay: 9999, ...preset });
  await setCardsDue(deps, ids(await deps.store.cards.toArray()), 0);
}
async function addDeck(id: string, notes: number, cardsEach = 1): Promise<void> {
  accepted(await loadDeck(deps, sampleDeck(notes, cardsEach, id), NO_CHOICE, 'program'));
}

describe('what a queue holds', () => {
  test('[QUEUE-2] suspended, buried, archived and absent cards are in no queue', async () => {
    deps = await withSampleDeck(5, 1);
    const [first, second, third, fourth, fifth] = await queueIds();
    if (!first || !second || !third || !fourth || !fifth) throw new Error('no cards');
    await suspendCards(deps, [first], true);
    await buryCards(deps, [second]);
    await archiveNotes(deps, [noteIdOf(third)], true);
    const content = { type: 'cloze' as const, text: '{{c7::other}}' };
    await rewriteNote(deps, await noteOf(deps, noteIdOf(fourth)), content, '');
    expect(await queueIds()).toEqual([`${noteIdOf(fourth)}/7`, fifth]);
    expect((await queueOf(deps)).left).toEqual({ new: 2, learning: 0, review: 0 });
  });

  test('[QUEUE-2] reviews come from their day on, and those of tomorrow do not', async () => {
    deps = await withSampleDeck(3, 1);
    const [first, second, third] = await queueIds();
    if (!first || !second || !third) throw new Error('no cards');
    await changePreset(deps, { newPerDay: 0 });
    await setCardsDue(deps, [first], 0);
    await setCardsDue(deps, [second], 1);
    await setCardsDue(deps, [third], 2);
    expect(await queueIds()).toEqual([first]);
    deps.advance(DAY);
    expect(await queueIds()).toEqual([first, second]);
  });

  test('[QUEUE-1][QUEUE-8] a card in steps comes first once due, and early when nothing else is left', async () => {
    deps = await withSampleDeck(2, 1);
    const learning = await answerFirst(deps, 1);
    const [other] = await queueIds();
    expect(other).not.toBe(learning.id);
    deps.advance(1);
    expect(await queueIds()).toEqual([learning.id, other]);
    deps.advance(-1);
    await answerFirst(deps, 4);
    expect(await queueIds()).toEqual([learning.id]);
    expect((await queueOf(deps)).nextLearningAtMillis).toBe(deps.nowMillis + 60_000);
  });

  test('[QUEUE-9] buried cards are back on the next study day, at its hour, by themselves', async () => {
    deps = await withSampleDeck(1, 1);
    await buryCards(deps, await queueIds());
    deps.nowMillis = Date.parse('2026-03-03T03:59:59Z');
    expect(await queueIds()).toEqual([]);
    deps.nowMillis = Date.parse('2026-03-03T04:00:00Z');
    expect(await queueIds()).toHaveLength(1);
  });
});

describe('siblings', () => {
  test('[QUEUE-7] a note comes up once a day, whatever its grades, and no queue holds two of it', async () => {
    deps = await withSampleDeck(6, 3);
    for (let day = 0; day < 3; day++) {
      const seen = new Set<string>();
      for (let answers = 0; answers < 40; answers++) {
        const { cards } = await queueOf(deps);
        expect(new Set(cards.map(({ id }) => noteIdOf(id))).size).toBe(cards.length);
        const card = cards[0];
        if (!card) break;
        if (card.schedule.state === 'new' || card.schedule.state === 'review') {
          expect(seen.has(noteIdOf(card.id))).toBe(false);
          seen.add(noteIdOf(card.id));
        }
        await answerFirst(deps, ((answers + day) % 4 === 0 ? 1 : 4) as 1 | 4);
        deps.advance(2);
      }
      expect(seen.size).toBe(6);
      deps.nowMillis = Date.parse('2026-03-02T08:00:00Z') + (day + 1) * DAY * 60_000;
    }
  });

  test('[QUEUE-7] without sibling burying, all cards of a note come on one day', async () => {
    deps = await withSampleDeck(2, 3);
    await changePreset(deps, { burySiblings: false });
    await answerFirst(deps, 4);
    expect(await queueIds()).toHaveLength(5);
  });
});

describe('limits', () => {
  test('[QUEUE-6] exactly so many new cards a day, across sessions, and again the next day', async () => {
    deps = await withSampleDeck(12, 1);
    await changePreset(deps, { newPerDay: 4, learningStepsMinutes: [] });
    expect(await studyUntilDone(deps, () => 4)).toEqual(Array(4).fill('new'));
    deps.store.close();
    await deps.store.open();
    expect(await queueIds()).toEqual([]);
    deps.advance(DAY);
    expect((await queueOf(deps)).left.new).toBe(4);
  });

  test('[QUEUE-6] answers in steps use up no limit, and undone ones none either', async () => {
    await withReviews(6, { reviewsPerDay: 3, newPerDay: 0 });
    const kinds = await studyUntilDone(deps, (answer) => (answer < 3 ? 1 : 3));
    expect(kinds).toEqual([...Array(3).fill('review'), ...Array(3).fill('learning')]);
    for (let undone = 0; undone < 3; undone++) accepted(await undoLast(deps));
    expect((await queueOf(deps)).left).toEqual({ new: 0, learning: 3, review: 0 });
    accepted(await undoLast(deps));
    expect((await queueOf(deps)).left).toEqual({ new: 0, learning: 2, review: 1 });
  });

  test('[QUEUE-6] one deck’s limit never hides another deck’s cards, reviews or new', async () => {
    deps = await testDeps();
    await addDeck('first', 30);
    await addDeck('second', 3);
    const all = await deps.store.cards.toArray();
    await setCardsDue(
      deps,
      ids(all.filter(({ deckId, position }) => deckId === 'first' || position < 1)),
      0,
    );
    await changePreset(deps, { reviewsPerDay: 2, newPerDay: 1 });
    const { cards, left } = await queueOf(deps, {}, 8);
    const count = (deckId: string, state: string) =>
      cards.filter((card) => card.deckId === deckId && card.schedule.state === state).length;
    expect(count('first', 'review')).toBe(2);
    expect(count('second', 'review')).toBe(1);
    expect(count('second', 'new')).toBe(1);
    expect(left).toEqual({ new: 1, learning: 0, review: 3 });
    for (let answers = 0; answers < 4; answers++) await answerFirst(deps, 4);
    expect((await queueOf(deps)).left).toEqual({ new: 0, learning: 0, review: 0 });
  });

  test('[QUEUE-6] a limit reached in one deck leaves the other its own', async () => {
    deps = await testDeps();
    await addDeck('first', 5);
    await addDeck('second', 5);
    await changePreset(deps, { newPerDay: 2, learningStepsMinutes: [] });
    await studyUntilDone(deps, () => 4, { deckId: 'first' as DeckId });
    expect((await queueOf(deps, { deckId: 'first' as DeckId })).cards).toEqual([]);
    const left = (await queueOf(deps)).cards;
    expect(left.map(({ deckId }) => deckId)).toEqual(['second', 'second']);
  });
});

describe('order', () => {
  test('[QUEUE-4] reviews within a day are in a random order, the same on every reading', async () => {
    await withReviews(60);
    const first = await queueIds();
    expect(await queueIds()).toEqual(first);
    expect(first).not.toEqual(ids(await deps.store.cards.orderBy('id').toArray()));
    const answered = await answerFirst(deps, 4);
    expect(await queueIds()).toEqual(first.filter((id) => id !== answered.id));
  });

  test('[QUEUE-4] the other orders look at every card due, not only at the first ones', async () => {
    await withReviews(30);
    const weakest = (await queueIds()).at(-1) as CardId;
    const day = deps.nowMillis;
    deps.nowMillis -= 90 * DAY * 60_000;
    await setCardsDue(deps, [weakest], 1);
    deps.nowMillis = day;
    await setCardsDue(deps, [weakest], 0);
    for (const reviewOrder of ['least-retrievable-first', 'most-retrievable-first'] as const) {
      await changePreset(deps, { reviewOrder });
      const few = await queueIds({}, 3);
      const all = await queueIds();
      expect(few).toEqual(all.slice(0, 3));
      expect(all).toHaveLength(30);
    }
  });

  test('[QUEUE-5] a random new order is steady through the day, and another one the next day', async () => {
    deps = await withSampleDeck(80, 1);
    await changePreset(deps, { newOrder: 'random', newPerDay: 80, learningStepsMinutes: [] });
    const first = await queueIds();
    expect(first).not.toEqual([...first].sort());
    deps.advance(5 * 60);
    const answered = await answerFirst(deps, 4);
    expect(answered.id).toBe(first[0]);
    expect(await queueIds()).toEqual(first.slice(1));
    deps.advance(DAY);
    const next = (await queueOf(deps)).cards.filter(({ schedule }) => schedule.state === 'new');
    expect(ids(next)).not.toEqual(first.slice(1));
  });

  test('[QUEUE-5] in the deck’s order, new cards come as the deck has them', async () => {
    deps = await withSampleDeck(30, 2);
    const shown = (await queueOf(deps)).cards.map(({ position }) => position);
    expect(shown).toEqual(Array.from({ length: 20 }, (_, position) => position));
  });

  test('[QUEUE-3] through a whole day, new cards and reviews run out together', async () => {
    deps = await withSampleDeck(24, 1);
    const all = ids(await deps.store.cards.orderBy('id').toArray());
    await changePreset(deps, { newPerDay: 8, learningStepsMinutes: [] });
    await setCardsDue(deps, all.slice(0, 16), 0);
    const promised = (await queueOf(deps)).cards.map(({ schedule }) => schedule.state);
    const kinds = await studyUntilDone(deps, () => 4);
    expect(kinds).toEqual(promised);
    expect(kinds.join(' ')).toBe(Array(8).fill('review new review').join(' '));
  });
});

describe('scopes', () => {
  async function withSections(): Promise<void> {
    deps = await testDeps();
    const deck = sampleDeck(9, 1);
    const sections = [['A'], ['A::x'], ['A::x::deep'], ['AB'], ['B', 'A::x']];
    const drafts = deck.drafts.map((draft, index) => ({
      ...draft,
      sections: sections[index] ?? ['C'],
    }));
    accepted(await loadDeck(deps, { ...deck, drafts }, NO_CHOICE, 'program'));
    await addDeck('other', 3);
  }

  test('[QUEUE-10] a section is studied with its subsections, also those named besides, and no other', async () => {
    await withSections();
    const positions = async (section: string) =>
      (await queueOf(deps, { deckId: 'sample' as DeckId, section })).cards.map((c) => c.position);
    expect(await positions('A')).toEqual([0, 1, 2, 4]);
    expect(await positions('A::x')).toEqual([1, 2, 4]);
    expect(await positions('A::x::deep')).toEqual([2]);
    expect(await positions('AB')).toEqual([3]);
    expect(await positions('none')).toEqual([]);
  });

  test('[QUEUE-10] a section’s reviews and its count are its own, within the deck’s limit', async () => {
    await withSections();
    await setCardsDue(deps, ids(await deps.store.cards.toArray()), 0);
    const scope = { deckId: 'sample' as DeckId, section: 'A' };
    expect((await queueOf(deps, scope, 2)).left).toEqual({ new: 0, learning: 0, review: 4 });
    await changePreset(deps, { reviewsPerDay: 3 });
    const { cards, left } = await queueOf(deps, scope);
    expect(left.review).toBe(3);
    expect(cards).toHaveLength(3);
  });

  test('[QUEUE-10] a deck is studied alone, and everything together', async () => {
    await withSections();
    const decks = async (deckId?: string) =>
      new Set(
        (await queueOf(deps, deckId ? { deckId: deckId as DeckId } : {})).cards.map(
          (c) => c.deckId,
        ),
      );
    expect(await decks('other')).toEqual(new Set(['other']));
    expect(await decks()).toEqual(new Set(['sample', 'other']));
    expect((await queueOf(deps, { deckId: 'none' as DeckId })).cards).toEqual([]);
  });

  test('[QUEUE-10] the first cards do not depend on how many are asked for, in any order or mixture', async () => {
    deps = await testDeps();
    await addDeck('first', 30, 2);
    await addDeck('second', 10, 3);
    const cards = await deps.store.cards.orderBy('id').toArray();
    await setCardsDue(deps, ids(cards.filter((_, index) => index % 3 === 0)), 0);
    await setCardsDue(deps, ids(cards.filter((_, index) => index % 5 === 0)), 1);
    for (let answers = 0; answers < 3; answers++) await answerFirst(deps, 1);
    deps.advance(DAY);
    const presets: Partial<Preset>[] = [
      {},
      { mixing: 'new-first' },
      { mixing: 'reviews-first', reviewsPerDay: 5 },
      { newOrder: 'random', newPerDay: 7 },
      { reviewOrder: 'most-overdue-first', reviewsPerDay: 5 },
      { burySiblings: false },
    ];
    for (const preset of presets) {
      await changePreset(deps, { mixing: 'mixed', newPerDay: 20, reviewsPerDay: 200, ...preset });
      for (const scope of [{}, { deckId: 'first' as DeckId }, { section: 'Even' }]) {
        const whole = await queueIds(scope, 500);
        for (const limit of [1, 2, 5, 8, 13, 40]) {
          expect([preset, limit, await queueIds(scope, limit)]).toEqual([
            preset,
            limit,
            whole.slice(0, limit),
          ]);
        }
      }
    }
  });
});

describe('decks of different options in one queue', () => {
  const FIRST = 'first' as DeckId;
  const SECOND = 'second' as DeckId;

  /** Two decks of 30 notes of two cards; a third of the cards are due, of a past of their own. */
  async function twoDecks(first: Partial<Preset>, second: Partial<Preset>): Promise<void> {
    deps = await testDeps();
    await addDeck(FIRST, 30, 2);
    await addDeck(SECOND, 30, 2);
    const cards = await deps.store.cards.orderBy('id').toArray();
    const due = cards.filter((_, index) => index % 3 === 0);
    const today = deps.nowMillis;
    for (const [at, card] of due.entries()) {
      deps.nowMillis = today - (20 + ((at * 37) % 90)) * DAY * 60_000;
      accepted(await setCardsDue(deps, [card.id], 1 + ((at * 11) % 15)));
    }
    deps.nowMillis = today;
    const more = { newPerDay: 8, reviewsPerDay: 12 };
    await changePreset(deps, { ...more, ...first });
    const preset = await readPreset(deps.store, DEFAULT_PRESET_ID);
    const id = accepted(await addPreset(deps, preset, 'Second'));
    const settings = await readStudySettings(deps.store);
    accepted(await setPreset(deps, { ...preset, id, name: 'Second', ...second }, settings));
    accepted(await setDeckPreset(deps, [SECOND], id));
  }
  const pairs: readonly (readonly [Partial<Preset>, Partial<Preset>])[] = [
    [{}, { burySiblings: false, newOrder: 'random' }],
    [{ burySiblings: false, reviewOrder: 'most-overdue-first' }, { burySiblings: true }],
    [
      { reviewOrder: 'least-retrievable-first', mixing: 'new-first' },
      { reviewOrder: 'due-then-random', mixing: 'reviews-first', reviewsPerDay: 5 },
    ],
    [
      { reviewOrder: 'most-retrievable-first', newOrder: 'random', mixing: 'reviews-first' },
      { reviewOrder: 'most-overdue-first', burySiblings: false, newPerDay: 30 },
    ],
  ];

  test.each(pairs)(
    '[QUEUE-12] %j and %j: each deck’s cards come as in its own queue',
    async (...pair) => {
      await twoDecks(...pair);
      for (const scope of [{}, { section: 'Even' }]) {
        const whole = (await queueOf(deps, scope, 500)).cards;
        for (const deckId of [FIRST, SECOND]) {
          const own = (await queueOf(deps, { ...scope, deckId }, 500)).cards;
          const part = whole.filter((card) => card.deckId === deckId);
          for (const state of ['new', 'review'] as const) {
            const of = (cards: readonly Card[]) =>
              ids(cards.filter(({ schedule }) => schedule.state === state));
            expect(of(part).length).toBeGreaterThan(0);
            expect([scope, deckId, of(part)]).toEqual([scope, deckId, of(own)]);
          }
        }
        for (const limit of [1, 3, 8, 20]) {
          expect([limit, await queueIds(scope, limit)]).toEqual([
            limit,
            ids(whole.slice(0, limit)),
          ]);
        }
      }
    },
  );

  test('[QUEUE-12][QUEUE-11] so do the cards of a search', async () => {
    const [first, second] = pairs[3] ?? [{}, {}];
    await twoDecks({ ...first, reviewsPerDay: 99 }, { ...second, reviewsPerDay: 99 });
    const cardIds = ids(await deps.store.cards.toArray());
    const chosen = (await queueOf(deps, { cardIds }, 500)).cards;
    for (const deckId of [FIRST, SECOND]) {
      const own = (await queueOf(deps, { deckId }, 500)).cards;
      for (const state of ['new', 'review'] as const) {
        const of = (cards: readonly Card[]) =>
          ids(cards.filter((card) => card.deckId === deckId && card.schedule.state === state));
        expect(of(chosen)).toEqual(of(own));
      }
    }
  });

  test('[QUEUE-12][QUEUE-7] siblings wait in the deck that buries them, and come in the other', async () => {
    await twoDecks({ newPerDay: 99 }, { newPerDay: 99, reviewsPerDay: 99, burySiblings: false });
    const { cards, left } = await queueOf(deps, {}, 500);
    const notes = (deckId: DeckId) =>
      cards.filter((card) => card.deckId === deckId).map(({ id }) => noteIdOf(id));
    expect(new Set(notes(FIRST)).size).toBe(notes(FIRST).length);
    expect(notes(SECOND)).toHaveLength(60);
    expect(left.new + left.review).toBe(cards.length);
  });

  test('[QUEUE-12] through a day, the queue goes on in the order it promised', async () => {
    const options = { learningStepsMinutes: [], relearningStepsMinutes: [] };
    await twoDecks(
      { ...options, reviewOrder: 'least-retrievable-first' },
      { ...options, reviewOrder: 'most-overdue-first', reviewsPerDay: 6, burySiblings: false },
    );
    const promised = await queueIds({}, 500);
    for (const [at, id] of promised.entries()) {
      expect(await queueIds({}, 5)).toEqual(promised.slice(at, at + 5));
      expect((await answerFirst(deps, 3)).id).toBe(id);
    }
    expect(await queueIds()).toEqual([]);
  });

  test('[QUEUE-12] mixing is as the deck studied has it, and for everything as the first by name', async () => {
    await twoDecks({ mixing: 'new-first' }, { mixing: 'reviews-first' });
    await deps.store.decks.update(FIRST, { name: 'Zoology::Below' });
    await deps.store.decks.update(SECOND, { name: 'Zoology' });
    const firstOf = async (scope: Scope) => (await queueOf(deps, scope)).cards[0]?.schedule.state;
    expect(await firstOf({})).toBe('review');
    expect(await firstOf({ deckId: SECOND })).toBe('review');
    expect(await firstOf({ deckId: FIRST })).toBe('new');
  });
});
