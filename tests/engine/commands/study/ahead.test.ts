import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import type { Preset } from '../../../../src/domain/collection/deck.ts';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import type { Scope } from '../../../../src/domain/study/source.ts';
import { loadDeck, NO_CHOICE } from '../../../../src/engine/commands/decks/load-deck.ts';
import { type Ahead, nextAfter, prepareNext } from '../../../../src/engine/commands/study/ahead.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { buryCards, flagCards, suspendCards } from '../../../../src/engine/commands/study/cards.ts';
import { beginStudy, type Next, nextInStudy } from '../../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { randomFrom } from '../../../../src/kernel/seeded.ts';
import { countsThatDiffer } from '../../../../src/store/check/fresh-counts.ts';
import { beginSession } from '../../../../src/store/device/session.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import { openDatabase } from '../../../../src/store/open.ts';
import { withoutKeys } from '../../../../src/store/reach.ts';
import type { SessionPlan } from '../../../../src/domain/study/source.ts';
import { countReads } from '../../../support/count-reads.ts';
import {
  accepted,
  changePreset,
  problemOf,
  rewriteNote,
  sampleDeck,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const SEEDS = [2, 3, 4];
const ANSWERS = 20;
const MINUTES = [0, 0, 0, 1, 9, 30, 300, 1_440];

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(14, 2);
});
afterEach(() => {
  vi.restoreAllMocks();
  deps.close();
});

type Shown = Extract<Next, { kind: 'card' }>;
type Between =
  | 'nothing'
  | 'clock'
  | 'suspend'
  | 'bury'
  | 'edit'
  | 'options'
  | 'undo'
  | 'window'
  | 'begin';
const OFTEN_NOTHING: readonly Between[] = [
  ...Array.from({ length: 10 }, () => 'nothing' as const),
  'clock',
  'clock',
  'clock',
  'suspend',
  'bury',
  'edit',
  'options',
  'undo',
  'window',
  'begin',
];

/** Always, unlike beginning the same session again or an undo of nothing. */
const WRITES: readonly Between[] = ['suspend', 'bury', 'edit', 'options', 'window'];

const PRESETS: readonly Partial<Preset>[] = [
  {},
  { burySiblings: false, newPerDay: 5, reviewsPerDay: 7 },
  { newOrder: 'random', reviewOrder: 'least-retrievable-first', mixing: 'reviews-first' },
  { learningStepsMinutes: [1, 25], relearningStepsMinutes: [3], newOrder: 'random' },
];

/** The next card, out of what was made ready; how it came does not show. */
async function afterwards(ahead: Ahead | undefined, answer: Answer): Promise<Next> {
  return accepted(await nextAfter(deps, answer, ahead));
}
type Answer = Parameters<typeof nextAfter>[1];

/** Whether `work` read no card and no count. */
async function readsNothing(work: () => Promise<unknown>): Promise<boolean> {
  return (await rowsRead(work)) === 0;
}

async function rowsRead(work: () => Promise<unknown>): Promise<number> {
  const reads = countReads();
  await work();
  reads.stop();
  const tables = ['cards', 'notes', 'tallies', 'days', 'settings', 'decks', 'presets'];
  return tables.reduce((sum, table) => sum + (reads.rows[table] ?? 0), 0);
}

/** The same collection, where nothing is kept from what happens here. */
async function secondWindow(): Promise<TestDeps> {
  const opened = await openDatabase(() => 'unused', undefined, deps.store.place);
  return { ...deps, store: accepted(opened) };
}

/** What is kept is what a fresh count and a replay of the log come to. */
async function expectAllSound(): Promise<void> {
  const { store } = deps;
  const read = async () => ({
    cards: (await store.cards.toArray()).map(withoutKeys),
    reviews: await store.reviews.toArray(),
  });
  const stood = await read();
  const undone = new Map((await store.undone.toArray()).map((row) => [row.target as string, row]));
  const device = await store.device.get('device');
  expect(await countsThatDiffer(store, stood.cards, stood.reviews, undone, [], device)).toEqual({
    tallies: 0,
    days: 0,
    inSight: false,
  });
  await rebuild(store);
  expect(await read()).toEqual(stood);
}

