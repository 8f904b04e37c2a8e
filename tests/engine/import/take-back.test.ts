import { afterEach, expect, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { DEFAULT_CHOICES, type ImportReport } from '../../../src/engine/import/import-look.ts';
import type { ListedImport } from '../../../src/engine/import/take-back/list-imports.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import type { CardId, DeckId, FieldId } from '../../../src/kernel/ids.ts';
import { lookNow } from '../../../src/store/check/look.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  engineOf,
  problemOf,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../support/deps.ts';
import expected from '../../exchange/anki/fixtures/expected.json';
import whole from '../../exchange/anki/fixtures/whole.colpkg?url';

const TABLES = ['notes', 'cards', 'decks', 'noteTypes', 'media', 'pastLogs', 'presets'];
const DAY_MILLIS = 86_400_000;

let deps: TestDeps | undefined;
afterEach(() => deps?.close());

async function started(): Promise<TestDeps> {
  deps = await testDeps(new Date(expected.madeAtMillis).toISOString());
  return deps;
}

async function imported(of: TestDeps): Promise<ImportReport> {
  const content = await (await fetch(whole)).blob();
  accepted(await engineOf(of).run('readImport', { name: 'whole.colpkg', content }));
  return accepted(await engineOf(of).run('runImport', DEFAULT_CHOICES));
}

const listed = async (of: TestDeps): Promise<readonly ListedImport[]> =>
  accepted(await engineOf(of).ask('importsMade'));

async function onlyImport(of: TestDeps): Promise<ListedImport> {
  const [only] = await listed(of);
  if (!only) throw new Error('no import is listed');
  return only;
}

async function isSound(of: TestDeps): Promise<void> {
  expect((await rebuild(of.store)).differing).toEqual({});
  const looked = await lookNow(of.store, of.nowMillis);
  expect(looked.differing).toEqual([]);
  expect(looked.counts).toEqual({ tallies: 0, days: 0, inSight: false });
}

test('[ANKI-52] an import is listed with its report, and as undone where it was', async () => {
  const of = await started();
  expect(await listed(of)).toEqual([]);
  const report = await imported(of);
  expect(await listed(of)).toEqual([
    { id: expect.any(String), atMillis: of.nowMillis, standing: 'here', report },
  ]);
  accepted(await engineOf(of).run('undoLast'));
  expect((await onlyImport(of)).standing).toBe('undone');
  const { id } = await onlyImport(of);
  const again = await engineOf(of).ask('previewTakeBack', { id, workedOn: 'keep' });
  expect(problemOf(again).what).toMatch(/undone already/);
});

test('[ANKI-53] a week later, past other steps, all that it brought goes, and undo brings it again', async () => {
  const of = await started();
  const before = await hashOf(of.store);
  await imported(of);
  of.nowMillis += 7 * DAY_MILLIS;
  accepted(await engineOf(of).run('createDeck', 'My own'));
  const mine = await hashOf(of.store);
  const { id } = await onlyImport(of);
  const look = accepted(await engineOf(of).ask('previewTakeBack', { id, workedOn: 'keep' }));
  expect(look).toMatchObject({ notes: expected.notes, cards: expected.cards.length });
  expect(await hashOf(of.store)).toBe(mine);
  const steps = await of.store.operations.count();
  accepted(await engineOf(of).run('takeBackImport', { id, workedOn: 'keep' }));
  expect(await of.store.operations.count()).toBe(steps + 1);
  for (const table of TABLES) {
    expect(await of.store.table(table).count(), table).toBe(table === 'decks' ? 1 : 0);
  }
  expect((await onlyImport(of)).standing).toBe('taken-back');
  await isSound(of);
  // Without the deck of my own, the collection is what it was before the import.
  const [own] = await of.store.decks.toArray();
  accepted(await engineOf(of).run('deleteDeck', own?.name ?? '', undefined));
  await of.store.graves.clear();
  expect(await hashOf(of.store)).toBe(before);
  accepted(await engineOf(of).run('undoLast'));
  accepted(await engineOf(of).run('undoLast'));
  expect(await hashOf(of.store)).toBe(mine);
  expect((await onlyImport(of)).standing).toBe('here');
  await isSound(of);
  accepted(await engineOf(of).run('redoLast'));
  expect(await of.store.notes.count()).toBe(0);
  await isSound(of);
});

test('[ANKI-54] what was answered and edited since is told and stays, or goes where that is wanted', async () => {
  const of = await started();
  await imported(of);
  of.nowMillis += DAY_MILLIS;
  const studied = await of.store.cards.filter(({ absent }) => !absent).first();
  if (!studied) throw new Error('no card');
  const { lane: _lane, readyAt: _readyAt, ...card } = studied;
  accepted(await answerCard(of, card, 3, 4000));
  const other = await of.store.notes.filter(({ id }) => !card.id.startsWith(`${id}/`)).first();
  const [fieldId] = Object.keys(other?.fields ?? {}) as FieldId[];
  if (!other || !fieldId) throw new Error('no other note');
  accepted(
    await engineOf(of).run('editNotes', [
      { noteId: other.id, fields: { ...other.fields, [fieldId]: 'My own words' } },
    ]),
  );
  const { id } = await onlyImport(of);
  const look = accepted(await engineOf(of).ask('previewTakeBack', { id, workedOn: 'keep' }));
  expect(look.workedOn).toEqual({ notes: 2, edited: 1, answered: 1 });
  expect(look.notes).toBe(expected.notes - 2);
  accepted(await engineOf(of).run('takeBackImport', { id, workedOn: 'keep' }));
  expect(await of.store.notes.count()).toBe(2);
  expect((await of.store.cards.get(card.id as CardId))?.schedule.reps).toBe(card.schedule.reps + 1);
  await isSound(of);
  accepted(await engineOf(of).run('takeBackImport', { id, workedOn: 'take' }));
  expect(await of.store.notes.count()).toBe(0);
  // What was answered here is still counted.
  expect(await of.store.reviews.count()).toBe(1);
  await isSound(of);
});

test('[ANKI-53] a picture that a note of mine shows stays, and stopped on the way nothing is changed', async () => {
  deps = await withSampleDeck(1);
  const of = deps;
  of.nowMillis = expected.madeAtMillis;
  await imported(of);
  const files = await of.store.media.toArray();
  const [mine] = await of.store.notes.where('deckId').equals('sample').toArray();
  const shown = files[0];
  if (!mine || !shown) throw new Error('nothing to show');
  const [fieldId] = Object.keys(mine.fields) as FieldId[];
  if (!fieldId) throw new Error('no field');
  const text = `${mine.fields[fieldId]} <img src="${shown.id}">`;
  accepted(await engineOf(of).run('editNotes', [{ noteId: mine.id, fields: { [fieldId]: text } }]));
  const { id } = await onlyImport(of);
  const hash = await hashOf(of.store);
  const engine = createEngine(of);
  // While it reads: within the transaction nothing waits for the answer, which may come too late.
  let asked = 0;
  const stopped = await engine.run('takeBackImport', { id, workedOn: 'keep' }, () => ++asked < 2);
  expect(problemOf(stopped).kept).toBeTruthy();
  expect(await hashOf(of.store)).toBe(hash);
  accepted(await engine.run('takeBackImport', { id, workedOn: 'keep' }));
  expect((await of.store.media.toArray()).map(({ id: name }) => name)).toEqual([shown.id]);
  expect(await of.store.decks.get('sample' as DeckId)).toBeDefined();
  await isSound(of);
});
