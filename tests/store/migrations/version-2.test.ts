import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import type { OverlayId } from '../../../src/kernel/ids.ts';
import { saveOverlay } from '../../../src/engine/commands/exams/overlays.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { accepted, answerFirst, freshName, withSampleDeck } from '../../support/deps.ts';
import { readRaw } from '../../support/raw-database.ts';

/** The stores as version 2 declared them, those of version 1 among them. */
const VERSION_2 = {
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
};

test('[LOG-24] a collection of version 2 opens as it is, with room for exams, breaks and cramming', async () => {
  const deps = await withSampleDeck(4);
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  const expected = await hashOf(deps.store);
  const name = freshName();
  const old = new Dexie(name);
  old.version(2).stores(VERSION_2);
  await old.open();
  for (const table of Object.keys(VERSION_2)) {
    await old.table(table).bulkAdd(await deps.store.table(table).toArray());
  }
  old.close();

  const opened = accepted(await openDatabase(() => 'other', undefined, { name }));
  expect(await hashOf(opened)).toBe(expected);
  const own = { ...deps, store: opened };
  const today = Math.floor(deps.nowMillis / 86_400_000);
  accepted(
    await saveOverlay(own, {
      kind: 'catch-up',
      id: 'c' as OverlayId,
      name: 'Catch-up',
      isOn: true,
      fromDay: today,
      spreadDays: 3,
    }),
  );
  const rebuilt = await rebuild(opened);
  expect(rebuilt.refused).toEqual([]);
  expect(rebuilt.hashAfter).toBe(rebuilt.hashBefore);
  expect(await opened.overlays.count()).toBe(1);
  accepted(await undoLast(own));
  expect(await hashOf(opened)).toBe(expected);
  opened.close();
  const { version, tables } = await readRaw(name);
  expect(version).toBe(70);
  expect(tables.cramAnswers?.indexes).toEqual(['cramId', 'outcome.historyId', 'state']);
  indexedDB.deleteDatabase(name);
  deps.close();
});
