import { afterEach, expect, test } from 'vitest';
import {
  DEFAULT_CHOICES,
  type ImportChoices,
  type ImportLook,
  type ImportReport,
} from '../../../src/engine/import/import-look.ts';
import type { CardId, NoteId } from '../../../src/kernel/ids.ts';
import { stateHash } from '../../../src/log/replay/state-hash.ts';
import { editNote } from '../../../src/engine/commands/notes/notes.ts';
import { accepted, engineOf, everyRow, problemOf, type TestDeps, testDeps } from '../../support/deps.ts';
import expected from '../../exchange/anki/fixtures/expected.json';
import newest from '../../exchange/anki/fixtures/newest.apkg?url';
import oldest from '../../exchange/anki/fixtures/oldest.apkg?url';
import whole from '../../exchange/anki/fixtures/whole.colpkg?url';

const FILES = { 'newest.apkg': newest, 'oldest.apkg': oldest, 'whole.colpkg': whole } as const;
type FileName = keyof typeof FILES;

let deps: TestDeps | undefined;
afterEach(() => deps?.close());

async function started(): Promise<TestDeps> {
  deps = await testDeps(new Date(expected.madeAtMillis).toISOString());
  return deps;
}

async function fileOf(name: FileName) {
  return { name, content: await (await fetch(FILES[name])).blob() };
}

async function read(of: TestDeps, name: FileName): Promise<ImportLook> {
  return accepted(await engineOf(of).run('readImport', await fileOf(name)));
}

async function imported(
  of: TestDeps,
  name: FileName,
  choices: Partial<ImportChoices> = {},
): Promise<ImportReport> {
  await read(of, name);
  return accepted(await engineOf(of).run('runImport', { ...DEFAULT_CHOICES, ...choices }));
}

test.each(['newest.apkg', 'oldest.apkg', 'whole.colpkg'] as const)(
  '[ANKI-54] %s is looked at and changes nothing; imported, all of it is here; undone, nothing is',
  async (name) => {
    const of = await started();
    const before = await everyRow(of);
    const look = await read(of, name);
    expect(look).toMatchObject({
      fileName: name,
      kind: 'anki',
      counts: { notes: expected.notes, cards: expected.cards.length, reviews: expected.reviews },
      hasSchedule: true,
      notes: { added: expected.notes, updated: 0, unchanged: 0, inConflict: 0, deleted: 0 },
      cardsAnsweredSince: 0,
    });
    expect(await everyRow(of)).toEqual(before);
    const report = accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES));
    expect(report).toMatchObject({
      added: expected.notes,
      updated: 0,
      cards: expected.cards.length,
      media: look.counts.media,
      leftOut: [],
    });
    expect(await of.store.notes.count()).toBe(expected.notes);
    expect(await of.store.cards.count()).toBe(expected.cards.length);
    expect(await of.store.operations.count()).toBe(1);
    const files = await of.store.media.toArray();
    expect(files).toHaveLength(look.counts.media);
    for (const { sha256 } of files) expect(await of.store.blobs.get(sha256)).toBeDefined();
    accepted(await engineOf(of).run('undoLast'));
    for (const table of ['notes', 'cards', 'decks', 'noteTypes', 'media', 'pastLogs', 'presets']) {
      expect(await of.store.table(table).count(), table).toBe(0);
    }
  },
);
