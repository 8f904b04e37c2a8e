import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import type { CardId, NoteId } from '../../../src/kernel/ids.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { editNotes, markNotes } from '../../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import type { OperationRow } from '../../../src/store/schema.ts';
import { accepted, cardOf, freshName, type TestDeps, withSampleDeck } from '../../support/deps.ts';

const NOTE = 'sample:fact-0001' as NoteId;
const ONE = `${NOTE}/1` as CardId;

/** The stores as version 1 declared them. */
const VERSION_1 = {
  operations: 'id, logicalMillis',
  undone: 'target, cardId',
  reviews: 'operationId, [cardId+atMillis], studyDay',
  decks: 'id',
  presets: 'id',
  settings: 'id',
  notes: 'id, deckId',
  cards: 'id, [lane+readyAt], [deckId+lane+readyAt]',
  tallies: '[section+deckId]',
  days: '[deckId+studyDay], studyDay',
  device: 'id',
  sessions: 'id',
};

/** Answers, an edit, a mark and an undo, as version 2 keeps them. */
async function history(): Promise<TestDeps> {
  const deps = await withSampleDeck(4);
  accepted(await answerCard(deps, await cardOf(deps, ONE), 3, 4000));
  const fields = { text: 'a &lt; b<br>{{c1::new words}}', extra: 'more' };
  accepted(await editNotes(deps, [{ noteId: NOTE, fields }]));
  accepted(await markNotes(deps, [NOTE], true));
  deps.advance(60);
  accepted(await answerCard(deps, await cardOf(deps, ONE), 1, 4000));
  accepted(await undoLast(deps));
  return deps;
}

/** The same operations as version 1 wrote them: plain text, one note at a time. */
function asVersion1(row: OperationRow): unknown {
  const body = row.body as OperationBody;
  if (body.kind === 'mark') {
    return { ...row, body: { kind: 'mark', noteId: body.noteIds[0], marked: body.marked } };
  }
  if (body.kind !== 'edit-notes') return row;
  const content = { type: 'cloze', text: 'a < b\n{{c1::new words}}' };
  return { ...row, body: { kind: 'edit-note', noteId: NOTE, content, extra: 'more' } };
}

async function version1Database(deps: TestDeps): Promise<string> {
  const name = freshName();
  const old = new Dexie(name);
  old.version(1).stores(VERSION_1);
  await old.open();
  for (const table of Object.keys(VERSION_1)) {
    const rows: unknown[] = await deps.store.table(table).toArray();
    // Notes of version 1 had no fields; they are made anew from the operations.
    const kept = table === 'notes' ? rows.map((row) => ({ id: (row as { id: string }).id })) : rows;
    const own = table === 'operations' ? (rows as OperationRow[]).map(asVersion1) : kept;
    await old.table(table).bulkAdd(own);
  }
  old.close();
  return name;
}

test('[LOG-24] a collection of version 1 becomes the equal collection of version 2', async () => {
  const deps = await history();
  const expected = await hashOf(deps.store);
  const name = await version1Database(deps);
  const opened = accepted(await openDatabase(() => 'other', undefined, { name }));
  expect(await hashOf(opened)).toBe(expected);
  expect(await opened.reviews.count()).toBe(2);
  expect(await opened.device.get('device')).not.toHaveProperty('mustRebuild');
  while ((await undoLast({ ...deps, store: opened })).ok);
  expect((await opened.notes.get(NOTE))?.fields).toEqual((await withoutEdits()).fields);
  opened.close();
  indexedDB.deleteDatabase(name);
  deps.close();
});

test('[LOG-24] killed before the tables follow, the next start makes them follow', async () => {
  const deps = await history();
  const expected = await hashOf(deps.store);
  await deps.store.device.toCollection().modify({ mustRebuild: true });
  await deps.store.notes.clear();
  deps.store.close();
  const opened = accepted(await openDatabase(() => 'other', undefined, deps.store.place));
  expect(await hashOf(opened)).toBe(expected);
  opened.close();
  indexedDB.deleteDatabase(deps.store.name);
});

async function withoutEdits() {
  const deps = await withSampleDeck(4);
  const note = await deps.store.notes.get(NOTE);
  deps.close();
  if (!note) throw new Error('no note');
  return note;
}
