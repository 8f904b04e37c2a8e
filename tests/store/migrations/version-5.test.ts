import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { tagNotes } from '../../../src/engine/commands/notes/notes.ts';
import type { NoteId } from '../../../src/kernel/ids.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { TallyRow } from '../../../src/store/tally-row.ts';
import { accepted, freshName, withSampleDeck } from '../../support/deps.ts';

test('[LOG-25] counts kept under each spelling of a section come under its one key', async () => {
  const deps = await withSampleDeck(6, 1);
  const ids = [1, 2, 3].map((n) => `sample:fact-000${n}` as NoteId);
  accepted(await tagNotes(deps, ids, { add: ['Renal::Tubule'] }));
  const state = await hashOf(deps.store);
  const right = await deps.store.tallies.toArray();
  // As version 5 kept them; first in one spelling, then in two.
  const spelt = (name: string) => (name.startsWith('renal') ? `R${name.slice(1)}` : name);
  const old: TallyRow[] = right.map((row) => ({ ...row, section: spelt(row.section) }));
  const twice = old.filter(({ section }) => section.startsWith('Renal'));
  const doubled = twice.map((row) => ({ ...row, section: row.section.toUpperCase() }));
  for (const rows of [old, [...old, ...doubled]]) {
    const name = freshName();
    const before = new Dexie(name);
    before.version(5).stores(storesOf(deps.store));
    await before.open();
    for (const table of deps.store.tables) {
      const all = table.name === 'tallies' ? rows : await table.toArray();
      await before.table(table.name).bulkAdd(all);
    }
    before.close();
    const opened = accepted(await openDatabase(() => 'other', undefined, { name }));
    expect(await opened.tallies.toArray()).toEqual(right);
    expect(await hashOf(opened)).toBe(state);
    expect((await rebuild(opened)).differing).toEqual({});
    opened.close();
    indexedDB.deleteDatabase(name);
  }
  deps.close();
});

/** What Dexie was told of the tables. */
function storesOf(db: Dexie): Record<string, string> {
  return Object.fromEntries(
    db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
    ]),
  );
}