async function disturb(between: Between, random: () => number, shown: Shown): Promise<void> {
  const cards = await deps.store.cards.toArray();
  const any = cards[Math.floor(random() * cards.length)] as Card;
  switch (between) {
    case 'clock':
      return deps.advance(MINUTES[Math.floor(random() * MINUTES.length)] ?? 0);
    case 'suspend':
      accepted(await suspendCards(deps, [any.id], !any.suspended));
      return;
    case 'bury':
      accepted(await buryCards(deps, [any.id]));
      return;
    case 'edit':
      accepted(
        await rewriteNote(
          deps,
          shown.showing.note,
          { type: 'cloze', text: '{{c1::new}} and {{c2::other}}' },
          `seen ${random()}`,
        ),
      );
      return;
    case 'options':
      return changePreset(deps, PRESETS[Math.floor(random() * PRESETS.length)] ?? {});
    case 'undo':
      await undoLast(deps);
      return;
    case 'window': {
      const other = await secondWindow();
      accepted(await flagCards(other, [any.id], random() < 0.5 ? 1 : 2));
      if (any.id !== shown.showing.card.id) accepted(await answerCard(other, any, 3, 500));
      other.store.close();
      return;
    }
    case 'begin':
      await beginStudy(deps, random() < 0.5 ? {} : { section: 'Odd' });
  }
}

const scopes: Record<string, () => Promise<Scope>> = {
  everything: async () => ({}),
  'a section': async () => ({ section: 'Odd' }),
  'chosen cards': async () => ({
    cardIds: (await deps.store.cards.limit(11).primaryKeys()) as Card['id'][],
  }),
  'a plan': async () => ({ plan: await aPlan() }),
};

async function aPlan(): Promise<SessionPlan> {
  const cards = await deps.store.cards.toArray();
  const why = { kind: 'due', gain: 0 } as const;
  return {
    studyDay: Math.floor(deps.nowMillis / 86_400_000),
    cards: cards.reverse().map(({ id }) => ({ cardId: id, seconds: 9, isNew: true, why })),
    budgetMillis: 60_000,
  };
}

describe.each(Object.keys(scopes))('[REVIEW-12] of %s', (name) => {
  test.each(SEEDS)(
    'what was made ready is what is asked anew, whatever comes between (%i)',
    async (seed) => {
      const random = randomFrom(seed);
      await changePreset(deps, PRESETS[seed % PRESETS.length] ?? {});
      accepted(await loadDeck(deps, sampleDeck(5, 1, 'other'), NO_CHOICE, 'program'));
      await beginSession(deps.store, (await scopes[name]?.()) ?? {}, deps.clock());
      const anew = await secondWindow();
      let ready = 0;
      for (let answers = 0; answers < ANSWERS; answers++) {
        // What is kept is of one window: mostly it goes on from answer to answer.
        const asked = random() < 0.25 ? deps : anew;
        const next = accepted(await nextInStudy(asked));
        if (next.kind === 'finished') {
          deps.advance(700);
          continue;
        }
        const { card } = next.showing;
        const ahead = accepted(await prepareNext(deps, card));
        const between = OFTEN_NOTHING[Math.floor(random() * OFTEN_NOTHING.length)] ?? 'nothing';
        await disturb(between, random, next);
        const grade = (1 + Math.floor(random() * 4)) as Grade;
        const saved = await answerCard(deps, card, grade, 4_000, ahead?.foreseen);
        if (!saved.ok) continue;
        let found: Next | undefined;
        const isReady = await readsNothing(async () => {
          found = await afterwards(ahead, saved.value.operation);
        });
        if (isReady) ready++;
        expect(found, `${between}, ${grade}`).toEqual(accepted(await nextInStudy(anew)));
        if (isReady) expect(WRITES).not.toContain(between);
      }
      anew.store.close();
      expect(ready).toBeGreaterThan(2);
      await expectAllSound();
    },
  );
});

test('[REVIEW-12] each grade of an untouched session is ready: nothing is read after the key', async () => {
  await beginStudy(deps, {});
  for (const grade of [1, 2, 3, 4, 3, 1] as const) {
    const next = accepted(await nextInStudy(deps));
    if (next.kind !== 'card') throw new Error('no card');
    const ahead = accepted(await prepareNext(deps, next.showing.card));
    const { foreseen } = ahead ?? {};
    const saved = accepted(await answerCard(deps, next.showing.card, grade, 4_000, foreseen));
    expect(await readsNothing(() => afterwards(ahead, saved.operation))).toBe(true);
  }
});

