import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { LibraryIndex } from '../../../../src/domain/library/library-index.ts';
import { parseSearch } from '../../../../src/domain/search/parse-query.ts';
import { deleteNotes, tagNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { flagCards, suspendCards } from '../../../../src/engine/commands/study/cards.ts';
import { redoLast, undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { LibraryKeeper } from '../../../../src/engine/workers/library/library-keeper.ts';
import { LibraryService } from '../../../../src/engine/workers/library/library-service.ts';
import type { CardId, NoteId } from '../../../../src/kernel/ids.ts';
import type { ClockReading } from '../../../../src/kernel/study-day.ts';
import { countRows } from '../../../../src/store/library/count-rows.ts';
import { readLibrary } from '../../../../src/store/library/library-pages.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import { receive } from '../../../../src/store/log/receive.ts';
import { openDatabase } from '../../../../src/store/open.ts';
import type { RoundsDatabase } from '../../../../src/store/schema.ts';
import { anyLog } from '../../../log/contract/any-log.ts';
import { NOW } from '../../../support/collection.ts';
import {
  accepted,
  answerFirst,
  freshName,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const CLOCK: ClockReading = { atMillis: NOW, utcOffsetMinutes: 0 };
const always = async () => true;
const SEARCHES = [
  '',
  'hidden',
  'is:due',
  'is:suspended or flag:3 or is:new',
  'tag:Even or tag:Heart',
  'text:*beside*',
  'is:absent or -is:absent',
  'prop:reps>0',
];

let deps: TestDeps | undefined;
afterEach(() => {
  deps?.close();
  deps = undefined;
});

/** All that an index says, today and tomorrow. */
function everything(index: LibraryIndex, clock = CLOCK) {
  const days = [clock, { ...clock, atMillis: clock.atMillis + 86_400_000 }];
  return days.map((now) => ({
    listings: SEARCHES.flatMap((text) => {
      const parsed = parseSearch(text, { fieldNames: ['Text'] });
      if (!parsed.ok) throw new Error(parsed.problem.what);
      return (['cards', 'notes'] as const).map((mode) => {
        const sort = { column: 'added', descending: true } as const;
        return index.rows(index.find(parsed.query, { mode, sort, now }), 0, 9999, now);
      });
    }),
    counts: index.counts(now),
    vocabulary: index.vocabulary(),
    duplicates: index.duplicates(1),
  }));
}

async function builtAnew(db: RoundsDatabase): Promise<LibraryIndex> {
  const index = new LibraryIndex();
  for await (const changes of readLibrary(db)) index.change(changes);
  return index;
}

/** An index as the program begins it: taken up where that can be, else built. */
async function begun(db: RoundsDatabase) {
  const keeper = new LibraryKeeper();
  const taken = await keeper.takeUp(db, () => true);
  if (!taken) await keeper.begin(db);
  return { keeper, index: taken ?? (await builtAnew(db)), isTakenUp: taken !== undefined };
}

/** Keeps the index of `db` as it is now. */
async function kept(db: RoundsDatabase): Promise<void> {
  const { keeper, index } = await begun(db);
  await keeper.keep(db, index, always);
  expect(await db.kept.get('library')).toBeDefined();
}

async function expectAsAnew(db: RoundsDatabase, isTakenUp: boolean): Promise<void> {
  const again = await begun(db);
  expect(again.isTakenUp).toBe(isTakenUp);
  expect(everything(again.index)).toEqual(everything(await builtAnew(db)));
}

test('[SEARCH-30] whatever logs are received, an index taken up equals one built anew', async () => {
  let takenUp = 0;
  await fc.assert(
    fc.asyncProperty(
      anyLog(40),
      fc.array(fc.record({ length: fc.integer({ min: 1, max: 12 }), keeps: fc.boolean() })),
      fc.boolean(),
      async (log, cuts, isShuffled) => {
        const name = freshName();
        const opened = await openDatabase(() => 'reader', undefined, { name });
        const db = accepted(opened);
        try {
          const operations = isShuffled ? [...log].sort((a, b) => a.id.localeCompare(b.id)) : log;
          let from = 0;
          for (const { length, keeps } of [...cuts, { length: 99, keeps: true }]) {
            await receive(db, operations.slice(from, from + length));
            from += length;
            const { keeper, index, isTakenUp } = await begun(db);
            if (isTakenUp) takenUp++;
            expect(await countRows(db, 'cards')).toBe(index.counts(CLOCK).cards);
            expect(await countRows(db, 'notes')).toBe(index.counts(CLOCK).notes);
            expect(everything(index)).toEqual(everything(await builtAnew(db)));
            if (keeps) await keeper.keep(db, index, always);
          }
          await expectAsAnew(db, (await db.kept.get('library')) !== undefined);
        } finally {
          db.close();
          indexedDB.deleteDatabase(name);
        }
      },
    ),
    { numRuns: 25 },
  );
  expect(takenUp).toBeGreaterThan(20);
});

test('[SEARCH-30] what is done here, taken back and done again is in it', async () => {
  deps = await withSampleDeck(12, 2);
  const own = deps;
  const cards = (await own.store.cards.toCollection().primaryKeys()) as CardId[];
  const notes = (await own.store.notes.toCollection().primaryKeys()) as NoteId[];
  const doings: readonly ((at: number) => Promise<unknown>)[] = [
    // After many rounds nothing may be asked any more.
    () => answerFirst(own, 3).catch(() => {}),
    (at) => suspendCards(own, cards.slice(at, at + 3), at % 2 === 0),
    (at) => flagCards(own, cards.slice(at, at + 2), 3),
    (at) => tagNotes(own, notes.slice(at, at + 2), { add: ['Heart'] }),
    (at) => deleteNotes(own, notes.slice(at % notes.length, (at % notes.length) + 1)),
    () => undoLast(own),
    () => redoLast(own),
    () => rebuild(own.store),
  ];
  await kept(own.store);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(doings.length - 1), fc.nat(20)), { maxLength: 8 }),
      fc.boolean(),
      async (steps, keeps) => {
        for (const [which, at] of steps) {
          own.advance(60);
          await doings[which]?.(at);
        }
        const { keeper, index } = await begun(own.store);
        expect(everything(index, own.clock())).toEqual(
          everything(await builtAnew(own.store), own.clock()),
        );
        if (keeps) await keeper.keep(own.store, index, always);
      },
    ),
    { numRuns: 30 },
  );
});

