import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Mode } from '../../../src/domain/library/library.ts';
import { archiveNotes } from '../../../src/engine/commands/notes/notes.ts';
import type { NoteId } from '../../../src/kernel/ids.ts';
import { countRows } from '../../../src/store/library/count-rows.ts';
import { readFirstRows } from '../../../src/store/library/first-rows.ts';
import {
  accepted,
  noteOf,
  rewriteNote,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
const { prototype } = IDBIndex as unknown as { prototype: { getAllRecords?: unknown } };
const original = prototype.getAllRecords;

afterEach(() => {
  prototype.getAllRecords = original;
  deps.close();
});

/** The same rows as the library's own listing begins with. */
async function expectStartOfListing(mode: Mode, limit: number): Promise<number> {
  const first = await readFirstRows(deps.store, mode, limit, deps.clock());
  const found = await deps.library.find({
    text: '',
    mode,
    sort: { column: 'added', descending: true },
  });
  if (!found.ok) throw new Error(found.problem.what);
  expect(first).toEqual(
    accepted(await deps.library.rows({ token: found.value.token, from: 0, to: first.length })),
  );
  return first.length;
}

test.each([
  ['with', original],
  ['without', undefined],
])(
  '[LIBRARY-1] the first rows are those that the listing begins with, whenever notes were added, %s getAllRecords',
  async (_, getAllRecords) => {
    prototype.getAllRecords = getAllRecords;
    deps = await withSampleDeck(24, 2);
    const noteIds = (await deps.store.notes.toCollection().primaryKeys()) as string[];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { minLength: noteIds.length, maxLength: noteIds.length }),
        fc.integer({ min: 1, max: 30 }),
        async (instants, limit) => {
          await deps.store.transaction('rw', deps.store.notes, () =>
            Promise.all(
              noteIds.map((id, index) =>
                deps.store.notes.update(id, { addedAtMillis: instants[index] ?? 0 }),
              ),
            ),
          );
          deps.library.reset();
          expect(await expectStartOfListing('cards', limit)).toBe(2 * Math.min(limit, 24));
          expect(await expectStartOfListing('notes', limit)).toBe(Math.min(limit, 24));
        },
      ),
      { numRuns: 20 },
    );
  },
);

test('[LIBRARY-1] going on, the next rows are those that follow, and their number is that of all', async () => {
  deps = await withSampleDeck(30, 2);
  const { store } = deps;
  const noteIds = (await store.notes.toCollection().primaryKeys()) as NoteId[];
  accepted(await archiveNotes(deps, noteIds.slice(3, 6), true));
  // A note with one card out of sight is still listed.
  const alone = { type: 'cloze', text: '{{c1::alone}}' } as const;
  accepted(await rewriteNote(deps, await noteOf(deps, noteIds[8] ?? ''), alone, ''));
  for (const mode of ['cards', 'notes'] as const) {
    const rows = [];
    for (const [from, to] of [
      [0, 7],
      [7, 19],
      [19, 100],
    ] as const) {
      rows.push(...(await readFirstRows(store, mode, to, deps.clock(), from)));
    }
    expect(await countRows(store, mode)).toBe(rows.length);
    expect(rows.length).toBe(mode === 'cards' ? 53 : 27);
    const sort = { column: 'added', descending: true } as const;
    const found = accepted(await deps.library.find({ text: '', mode, sort }));
    const all = await deps.library.rows({ token: found.token, from: 0, to: 999 });
    expect(rows).toEqual(accepted(all));
  }
});

test('[LIBRARY-1] archived notes are not among the first rows', async () => {
  deps = await withSampleDeck(6, 1);
  const [first] = await readFirstRows(deps.store, 'notes', 6, deps.clock());
  if (!first) throw new Error('no rows');
  accepted(await archiveNotes(deps, [first.noteId], true));
  const rows = await readFirstRows(deps.store, 'notes', 6, deps.clock());
  expect(rows.map((row) => row.noteId)).not.toContain(first.noteId);
  await expectStartOfListing('cards', 6);
});

test('[LIBRARY-1] an empty collection has no first rows', async () => {
  deps = await testDeps();
  expect(await readFirstRows(deps.store, 'cards', 40, deps.clock())).toEqual([]);
});
