import { expect, test } from 'vitest';
import type { NoteId } from '../../src/kernel/ids.ts';
import type { Change } from '../../src/domain/collection/rows.ts';
import { announceChanges } from '../../src/store/announce.ts';
import { noteOf, withSampleDeck } from '../support/deps.ts';

/** A bulk change of a hundred thousand cards ended the library's worker. */
test('[SEARCH-27] changes by the hundred thousand, told at once, are in the index', async () => {
  const deps = await withSampleDeck(1, 1);
  const sort = { column: 'added', descending: true } as const;
  const find = () => deps.library.find({ text: '', mode: 'notes', sort });
  expect(await find()).toMatchObject({ value: { total: 1 } });
  const note = await noteOf(deps, 'sample:fact-0000');
  const changes = Array.from({ length: 150_000 }, (_, index): Change => {
    const after = { ...note, id: `sample:own-${index}` as NoteId };
    return { table: 'notes', key: after.id, before: undefined, after };
  });
  announceChanges(deps.store, changes);
  expect(await find()).toMatchObject({ value: { total: 150_001 } });
  deps.close();
});
