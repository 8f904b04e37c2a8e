import { afterEach, expect, test } from 'vitest';
import { DEFAULT_CHOICES, type ImportChoices } from '../../src/engine/import/import-look.ts';
import type { NoteId } from '../../src/kernel/ids.ts';
import { hashOf } from '../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import { accepted, engineOf, type TestDeps, testDeps } from '../support/deps.ts';
import expected from '../exchange/anki/fixtures/expected.json';
import newest from '../exchange/anki/fixtures/newest.apkg?url';

let deps: TestDeps | undefined;
afterEach(() => deps?.close());

/** A collection into which a file came, and one of whose notes the person deleted since. */
async function withOneDeleted(): Promise<{ readonly of: TestDeps; readonly gone: NoteId }> {
  const of = await testDeps(new Date(expected.madeAtMillis).toISOString());
  deps = of;
  await imported(of);
  const [note] = await of.store.notes.toArray();
  if (!note) throw new Error('no note came');
  accepted(await engineOf(of).run('deleteNotes', [note.id]));
  return { of, gone: note.id };
}

async function imported(of: TestDeps, choices: Partial<ImportChoices> = {}): Promise<void> {
  await looked(of);
  accepted(await engineOf(of).run('runImport', { ...DEFAULT_CHOICES, ...choices }));
}

async function looked(of: TestDeps) {
  const content = await (await fetch(newest)).blob();
  const look = accepted(await engineOf(of).run('readImport', { name: 'newest.apkg', content }));
  return look.notes;
}

/** Everything that a log comes to, also what is worked out of it anew. */
async function standing(of: TestDeps): Promise<string> {
  expect((await rebuild(of.store)).differing).toEqual({});
  return JSON.stringify(await hashOf(of.store));
}

// What an import left alone must not be among what its undo puts back.
test('[ANKI-21] [ANKI-25] undo of an import that left a deleted note alone leaves it deleted', async () => {
  const of = await testDeps();
  deps = of;
  const table = async (text: string) => {
    const file = { name: 'words.txt', content: new Blob([text]) };
    const { notes } = accepted(await engineOf(of).run('readImport', file));
    accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES));
    return notes;
  };
  const said = async () =>
    (await of.store.notes.toArray()).map(({ fields }) => Object.values(fields).join());
  await table('cor\theart\npulmo\tlung');
  const heart = (await of.store.notes.toArray()).find(({ fields }) =>
    Object.values(fields).includes('cor'),
  );
  if (!heart) throw new Error('it did not come');
  accepted(await engineOf(of).run('deleteNotes', [heart.id]));
  const before = await standing(of);
  expect(await table('cor\theart\npulmo\tLunge')).toMatchObject({ updated: 1, deleted: 1 });
  expect(await said()).toEqual(['pulmo,Lunge']);
  accepted(await engineOf(of).run('undoLast'));
  expect(await said()).toEqual(['pulmo,lung']);
  expect(await standing(of)).toEqual(before);
});

test('[ANKI-25] undo of an import that brought a deleted note back deletes it again, and its deletion is remembered', async () => {
  const { of, gone } = await withOneDeleted();
  const before = await standing(of);
  await imported(of, { bringBackDeleted: true });
  expect(await of.store.notes.get(gone)).toBeDefined();
  accepted(await engineOf(of).run('undoLast'));
  expect(await of.store.notes.get(gone)).toBeUndefined();
  expect(await of.store.cards.where('id').startsWith(`${gone}/`).count()).toBe(0);
  expect(await standing(of)).toEqual(before);
  expect(await looked(of)).toMatchObject({ deleted: 1, added: 0 });
  accepted(await engineOf(of).run('redoLast'));
  expect(await of.store.notes.get(gone)).toBeDefined();
  accepted(await engineOf(of).run('undoLast'));
  expect(await standing(of)).toEqual(before);
});

test('[ANKI-53] an import taken back later brings no note back that was deleted since', async () => {
  const { of, gone } = await withOneDeleted();
  const [first] = accepted(await engineOf(of).ask('importsMade'));
  if (!first) throw new Error('no import is listed');
  accepted(await engineOf(of).run('takeBackImport', { id: first.id, workedOn: 'keep' }));
  expect(await of.store.notes.count()).toBe(0);
  accepted(await engineOf(of).run('undoLast'));
  expect(await of.store.notes.get(gone)).toBeUndefined();
  expect(await of.store.notes.count()).toBe(expected.notes - 1);
});
