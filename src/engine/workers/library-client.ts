import type { Library, LibraryCounts } from '../../domain/library/library.ts';
import type { Change } from '../../domain/collection/rows.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Vocabulary } from '../../domain/search/complete.ts';
import type { Call, CallName, Calls, FromWorker, ToWorker } from './messages.ts';

/**
 * The library as `worker`, running library-worker.ts, keeps it for the database `databaseName`,
 * which must be open already. `clock` is read with every request.
 */
export function createLibrary(
  worker: Worker,
  clock: () => ClockReading,
  databaseName = 'rounds',
): Library {
  const listeners = new Set<() => void>();
  const waiting = new Map<number, { name: CallName; answered: (answer: unknown) => void }>();
  let calls = 0;
  let isBroken = false;

  const send = (message: ToWorker): void => worker.postMessage(message);

  function call<Name extends CallName>(
    name: Name,
    asked: Calls[Name]['asked'],
  ): Promise<Calls[Name]['answer']> {
    if (isBroken) return Promise.resolve(ANSWERS_OF_A_BROKEN_WORKER[name]);
    return new Promise((resolve) => {
      const number = calls++;
      waiting.set(number, { name, answered: resolve as (answer: unknown) => void });
      send({ kind: 'call', number, name, asked } as Call);
    });
  }

  function fail(): void {
    isBroken = true;
    for (const { name, answered } of waiting.values()) answered(ANSWERS_OF_A_BROKEN_WORKER[name]);
    waiting.clear();
  }

  worker.addEventListener('error', fail);
  worker.addEventListener('messageerror', fail);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'changed') {
      for (const listener of listeners) listener();
      return;
    }
    waiting.get(data.number)?.answered(data.answer);
    waiting.delete(data.number);
  });
  send({ kind: 'open', database: databaseName });

  return {
    find: (request) => call('find', { request, now: clock() }),
    rows: (token, from, to) => call('rows', { token, from, to, now: clock() }),
    ids: (token) => call('ids', { token }),
    counts: () => call('counts', { now: clock() }),
    searchCounts: () => call('searchCounts', { now: clock() }),
    vocabulary: () => call('vocabulary', {}),
    duplicates: (similarity) => call('duplicates', { similarity }),
    nearest: (text, except) => call('nearest', { text, ...(except && { except }) }),
    changed: (changes) => {
      if (changes.length > 0) send({ kind: 'changed', changes: changes.map(withoutBefore) });
    },
    reset: () => send({ kind: 'reset' }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      worker.terminate();
      fail();
    },
  };
}

/** What a row was before is half of the message, and not looked at. */
function withoutBefore(change: Change): Change {
  return { ...change, before: undefined };
}

const NO_COUNTS: LibraryCounts = {
  cards: 0,
  notes: 0,
  decks: [],
  tags: [],
  untagged: 0,
  addedToday: 0,
  types: [],
  states: {
    new: 0,
    learn: 0,
    review: 0,
    due: 0,
    suspended: 0,
    buried: 0,
    'buried-manually': 0,
    'buried-sibling': 0,
    leech: 0,
    marked: 0,
    absent: 0,
  },
  flags: [0, 0, 0, 0, 0, 0, 0, 0],
};
const NO_VOCABULARY: Vocabulary = {
  decks: [],
  tags: [],
  types: [],
  templates: [],
  presets: [],
  fields: [],
};

/** The first find says what is wrong; the rest has nothing to show. */
const ANSWERS_OF_A_BROKEN_WORKER: { readonly [Name in CallName]: Calls[Name]['answer'] } = {
  find: {
    ok: false,
    problem: {
      what: 'The library has stopped working.',
      kept: 'Your cards are as they were.',
      todo: 'Load this page again.',
    },
  },
  rows: [],
  ids: [],
  counts: NO_COUNTS,
  searchCounts: {},
  vocabulary: NO_VOCABULARY,
  duplicates: [],
  nearest: undefined,
};
