import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { laneOf } from '../../../src/domain/study/lane.ts';
import { archiveNotes } from '../../../src/engine/commands/notes/notes.ts';
import { suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { setAside } from '../../../src/engine/queries/live/study.ts';
import type { CardId, NoteId } from '../../../src/kernel/ids.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { CardRow, RoundsDatabase } from '../../../src/store/schema.ts';
import { accepted, freshName, withSampleDeck } from '../../support/deps.ts';

/** The stores as version 4 declared them. */
const VERSION_4 = {
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
  payloads: 'sha256',
};

/** The same collection as version 4 held it: whatever is out of study at one place. */
async function version4Database(store: RoundsDatabase): Promise<string> {
  const name = freshName();
  const old = new Dexie(name);
  old.version(4).stores(VERSION_4);
  await old.open();
  for (const table of Object.keys(VERSION_4)) {
    const rows: object[] = await store.table(table).toArray();
    for (const row of rows) if ('cardsInSight' in row) delete row.cardsInSight;
    await old
      .table(table)
      .bulkAdd(
        rows.map((row) => ('lane' in row && row.lane === 'out' ? { ...row, readyAt: 0 } : row)),
      );
  }
  old.close();
  return name;
}

test('[LOG-25] a collection of version 4 opens with what is out of sight in its place', async () => {
  const deps = await withSampleDeck(6, 1);
  accepted(await suspendCards(deps, ['sample:fact-0001/1' as CardId], true));
  accepted(await archiveNotes(deps, ['sample:fact-0002' as NoteId], true));
  const state = await hashOf(deps.store);
  const name = await version4Database(deps.store);
  const opened = accepted(await openDatabase(() => 'other', undefined, { name }));
  expect(await hashOf(opened)).toBe(state);
  expect(await opened.kept.count()).toBe(0);
  expect((await opened.device.get('device'))?.cardsInSight).toBe(5);
  for (const row of await opened.cards.toArray()) {
    expect(row).toMatchObject(laneOf(row satisfies CardRow));
  }
  const aside = await setAside({ store: opened }, { limit: 500 });
  expect(aside.suspended.map(({ card }) => card.id)).toEqual(['sample:fact-0001/1']);
  expect(aside.archived.map(({ note }) => note.id)).toEqual(['sample:fact-0002']);
  const { differing, hashAfter } = await rebuild(opened);
  expect([differing, hashAfter]).toEqual([{}, state]);
  opened.close();
  indexedDB.deleteDatabase(name);
  deps.close();
});
