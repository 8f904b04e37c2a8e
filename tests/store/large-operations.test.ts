import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeckId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import type { Change } from '../../src/domain/collection/rows.ts';
import { flagCards } from '../../src/engine/commands/study/cards.ts';
import { intentOf } from '../../src/engine/deps.ts';
import { deleteNotes } from '../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { onChanges } from '../../src/store/announce.ts';
import { apply } from '../../src/store/apply.ts';
import { hashOf } from '../../src/store/log/rebuild/hashes.ts';
import { accepted, type TestDeps, withSampleDeck } from '../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(900, 1);
});
afterEach(() => deps.close());

const noteIds = async () => (await deps.store.notes.toCollection().primaryKeys()) as NoteId[];

test('[LOG-4] a large operation is one step to undo, and its row in the log stays small', async () => {
  const start = await hashOf(deps.store);
  const done: number[] = [];
  const deleted = await deleteNotes(deps, await noteIds(), (rows, total) => {
    done.push(rows / total);
    return true;
  });
  const operation = accepted(deleted);
  expect(await deps.store.notes.count()).toBe(0);
  const row = await deps.store.operations.get(operation.id);
  expect(row?.undo).toEqual([]);
  expect(row?.parts).toBe(5);
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(start);
  expect(await deps.store.operations.count()).toBe(3);
});

test('[LOG-4] progress is told while a large operation is written, and ends at the whole', async () => {
  const deckId = 'sample' as DeckId;
  const notes = Array.from({ length: 2500 }, (_, index) => ({
    id: `sample:own-${index}` as NoteId,
    deckId,
    noteTypeId: 'basic' as NoteTypeId,
    fields: { front: `f ${index}` },
    sections: [],
  }));
  const told: number[] = [];
  const body = { kind: 'add-notes', notes } as const;
  accepted(await apply(deps.store, intentOf(deps, body), (rows) => told.push(rows) > 0));
  expect(told.length).toBeGreaterThan(3);
  expect(told.at(-1)).toBe(5000);
});

test('[LOG-4] listeners hear of each change once it is on disk', async () => {
  const heard: (readonly Change[] | undefined)[] = [];
  const stop = onChanges(deps.store, (changes) => heard.push(changes));
  const [card] = await deps.store.cards.limit(1).toArray();
  if (!card) throw new Error('no card');
  accepted(await flagCards(deps, [card.id], 2));
  accepted(await undoLast(deps));
  stop();
  accepted(await flagCards(deps, [card.id], 3));
  const flags = heard.map((changes) =>
    changes?.map(({ after }) => (after as { flag: number }).flag),
  );
  expect(flags).toEqual([[2], [0]]);
});