test('[SEARCH-30] a few answers later only their rows are read', async () => {
  deps = await withSampleDeck(1500, 1);
  await kept(deps.store);
  await answerFirst(deps, 3);
  const read = await rowsRead(() => begun((deps as TestDeps).store));
  expect(read.notes).toBe(0);
  expect(read.cards).toBeLessThan(5);
  await expectAsAnew(deps.store, true);
});

test('[SEARCH-30] parts that did not change are not written again', async () => {
  deps = await withSampleDeck(2500, 1);
  await kept(deps.store);
  const before = await partsOf(deps.store);
  expect(before).toHaveLength(6);
  await answerFirst(deps, 3);
  await kept(deps.store);
  const after = await partsOf(deps.store);
  expect(after.filter((part, at) => part !== before[at])).toHaveLength(1);
});

test('[SEARCH-30] the service keeps its index in a quiet moment, and takes it up', async () => {
  deps = await withSampleDeck(3, 1);
  const service = new LibraryService(() => {}, undefined, 0);
  service.open(deps.store.place);
  await expect.poll(() => deps?.store.kept.get('library')).toBeDefined();
  const again = new LibraryService(() => {});
  const read = await rowsRead(async () => {
    again.open((deps as TestDeps).store.place);
    accepted(await again.ready());
  });
  expect(read).toEqual({ notes: 0, cards: 0 });
  expect(everything(again.index)).toEqual(everything(await builtAnew(deps.store)));
});

test('[SEARCH-30] an index that is asked or changed while it is being kept is kept another time', async () => {
  deps = await withSampleDeck(1500, 1);
  const { keeper, index } = await begun(deps.store);
  let parts = 0;
  await keeper.keep(deps.store, index, async () => ++parts < 3);
  expect(await deps.store.kept.count()).toBe(0);
  expect(keeper.isWorthIt).toBe(true);
  await keeper.keep(deps.store, index, always);
  await expectAsAnew(deps.store, true);
});

