import { afterEach, beforeEach, expect, test } from 'vitest';
import shipped from '../../../../decks/natalizumab-ms.md?raw';
import { FIELD } from '../../../../src/domain/content/stock.ts';
import type { DeckId, NoteTypeId } from '../../../../src/kernel/ids.ts';
import {
  createDeck,
  deleteDeck,
  deletePreset,
  setDeckPreset,
} from '../../../../src/engine/commands/decks/decks.ts';
import { dropDraft, keepDraft } from '../../../../src/engine/commands/notes/drafts.ts';
import { draftKept } from '../../../../src/engine/queries/once/drafts.ts';
import { loadShippedDeck } from '../../../../src/engine/commands/decks/load-deck.ts';
import { addNote, renameSection, tagNotes } from '../../../../src/engine/commands/notes/notes.ts';
import {
  addPreset,
  saveStudyOptions,
  silenceRule,
} from '../../../../src/engine/commands/settings/settings.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import {
  readPreset,
  readPresets,
  readStudySettings,
} from '../../../../src/store/reads/settings.ts';
import {
  accepted,
  problemOf,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(4);
});
afterEach(() => deps.close());

const SAMPLE = 'sample' as DeckId;
const text = (front: string, sections: string[] = []) => ({
  noteTypeId: 'basic' as NoteTypeId,
  fields: { [FIELD.front]: front, [FIELD.back]: 'b', [FIELD.extra]: '' },
  sections,
});

test('[LOG-2][NOTE-1] adding a note is one transaction, and that is strict', async () => {
  const seen: string[] = [];
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const transaction = original.call(this, names, mode, options);
    if (mode === 'readwrite') seen.push(transaction.durability);
    return transaction;
  };
  try {
    // Dexie takes the function as it is when the database is opened.
    const own = await withSampleDeck(1);
    seen.length = 0;
    accepted(await addNote(own, SAMPLE, text('f')));
    own.close();
  } finally {
    IDBDatabase.prototype.transaction = original;
  }
  expect(seen).toEqual(['strict']);
});

test('[NOTE-1] a note is stored trimmed of empty fields, with its tags as paths', async () => {
  const { noteId } = accepted(await addNote(deps, SAMPLE, text('f', [' A :: B ', 'A::B', ''])));
  const note = await deps.store.notes.get(noteId);
  expect(note?.fields).toEqual({ front: 'f', back: 'b' });
  expect(note?.sections).toEqual(['A::B']);
  expect(noteId.startsWith('sample:')).toBe(true);
  expect((await deps.store.cards.get(`${noteId}/1`))?.schedule.state).toBe('new');
});

test('[LOG-7][NOTE-1] a note that would make no card is refused and nothing is written', async () => {
  const before = await hashOf(deps.store);
  const problem = problemOf(await addNote(deps, SAMPLE, text('  ')));
  expect(problem.kept).toContain('Your text is still here');
  expect(await hashOf(deps.store)).toBe(before);
});

test('[DECK-23] a section is renamed in every deck, and undo gives all of it back', async () => {
  const other = accepted(await createDeck(deps, 'Other'));
  accepted(await addNote(deps, other, text('f', ['Even::Part'])));
  const before = await hashOf(deps.store);
  accepted(await renameSection(deps, 'Even', 'Round'));
  const sections = (await deps.store.notes.toArray()).flatMap((note) => note.sections);
  expect(new Set(sections)).toEqual(new Set(['Round', 'Odd', 'Round::Part']));
  expect(problemOf(await renameSection(deps, 'Round', 'Round::Deep')).what).toContain('own parts');
  expect(problemOf(await renameSection(deps, 'Round', ' ')).what).toContain('name');
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(before);
});

test('[DECK-23] tags are given to many notes at once', async () => {
  const noteIds = (await deps.store.notes.toArray()).map((note) => note.id);
  accepted(await tagNotes(deps, noteIds, { add: ['New'], remove: ['Even'] }));
  const sections = (await deps.store.notes.toArray()).map((note) => note.sections);
  expect(sections).toEqual([['New'], ['Odd', 'New'], ['New'], ['Odd', 'New']]);
});

test('[DECK-22] a deleted shipped deck stays deleted, and undo brings it back', async () => {
  const own = await testDeps();
  accepted(await loadShippedDeck(own, shipped));
  const [deck] = await own.store.decks.toArray();
  if (!deck) throw new Error('no deck');
  accepted(await deleteDeck(own, deck.name, undefined));
  expect(await own.store.cards.count()).toBe(0);
  accepted(await loadShippedDeck(own, shipped));
  expect(await own.store.decks.count()).toBe(0);
  accepted(await undoLast(own));
  expect(await own.store.decks.count()).toBe(1);
  own.close();
});

test('[WRITE-2] a draft is kept, read back and dropped', async () => {
  await keepDraft(deps, 'add', { half: 'written' });
  expect(accepted(await draftKept(deps, { id: 'add' }))).toEqual({ half: 'written' });
  deps.store.close();
  await deps.store.open();
  expect(accepted(await draftKept(deps, { id: 'add' }))).toEqual({ half: 'written' });
  await dropDraft(deps, 'add');
  expect(accepted(await draftKept(deps, { id: 'add' }))).toBeUndefined();
});

test('[OPTIONS-3] study options begin as a copy, and their decks fall back when they go', async () => {
  const strict = { ...(await readPreset(deps.store, 'default')), desiredRetention: 0.95 };
  const id = accepted(await addPreset(deps, strict, 'Exam '));
  expect(await readPreset(deps.store, id)).toMatchObject({ name: 'Exam', desiredRetention: 0.95 });
  accepted(await setDeckPreset(deps, [SAMPLE], id));
  expect((await readPresets(deps.store)).map((preset) => preset.name)).toEqual(['Default', 'Exam']);
  accepted(await deletePreset(deps, id));
  expect((await deps.store.decks.get(SAMPLE))?.presetId).toBe('default');
  expect(problemOf(await deletePreset(deps, 'default')).what).toContain('cannot be deleted');
});

test('[OPTIONS-4] a wrong value and a missing name are refused before anything is written', async () => {
  const preset = await readPreset(deps.store, 'default');
  const settings = await readStudySettings(deps.store);
  const before = await hashOf(deps.store);
  for (const wrong of [{ name: ' ' }, { desiredRetention: 2 }, { newPerDay: -1 }]) {
    problemOf(await saveStudyOptions(deps, { ...preset, ...wrong }, settings));
  }
  expect(await hashOf(deps.store)).toBe(before);
});

test('[WRITE-12] advice is switched off by rule and on again', async () => {
  accepted(await silenceRule(deps, 'CR4', true));
  accepted(await silenceRule(deps, 'CR5', true));
  expect((await readStudySettings(deps.store)).silencedRules).toEqual(['CR16', 'CR4', 'CR5']);
  accepted(await silenceRule(deps, 'CR4', false));
  expect((await readStudySettings(deps.store)).silencedRules).toEqual(['CR16', 'CR5']);
});
