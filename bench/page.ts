import type { Deps } from '../src/engine/deps.ts';
import { createWebPlatform } from '../src/platform/web.ts';
import { openDatabase } from '../src/store/open.ts';
import { ownPlace } from '../src/store/place/place.ts';
import type { RoundsDatabase } from '../src/store/schema.ts';
import { connectLibrary, connectPlanner, connectWriter } from '../src/engine/workers/connect.ts';
import { JournalKeeper } from '../src/engine/journal/keeping/keeper.ts';
import libraryWorker from '../src/engine/workers/library-worker.ts?worker&url';
import planWorker from '../src/engine/workers/plan-worker.ts?worker&url';
import writeWorker from '../src/engine/workers/write-worker.ts?worker&url';
import journalWorker from '../src/platform/journal/journal-worker.ts?worker&url';
import { createWebJournal } from '../src/platform/journal/web-journal.ts';
import { trustedScriptUrl } from '../src/platform/trusted-script.ts';
import { BesideAnki, notesForAnki } from './beside-anki.ts';
import { measureAnswers, measureJournalled } from './answers.ts';
import { inconsistencies } from './consistency.ts';
import { measureCurve, measureFirstFigure } from './exams.ts';
import { type Generated, generate, type Size } from './generate.ts';
import type { Timings } from './interleaved.ts';
import { measureAdding, measureLibrary } from './library.ts';
import {
  fillForInsights,
  type InsightsKind,
  type InsightsSize,
  measureInsights,
} from './insights.ts';
import { openRaw } from './raw.ts';
import { everyRowOfAnswer, leastOfAnswer } from './raw-answer.ts';
import {
  measureCounting,
  measureCounts,
  measureQueue,
  measureQueueMinimum,
  measureToday,
} from './reads.ts';
import { answerMany, beginAnew } from './session.ts';
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

  /** Makes a collection of answers to be told of, in a database of its own. */
  fillForInsights: (size: InsightsSize): Promise<void> =>
    withDatabase(TOLD, ({ store, clock }) => fillForInsights(store, size, clock().atMillis)),

  measureInsights: (kind: InsightsKind, runs: number) =>
    withDatabase(TOLD, async (deps) => {
      const raw = await openRaw(TOLD);
      try {
        const { store, clock } = deps;
        const begin = () =>
          connectLibrary({ store, clock, start: () => startWorker(libraryWorker) });
        return await measureInsights(deps, raw, { kind, runs, begin });
      } finally {
        raw.close();
      }
    }),

  /** Notes to be put into Anki, page by page. */
  notesForAnki: (after: string, count: number) =>
    withDatabase('rounds', ({ store }) => notesForAnki(store, after, count)),

  beginAnew: (): Promise<void> => withDatabase('rounds', beginAnew),

  /** The journal has all that the collection has, as it has whenever cards are studied. */
  keepJournal: (): Promise<void> =>
    withDatabase('rounds', async ({ store }) => {
      const journal = createWebJournal(() => startWorker(journalWorker));
      const kept = await new JournalKeeper(store, journal).catchUp();
      if (!kept.ok) throw new Error(kept.problem.what);
    }),

  answerMany: (count: number): Promise<void> =>
    withDatabase('rounds', (deps) => answerMany(deps, count)),

  /** Opens the collection, shows its first card and closes it, so many times. */
  openings: async (times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      await withDatabase('rounds', (deps) => new BesideAnki(deps).firstCard());
    }
  },

  /** The library's worker begun anew, until it has answered, so many times. */
  libraries: async (times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      await withDatabase('rounds', (deps) => new BesideAnki(deps).search(['']));
    }
  },

  /** Keeps the library's index, as the program does in a quiet moment; until it is there. */
  keepLibrary: (): Promise<void> =>
    withDatabase('rounds', async (deps) => {
      await new BesideAnki(deps).search(['']);
      for (let second = 0; second < 60 && !(await deps.store.kept.get('library')); second++) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }),

  /** Begins what is measured beside Anki in one life of the program; see BesideAnki. */
  beside: async <Doing extends 'answers' | 'tree' | 'look' | 'search'>(
    doing: Doing,
    asked: Parameters<BesideAnki[Doing]>[0],
  ): Promise<unknown> => {
    lasting ??= await lastingDeps();
    const beside = new BesideAnki(lasting);
    return (beside[doing] as (asked: unknown) => Promise<unknown>)(asked);
  },

  measure: (what: Measurement, runs: number): Promise<Timings> =>
    withDatabase('rounds', async (deps) => {
      const raw = await openRaw('rounds');
      try {
        return await measurements[what](deps, raw, runs);
      } finally {
        raw.close();
        // What plain IndexedDB wrote is no step of the program's, which would keep it in its journal.
        await deps.store.operations.where('id').startsWith('raw:').delete();
      }
    }),
};

const SEARCHED = 'bench-search';
const TOLD = 'bench-insights';
let lasting: Deps | undefined;

/** The collection, open until the page goes. */
async function lastingDeps(): Promise<Deps> {
  return new Promise((resolve) => {
    void withDatabase('rounds', (deps) => {
      resolve(deps);
      return new Promise(() => {});
    });
  });
}

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
  today: (deps, raw, runs) => measureToday(deps, raw, runs, false),
  todayFirst: (deps, raw, runs) => measureToday(deps, raw, runs, true),
  answer: (deps, raw, runs) => measureAnswers(deps, raw, runs, leastOfAnswer),
  answerEveryRow: (deps, raw, runs) => measureAnswers(deps, raw, runs, everyRowOfAnswer),
  answerJournalled: (deps, _raw, runs) =>
    measureJournalled(
      deps,
      createWebJournal(() => startWorker(journalWorker)),
      runs,
    ),
  library: (deps, raw, runs) => measureLibrary(deps, raw, runs),
  adding: (deps, raw, runs) => measureAdding(deps, raw, runs),
  firstFigure: measureFirstFigure,
  curve: measureCurve,
} satisfies Record<string, Measure>;
type Measurement = keyof typeof measurements;

async function withDatabase<Value>(
  name: string,
  work: (deps: Deps) => Promise<Value>,
  thenDelete = false,
): Promise<Value> {
  const opened = await openDatabase(() => 'bench-device', undefined, {
    ...(await ownPlace()),
    name,
  });
  if (!opened.ok) throw new Error(opened.problem.what);
  const store: RoundsDatabase = opened.value;
  const clock = () => ({ atMillis: Date.now(), utcOffsetMinutes: -new Date().getTimezoneOffset() });
  const library = connectLibrary({ store, clock, start: () => startWorker(libraryWorker) });
  const planner = connectPlanner({ store, clock, start: () => startWorker(planWorker) });
  const writer = connectWriter({ store, start: () => startWorker(writeWorker) });
  const newId = () => crypto.randomUUID();
  try {
    return await work({
      store,
      clock,
      newId,
      library,
      planner,
      writer,
      platform: createWebPlatform(),
    });
  } finally {
    library.close();
    planner.close();
    writer.close();
    store.close();
    if (thenDelete) await store.delete();
  }
}

function startWorker(url: string): Worker {
  return new Worker(trustedScriptUrl(url), { type: 'module' });
}

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