test('[SEARCH-31] a torn part, or one that is missing, is as none', async () => {
  deps = await withSampleDeck(20, 1);
  const { store } = deps;
  await kept(store);
  const ids = (await store.kept.toCollection().primaryKeys()) as string[];
  for (const id of ids) {
    await kept(store);
    const row = await store.kept.get(id);
    const value = row?.value as Uint8Array | object;
    const torn: unknown[] = [undefined, null, 'x', new Uint8Array(3), {}];
    if (value instanceof Uint8Array) {
      const flipped = value.slice();
      flipped.set([flipped.at(-3) === 1 ? 2 : 1], flipped.length - 3);
      torn.push(flipped, value.slice(0, -8), value.slice(8));
    } else {
      torn.push({ ...value, version: 99 }, { ...value, sha256: { notes: [], cards: [] } });
      torn.push({ ...value, stamp: { logicalMillis: 1e15, newest: [], rebuilds: 0 } });
    }
    for (const value of torn) {
      await kept(store);
      await store.kept.put({ id, value });
      await expectAsAnew(store, false);
    }
    await kept(store);
    await store.kept.delete(id);
    await expectAsAnew(store, false);
  }
});

test('[SEARCH-31] parts of another writer are not mixed in', async () => {
  deps = await withSampleDeck(30, 1);
  const { store } = deps;
  await kept(store);
  const [one, other] = [await begun(store), await begun(store)];
  accepted(await suspendCards(deps, ['sample:fact-0001/1' as CardId], true));
  await one.keeper.keep(store, one.index, always);
  accepted(await flagCards(deps, ['sample:fact-0002/1' as CardId], 2));
  await other.keeper.keep(store, other.index, always);
  await expectAsAnew(store, true);
});

test('[SEARCH-31] closed in the middle of writing, it is whole or not there', async () => {
  deps = await withSampleDeck(300, 1);
  const { name } = deps.store;
  for (let wait = 0; wait < 12; wait++) {
    const db = accepted(await openDatabase(() => 'never', undefined, { name }));
    const { keeper, index } = await begun(db);
    accepted(await flagCards(deps, [`sample:fact-00${10 + wait}/1` as CardId], 4));
    const writing = keeper.keep(db, index, always).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, wait));
    db.close();
    await writing;
    const again = await begun(deps.store);
    expect(everything(again.index)).toEqual(everything(await builtAnew(deps.store)));
  }
});

test('[SEARCH-31] rows that no operation named, as those of a mended table, are seen', async () => {
  deps = await withSampleDeck(30, 1);
  const { store } = deps;
  await kept(store);
  await store.cards.update('sample:fact-0003/1', { flag: 5 });
  await rebuild(store);
  await expectAsAnew(store, false);
  await kept(store);
  await store.notes.delete('sample:fact-0003');
  await expectAsAnew(store, false);
});

test('[SEARCH-31] texts made by other rules than today are seen', async () => {
  deps = await withSampleDeck(3, 1);
  const { store } = deps;
  const { keeper, index } = await begun(store);
  const first = index.keeping.part({ table: 'notes', at: 0 });
  (first.texts as { texts: string[] }).texts[0] = 'as an older program folded it';
  const old = new LibraryIndex();
  for await (const changes of readLibrary(store, ['notes', 'cards'])) old.change(changes);
  old.keeping.add('notes', first);
  old.keeping.add('cards', index.keeping.part({ table: 'cards', at: 0 }));
  await keeper.keep(store, old, always);
  await expectAsAnew(store, false);
});

test('[SEARCH-31] a step of before that is taken back and done again is not guessed at', async () => {
  deps = await withSampleDeck(5, 1);
  await answerFirst(deps, 3);
  accepted(await tagNotes(deps, ['sample:fact-0001' as NoteId], { add: ['Heart'] }));
  await kept(deps.store);
  accepted(await undoLast(deps));
  await expectAsAnew(deps.store, true);
  accepted(await redoLast(deps));
  await expectAsAnew(deps.store, false);
});

/** How many rows of notes and cards `work` reads. */
async function rowsRead(work: () => Promise<unknown>) {
  const read = { notes: 0, cards: 0 };
  const { getAll, get } = IDBObjectStore.prototype;
  const counting = (original: (...args: never[]) => IDBRequest) =>
    function (this: IDBObjectStore, ...args: never[]): IDBRequest {
      const request = original.apply(this, args);
      const { name } = this;
      request.addEventListener('success', () => {
        if (name !== 'notes' && name !== 'cards') return;
        read[name] += Array.isArray(request.result) ? request.result.length : 1;
      });
      return request;
    };
  IDBObjectStore.prototype.getAll = counting(getAll as never) as never;
  IDBObjectStore.prototype.get = counting(get as never) as never;
  try {
    await work();
  } finally {
    Object.assign(IDBObjectStore.prototype, { getAll, get });
  }
  return read;
}

async function partsOf(db: RoundsDatabase): Promise<string[]> {
  const rows = await db.kept.where('id').startsWith('library/').toArray();
  return rows.map(({ value }) => String(value));
}
