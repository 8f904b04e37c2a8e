import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/collection/rows.ts';
import type { Note } from '../../../src/domain/content/note.ts';
import type { NoteId } from '../../../src/kernel/ids.ts';
import { deleteNotes, tagNotes } from '../../../src/engine/commands/notes/notes.ts';
import { checkCollection } from '../../../src/engine/commands/settings/check-collection.ts';
import { flagCards } from '../../../src/engine/commands/study/cards.ts';
import { redoLast, undoLast } from '../../../src/engine/commands/study/undo.ts';
import { loadDeck } from '../../../src/engine/commands/decks/load-deck.ts';
import { connectWriter } from '../../../src/engine/workers/connect.ts';
import { onChanges } from '../../../src/store/announce.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import {
  accepted,
  engineOf,
  everyRow,
  problemOf,
  sampleDeck,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(900, 1);
});
afterEach(() => deps.close());

const noteIds = async () => (await deps.store.notes.toCollection().primaryKeys()) as NoteId[];

test('[LARGE-3] a large change is made off the page, which never touches its rows', async () => {
  const ids = await noteIds();
  let written = 0;
  deps.store.use({
    stack: 'dbcore',
    name: 'counts what the page writes',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            written += 'keys' in request && request.keys ? request.keys.length : 1;
            return table.mutate(request);
          },
        };
      },
    }),
  });
  deps.store.close({ disableAutoOpen: false });
  await deps.store.open();
  accepted(await flagCards(deps, [`${ids[0]}/1` as never], 1));
  expect(written).toBeGreaterThan(0);
  written = 0;
  accepted(await deleteNotes(deps, ids));
  accepted(await undoLast(deps));
  accepted(await redoLast(deps));
  accepted(await loadDeck(deps, sampleDeck(300, 1, 'other')));
  expect(written).toBe(0);
  expect(await deps.store.notes.count()).toBe(300);
});

test('[LARGE-3] the page hears of every row that was changed for it, some at a time', async () => {
  const heard: number[] = [];
  const changed = new Map<string, Change>();
  onChanges(deps.store, (changes = []) => {
    heard.push(changes.length);
    for (const change of changes) changed.set(`${change.table}/${change.key}`, change);
  });
  accepted(await tagNotes(deps, await noteIds(), { add: ['Exam'] }));
  const notes = [...changed.values()].filter(({ table }) => table === 'notes');
  expect(notes).toHaveLength(900);
  expect(notes.every(({ after }) => (after as Note).sections.includes('Exam'))).toBe(true);
  expect(Math.max(...heard)).toBeLessThanOrEqual(200);
});

test('[LARGE-3] a live query is answered anew after a large change', async () => {
  const left: number[] = [];
  const stop = engineOf(deps).watch('today', { now: deps.clock() }, (answer) => {
    if (answer.ok) left.push(answer.value.view.decks.length);
  });
  await expect.poll(() => left.length).toBeGreaterThan(0);
  accepted(await loadDeck(deps, sampleDeck(300, 1, 'other')));
  await expect.poll(() => left.at(-1)).toBe(2);
  stop();
});

for (const [name, work] of [
  ['deleting, while it is read', async () => deleteNotes(deps, await noteIds(), stopAt(0))],
  [
    'loading a deck',
    () => loadDeck(deps, sampleDeck(3000, 1, 'other'), undefined, 'person', undefined, stopAt(500)),
  ],
  ['a check', () => checkCollection(deps, stopAt(1))],
  // As on a busy machine, where the page comes to its messages late.
  ['a check, by a page that is busy,', () => checkCollection(deps, late(stopAt(1)))],
] as const) {
  test(`[LARGE-4] ${name} that is stopped leaves everything as it was, and says so`, async () => {
    const before = await everyRow(deps);
    const problem = problemOf(await work());
    expect(problem.what).toBe('Stopped before it was done.');
    expect(problem.kept).toBe('Nothing was changed.');
    expect(await everyRow(deps)).toEqual(before);
    accepted(await flagCards(deps, [`${(await noteIds())[0]}/1` as never], 1));
  });
}

test('[LARGE-4] deleting and its undo, stopped among their writes, leave everything as it was', async () => {
  accepted(await loadDeck(deps, sampleDeck(2500, 1, 'other')));
  const start = await hashOf(deps.store);
  const whole = await everyRow(deps);
  problemOf(await deleteNotes(deps, await noteIds(), stopAt(1000)));
  expect(await everyRow(deps)).toEqual(whole);
  accepted(await deleteNotes(deps, await noteIds()));
  const before = await everyRow(deps);
  problemOf(await undoLast(deps, undefined, stopAt(1000)));
  expect(await everyRow(deps)).toEqual(before);
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(start);
});

test('[LARGE-4] a stop at the very end is heard or not, and what is said is what was done', async () => {
  const ids = await noteIds();
  const deleted = await deleteNotes(deps, ids, (done, total) => total === 0 || done < total);
  expect(await deps.store.notes.count()).toBe(deleted.ok ? 0 : ids.length);
});

test('[LARGE-4] where the worker dies, nothing is half done and the next change goes on', async () => {
  deps.writer.close();
  const before = await everyRow(deps);
  problemOf(await deleteNotes(deps, await noteIds()));
  expect(await everyRow(deps)).toEqual(before);
  const writer = connectWriter({
    store: deps.store,
    start: () => {
      const url = new URL('../../../src/engine/workers/write-worker.ts', import.meta.url);
      const worker = new Worker(url, { type: 'module' });
      workers.push(worker);
      return worker;
    },
  });
  const workers: Worker[] = [];
  const mended = { ...deps, writer };
  const dying = deleteNotes(mended, await noteIds(), (done) => {
    if (done > 0) {
      workers[0]?.terminate();
      workers[0]?.dispatchEvent(new Event('error'));
    }
    return true;
  });
  problemOf(await dying);
  expect(await everyRow(deps)).toEqual(before);
  accepted(await deleteNotes(mended, await noteIds()));
  expect(await deps.store.notes.count()).toBe(0);
  writer.close();
});

function late(watch: (done: number) => boolean) {
  return async (done: number): Promise<boolean> => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return watch(done);
  };
}

/** Wants the work until so many rows are done. */
function stopAt(rows: number) {
  return (done: number): boolean => done < rows;
}
