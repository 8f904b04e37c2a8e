import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import type { DeckId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { intentOf } from '../../../src/engine/deps.ts';
import { deleteNotes } from '../../../src/engine/commands/notes/notes.ts';
import { connectWriter } from '../../../src/engine/workers/connect.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { apply } from '../../../src/store/apply.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { withBodies } from '../../../src/store/log/log-rows.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { OperationRow, RoundsDatabase } from '../../../src/store/schema.ts';
import {
  accepted,
  answerFirst,
  freshName,
  type TestDeps,
  withSampleDeck,
  writeWorker,
} from '../../support/deps.ts';

/** The stores as version 3 declared them. */
const VERSION_3 = {
  operations: 'id, logicalMillis',
  undone: 'target, cardId',
  reviews: 'operationId, [cardId+atMillis], studyDay',
  decks: 'id',
  presets: 'id',
  settings: 'id',
  notes: 'id, deckId, noteTypeId, addedAtMillis',
  cards: 'id, [lane+readyAt], [deckId+lane+readyAt]',
  tallies: '[section+deckId]',
  days: '[deckId+studyDay], studyDay',
  device: 'id',
  sessions: 'id',
  noteTypes: 'id',
  media: 'id',
  searches: 'id',
  graves: 'id',
  blobs: 'sha256',
  drafts: 'id',
  changeParts: '[operationId+part]',
  overlays: 'id',
  cramAnswers: 'id, cramId, state, outcome.historyId',
  forecasts: '[overlayId+studyDay]',
};

/** Answers, one taken back, an addition too large for a row, and a deletion in parts. */
async function history(): Promise<TestDeps> {
  const deps = await withSampleDeck(450, 1);
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  accepted(await undoLast(deps));
  const notes = Array.from({ length: 600 }, (_, index) => ({
    id: `sample:own-${index}` as NoteId,
    deckId: 'sample' as DeckId,
    noteTypeId: 'basic' as NoteTypeId,
    fields: { front: `front ${index}`, back: 'a back that takes some room in the log' } as never,
    sections: ['Even'],
  }));
  const body: OperationBody = { kind: 'add-notes', notes };
  accepted(await apply(deps.store, intentOf(deps, body)));
  accepted(
    await deleteNotes(deps, (await deps.store.notes.toCollection().primaryKeys()) as NoteId[]),
  );
  return deps;
}

/** The same log as version 3 wrote it: whole bodies, rows before and after, no version of a kind. */
async function version3Database(store: RoundsDatabase): Promise<string> {
  const name = freshName();
  const old = new Dexie(name);
  old.version(3).stores(VERSION_3);
  await old.open();
  for (const table of Object.keys(VERSION_3)) {
    let rows: unknown[] = await store.table(table).toArray();
    if (table === 'operations') {
      const pairs = await withBodies(store, rows as OperationRow[]);
      rows = pairs.map(({ row, operation }) => {
        const { version: _version, body } = operation as OperationRow;
        const { version: _own, undo, ...rest } = row;
        return { ...rest, body, changes: undo.map((each) => ({ ...each, after: {} })) };
      });
    }
    if (table === 'changeParts') {
      rows = (rows as { rows: object[] }[]).map(({ rows: before, ...part }) => ({
        ...part,
        changes: before.map((each) => ({ ...each, after: {} })),
      }));
    }
    await old.table(table).bulkAdd(rows);
  }
  old.close();
  return name;
}

test('[LOG-23] a collection of version 3 keeps its log, with large bodies beside it and every undo', async () => {
  const deps = await history();
  const [state, past] = [await hashOf(deps.store), await historyHashOf(deps.store)];
  const name = await version3Database(deps.store);
  const opened = accepted(await openDatabase(() => 'other', undefined, { name }));
  expect([await hashOf(opened), await historyHashOf(opened)]).toEqual([state, past]);
  const rows = await opened.operations.toArray();
  expect(rows.map(({ version }) => version)).toEqual(rows.map(() => 1));
  expect(Math.max(...rows.map((row) => JSON.stringify(row.body).length))).toBeLessThan(33_000);
  expect(JSON.stringify(rows)).not.toContain('"after"');
  expect(await opened.payloads.count()).toBeGreaterThan(0);
  expect(await opened.device.get('device')).not.toHaveProperty('mustPack');
  const writer = connectWriter({ store: opened, start: writeWorker });
  const own = { ...deps, store: opened, writer };
  accepted(await undoLast(own));
  expect(await opened.notes.count()).toBe(1050);
  accepted(await undoLast(own));
  expect(await opened.notes.count()).toBe(450);
  const rebuilt = await rebuild(opened);
  expect([rebuilt.refused, rebuilt.hashAfter]).toEqual([[], rebuilt.hashBefore]);
  opened.close();
  indexedDB.deleteDatabase(name);
  deps.close();
});

test('[LOG-11] steps put aside are applied at the first start that understands them', async () => {
  const deps = await withSampleDeck(2, 1);
  await answerFirst(deps);
  const expected = await hashOf(deps.store);
  // As a program would have left it that did not know answers.
  const answer = (await deps.store.operations.orderBy('logicalMillis').last()) as OperationRow;
  await deps.store.operations.put({ ...answer, undo: [], standing: 'deferred' });
  await deps.store.device.toCollection().modify({ deferred: [{ kind: 'answer', version: 1 }] });
  const card = await deps.store.cards.get((answer.body as { cardId: string }).cardId);
  await deps.store.cards.put({ ...card, schedule: { state: 'new', reps: 0, lapses: 0 } } as never);
  await deps.store.reviews.clear();
  deps.store.close();
  const opened = accepted(await openDatabase(() => 'other', undefined, deps.store.place));
  expect(await hashOf(opened)).toBe(expected);
  expect(await opened.reviews.count()).toBe(1);
  expect(await opened.operations.get(answer.id)).not.toHaveProperty('standing');
  expect(await opened.device.get('device')).not.toHaveProperty('deferred');
  opened.close();
  indexedDB.deleteDatabase(deps.store.name);
});
