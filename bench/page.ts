import type { Deps } from '../src/engine/deps.ts';
import { createWebPlatform } from '../src/platform/web.ts';
import { openDatabase } from '../src/store/open.ts';
import type { RoundsDatabase } from '../src/store/schema.ts';
import { connectLibrary, connectPlanner, connectWriter } from '../src/engine/workers/connect.ts';
import { measureAnswers } from './answers.ts';
import { inconsistencies } from './consistency.ts';
import { type Generated, generate, type Size } from './generate.ts';
import type { Timings } from './interleaved.ts';
import { measureAdding, measureLibrary } from './library.ts';
import { openRaw } from './raw.ts';
import { everyRowOfAnswer, leastOfAnswer } from './raw-answer.ts';
import {
  measureCounting,
  measureCounts,
  measureQueue,
  measureQueueMinimum,
  measureToday,
} from './reads.ts';
import { fillForSearch, measureSearch, type SearchKind } from './search.ts';

/** What scripts/bench.mjs asks the page to do; every call opens and closes the database itself. */
const bench = {
  /** Makes a collection in the database that the program opens. */
  generate: (size: Size): Promise<Generated> =>
    withDatabase('rounds', ({ store, clock }) => generate(store, size, clock())),

  /** Makes a small collection, wholly logged, and tells what the program's rebuild would change. */
  verify: (size: Size): Promise<string[]> =>
    withDatabase(
      'bench-consistency',
      async ({ store, clock }) => {
        await generate(store, { ...size, loggedEvery: 1 }, clock());
        return inconsistencies(store);
      },
      true,
    ),

  /** Makes a collection of notes to be searched, in a database of its own. */
  fillForSearch: (notes: number): Promise<void> =>
    withDatabase(SEARCHED, ({ store }) => fillForSearch(store, notes)),

  measureSearch: (kind: SearchKind, runs: number): Promise<Timings> =>
    withDatabase(SEARCHED, (deps) => measureSearch(deps, kind, runs)),

  measure: (what: Measurement, runs: number): Promise<Timings> =>
    withDatabase('rounds', async (deps) => {
      const raw = await openRaw('rounds');
      try {
        return await measurements[what](deps, raw, runs);
      } finally {
        raw.close();
      }
    }),
};

const SEARCHED = 'bench-search';

type Measure = (deps: Deps, raw: IDBDatabase, runs: number) => Promise<Timings>;
const DECK = 'deck-07';
const measurements = {
  queue: ({ store, clock }, raw, runs) => measureQueueMinimum(store, raw, clock(), runs),
  queueOfDeck: ({ store, clock }, raw, runs) =>
    measureQueueMinimum(store, raw, clock(), runs, DECK),
  queueCards: ({ store, clock }, raw, runs) => measureQueue(store, raw, clock(), runs),
  queueCardsOfDeck: ({ store, clock }, raw, runs) => measureQueue(store, raw, clock(), runs, DECK),
  counts: ({ store, clock }, raw, runs) => measureCounts(store, raw, clock(), runs),
  counting: ({ store, clock }, raw, runs) => measureCounting(store, raw, clock(), runs),
  today: ({ store, clock }, raw, runs) => measureToday(store, raw, clock(), runs),
  answer: (deps, raw, runs) => measureAnswers(deps, raw, runs, leastOfAnswer),
  answerEveryRow: (deps, raw, runs) => measureAnswers(deps, raw, runs, everyRowOfAnswer),
  library: (deps, raw, runs) => measureLibrary(deps, raw, runs),
  adding: (deps, raw, runs) => measureAdding(deps, raw, runs),
} satisfies Record<string, Measure>;
type Measurement = keyof typeof measurements;

async function withDatabase<Value>(
  name: string,
  work: (deps: Deps) => Promise<Value>,
  thenDelete = false,
): Promise<Value> {
  const opened = await openDatabase(() => 'bench-device', undefined, name);
  if (!opened.ok) throw new Error(opened.problem.what);
  const store: RoundsDatabase = opened.value;
  const clock = () => ({ atMillis: Date.now(), utcOffsetMinutes: -new Date().getTimezoneOffset() });
  const start = () => {
    throw new Error('the bench has no workers here');
  };
  try {
    return await work({
      store,
      clock,
      newId: () => crypto.randomUUID(),
      library: connectLibrary({ store, clock, start }),
      planner: connectPlanner({ store, clock, start }),
      writer: connectWriter({ store, start }),
      platform: createWebPlatform(),
    });
  } finally {
    store.close();
    if (thenDelete) await store.delete();
  }
}

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