test('[REVIEW-12] what was foreseen of a card is used for the very next write alone', async () => {
  await beginStudy(deps, {});
  const next = accepted(await nextInStudy(deps));
  if (next.kind !== 'card') throw new Error('no card');
  const { card } = next.showing;
  const ahead = accepted(await prepareNext(deps, card));
  let saved: Answer | undefined;
  const rows = await rowsRead(async () => {
    saved = accepted(await answerCard(deps, card, 3, 4_000, ahead?.foreseen)).operation;
  });
  expect(rows).toBe(0);
  expect(saved?.changes.length).toBeGreaterThan(1);
  const again = await answerCard(deps, card, 3, 4_000, ahead?.foreseen);
  expect(problemOf(again).what).toBe('This card was already graded.');
  accepted(await undoLast(deps));
  accepted(await answerCard(deps, card, 4, 4_000, ahead?.foreseen));
  await expectAllSound();
});

test('[REVIEW-12] what was foreseen is written without waiting for the row that says it still holds', async () => {
  await beginStudy(deps, {});
  const next = accepted(await nextInStudy(deps));
  if (next.kind !== 'card') throw new Error('no card');
  const { card } = next.showing;
  const ahead = accepted(await prepareNext(deps, card));
  const asked: string[] = [];
  for (const name of ['get', 'put', 'add'] as const) {
    const ask = IDBObjectStore.prototype[name] as (...rows: unknown[]) => IDBRequest;
    const told = function (this: IDBObjectStore, ...rows: unknown[]) {
      const request = ask.apply(this, rows);
      asked.push(`${name} ${this.name}`);
      if (name === 'get') request.addEventListener('success', () => asked.push(`got ${this.name}`));
      return request;
    };
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(told as never);
  }
  accepted(await answerCard(deps, card, 3, 4_000, ahead?.foreseen));
  const got = asked.indexOf('got device');
  const before = asked.slice(0, got).map((each) => each.split(' ')[1]);
  expect(asked[0]).toBe('get device');
  expect(new Set(before)).toEqual(
    new Set(['device', 'operations', 'cards', 'reviews', 'tallies', 'days']),
  );
  expect(asked.slice(got + 1)).toEqual(['put device']);
});

test('[REVIEW-14] from card to card a session reads a few rows, however many wait', async () => {
  await deps.close();
  deps = await withSampleDeck(200, 1);
  await changePreset(deps, { newPerDay: 500 });
  accepted(await loadDeck(deps, sampleDeck(100, 1, 'other'), NO_CHOICE, 'program'));
  await beginStudy(deps, {});
  const anew = await secondWindow();
  let next = accepted(await nextInStudy(deps));
  const rows: number[] = [];
  for (let answers = 0; answers < 150; answers++) {
    if (next.kind !== 'card') throw new Error('no card');
    const { card } = next.showing;
    let found: Next | undefined;
    rows.push(
      await rowsRead(async () => {
        const ahead = accepted(await prepareNext(deps, card));
        const grade = answers % 7 === 3 ? 1 : 4;
        const saved = accepted(await answerCard(deps, card, grade, 4_000, ahead?.foreseen));
        found = await afterwards(ahead, saved.operation);
      }),
    );
    expect(found).toEqual(accepted(await nextInStudy(anew)));
    next = found as unknown as Next;
  }
  anew.store.close();
  // The card at hand, its deck and counts, and the notes that may come next; now and then a page.
  expect(rows.reduce((sum, each) => sum + each, 0) / rows.length).toBeLessThan(25);
});

test('[REVIEW-12] making ready writes nothing', async () => {
  await beginStudy(deps, {});
  const next = accepted(await nextInStudy(deps));
  if (next.kind !== 'card') throw new Error('no card');
  const before = await deps.store.device.toArray();
  const ahead = accepted(await prepareNext(deps, next.showing.card));
  expect(ahead?.candidates.length).toBeGreaterThan(0);
  expect(await deps.store.device.toArray()).toEqual(before);
});
