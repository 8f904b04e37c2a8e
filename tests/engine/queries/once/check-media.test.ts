import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoteText } from '../../../../src/domain/content/note.ts';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import type { DeckId, NoteId, NoteTypeId } from '../../../../src/kernel/ids.ts';
import type { MediaFile, MediaName } from '../../../../src/domain/media/media-file.ts';
import { checkMediaNow } from '../../../../src/engine/queries/once/media/check-media.ts';
import { intentOf } from '../../../../src/engine/deps.ts';
import { keepDraft } from '../../../../src/engine/commands/notes/drafts.ts';
import { freeSpace } from '../../../../src/engine/commands/media/free-space.ts';
import { spaceToFree } from '../../../../src/engine/queries/once/media/space-to-free.ts';
import { addMedia, deleteMedia } from '../../../../src/engine/commands/media/media.ts';
import { deleteUnused, mendMedia } from '../../../../src/engine/commands/media/mend-media.ts';
import { addNote, archiveNotes, deleteNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { apply } from '../../../../src/store/apply.ts';
import { readBlob } from '../../../../src/store/media/blobs.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  answerFirst,
  everyRow,
  noteOf,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';
import { GIF, PNG, wav } from '../../../support/media-files.ts';

const DECK = 'sample' as DeckId;
const DAY = 86_400_000;

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(2);
});
afterEach(() => deps.close());

const add = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<MediaFile> =>
  accepted(await addMedia(deps, new File([bytes], name)));

/** A basic note whose question is `front`. */
async function addBasic(front: string): Promise<NoteId> {
  const text: NoteText = {
    noteTypeId: 'basic' as NoteTypeId,
    fields: { front, back: 'an answer' } as FieldTexts,
    sections: [],
  };
  return accepted(await addNote(deps, DECK, text)).noteId;
}

const frontOf = async (noteId: NoteId) => (await noteOf(deps, noteId)).fields['front' as never];

async function check() {
  const found = accepted(await checkMediaNow(deps));
  if (!found) throw new Error('was stopped');
  return found;
}

/** A row as an import or another version may have left it. */
async function withRow(id: string, file: MediaFile): Promise<void> {
  const files = [{ ...file, id: id as MediaName }];
  accepted(await apply(deps.store, intentOf(deps, { kind: 'add-media', files })));
}

test('[MEDIA-9] the check reads sources, sounds and styles of every note, archived ones too', async () => {
  await Promise.all(
    ['a b.png', 'c.wav', 'd.gif', 'e.png'].map((name, i) =>
      add([PNG, wav(), GIF, PNG][i] ?? PNG, name),
    ),
  );
  await addBasic('<img alt="x" src="a%20b.png"> [sound:c.wav]');
  const archived = await addBasic('<div style="background: url(d.gif)">x</div>');
  accepted(await archiveNotes(deps, [archived], true));
  const missed = await addBasic('[sound:gone.mp3] <img src="https://example.org/x.png">');
  const found = await check();
  expect(found.unused.map(({ id }) => id)).toEqual(['e.png']);
  expect(found.missing).toEqual([{ name: 'gone.mp3', noteIds: [missed], isElsewhere: false }]);
  expect(found.duplicates.map((same) => same.map(({ id }) => id))).toEqual([['a b.png', 'e.png']]);
  expect([found.fileCount, found.bytes]).toEqual([4, PNG.length + wav().length + GIF.length]);
});

test('[MEDIA-9] what templates, styling and half-written notes use is not unused', async () => {
  await Promise.all(['logo.png', 'paper.png', 'draft.png'].map((name) => add(PNG, name)));
  const noteType = {
    ...BASIC,
    templates: BASIC.templates.map((each) => ({
      ...each,
      front: `<img src="logo.png">{{Front}}<img src="{{Front}}">`,
    })),
    css: '.card { background: url("paper.png") }',
  };
  accepted(await apply(deps.store, intentOf(deps, { kind: 'set-note-type', noteType })));
  await keepDraft(deps, 'add', { fields: [{ html: 'x <img src="draft.png">' }], at: 1 });
  const { unused, missing } = await check();
  expect([unused, missing]).toEqual([[], []]);
});

test('[MEDIA-9] a content that is gone or cut is broken, and adding the file again mends it', async () => {
  const file = await add(PNG, 'a.png');
  const noteId = await addBasic('<img src="a.png">');
  await deps.store.blobs.put({ sha256: file.sha256, blob: new Blob([PNG.subarray(1)]) });
  expect((await check()).broken).toEqual([{ file, noteIds: [noteId] }]);
  await deps.store.blobs.delete(file.sha256);
  expect((await check()).broken).toEqual([{ file, noteIds: [noteId] }]);
  await add(PNG, 'a.png');
  expect((await check()).broken).toEqual([]);
});

test('[MEDIA-9] a check changes nothing, says how far it is, and can be stopped', async () => {
  await Promise.all([add(PNG, 'a.png'), addBasic('<img src="b.png">')]);
  const before = await everyRow(deps);
  const heard: number[][] = [];
  accepted(await checkMediaNow({ ...deps, watch: (done, total) => heard.push([done, total]) > 0 }));
  expect(heard).toEqual([
    [3, 4],
    [4, 4],
  ]);
  expect(accepted(await checkMediaNow({ ...deps, watch: () => false }))).toBeUndefined();
  expect(accepted(await mendMedia(deps, () => false))).toBeUndefined();
  expect(accepted(await deleteUnused(deps, ['a.png'], () => false))).toBeUndefined();
  expect(await everyRow(deps)).toEqual(before);
});

test('[MEDIA-11] mending gives misspelt references the right name, in one step to undo', async () => {
  await add(PNG, 'Liver scan.png');
  const one = await addBasic('<img src="liver_scan.PNG"> and <b>text</b>');
  const two = await addBasic('<img src="images/Liver%20scan.png"> [sound:none.mp3]');
  const before = await hashOf(deps.store);
  expect(accepted(await mendMedia(deps))).toEqual({ repointed: 2, renamed: 0 });
  expect(await frontOf(one)).toBe('<img src="Liver scan.png"> and <b>text</b>');
  expect(await frontOf(two)).toBe('<img src="Liver scan.png"> [sound:none.mp3]');
  expect((await check()).missing.map(({ name }) => name)).toEqual(['none.mp3']);
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(before);
});

test('[MEDIA-11] [LOG-8] mending gives unsafe names safe ones, in the notes too, all in one step', async () => {
  const file = await add(PNG, 'x.png');
  await withRow('CON.png', file);
  await withRow('a"b.png', file);
  const noteId = await addBasic('<img src="CON.png"><img src="a&quot;b.png">');
  const before = await hashOf(deps.store);
  expect(accepted(await mendMedia(deps))).toEqual({ repointed: 0, renamed: 2 });
  expect(await frontOf(noteId)).toBe('<img src="CON_.png"><img src="a_b.png">');
  const { misnamed, missing, unused } = await check();
  expect([misnamed, missing, unused.map(({ id }) => id)]).toEqual([[], [], ['x.png']]);
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(before);
  expect((await rebuild(deps.store)).refused).toEqual([]);
});

test('[MEDIA-11] an unsafe name that a template uses is left, since renaming would not reach it', async () => {
  await withRow('CON.png', await add(PNG, 'x.png'));
  await keepDraft(deps, 'add', '<img src="CON.png">');
  expect(accepted(await mendMedia(deps))).toEqual({ repointed: 0, renamed: 0 });
  expect((await check()).misnamed).toMatchObject([{ isElsewhere: true }]);
});

test('[MEDIA-12] deleting unused files leaves what has come into use since, and is one step to undo', async () => {
  const files = await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => add(PNG, name)));
  const before = await hashOf(deps.store);
  const noteId = await addBasic('<img src="b.png">');
  expect(accepted(await deleteUnused(deps, ['a.png', 'b.png', 'c.png']))).toEqual([
    'a.png',
    'c.png',
  ]);
  expect((await deps.store.media.toArray()).map(({ id }) => id)).toEqual(['b.png']);
  accepted(await undoLast(deps));
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(before);
  expect(await (await readBlob(deps.store, files[0] as MediaFile))?.bytes()).toEqual(PNG);
  expect(await deps.store.notes.get(noteId)).toBeUndefined();
  await addBasic('<img src="b.png">');
  expect(problemOf(await deleteUnused(deps, ['b.png'])).what).toBe(
    'None of these files is unused any more.',
  );
});

test('[MEDIA-13] what is deleted is counted, kept thirty days, and then goes for good when asked', async () => {
  const kept = await add(GIF, 'kept.gif');
  const deleted = await add(PNG, 'deleted.png');
  accepted(await deleteMedia(deps, ['deleted.png']));
  const png = { files: 1, bytes: PNG.length };
  const none = { files: 0, bytes: 0 };
  expect(accepted(await spaceToFree(deps))).toEqual({ old: none, recent: png });
  expect(accepted(await freeSpace(deps, { withRecent: false }))).toBe(0);
  deps.nowMillis += 30 * DAY;
  expect(accepted(await spaceToFree(deps))).toEqual({ old: none, recent: png });
  deps.nowMillis += 1000;
  expect(accepted(await spaceToFree(deps))).toEqual({ old: png, recent: none });
  const before = await hashOf(deps.store);
  expect(accepted(await freeSpace(deps, { withRecent: false }))).toBe(PNG.length);
  expect(await hashOf(deps.store)).toBe(before);
  expect(await readBlob(deps.store, deleted)).toBeUndefined();
  expect(await (await readBlob(deps.store, kept))?.bytes()).toEqual(GIF);
  // Undo brings back the name; the check says what is lost.
  accepted(await undoLast(deps));
  expect((await check()).broken.map(({ file }) => file)).toEqual([deleted]);
});

test('[MEDIA-13] recently deleted files go too when the person says so', async () => {
  await add(PNG, 'a.png');
  accepted(await deleteMedia(deps, ['a.png']));
  expect(accepted(await freeSpace(deps, { withRecent: true }))).toBe(PNG.length);
  expect(await deps.store.blobs.count()).toBe(0);
});

test('[MEDIA-13] an addition that was undone is left over at once, unless another step needs it', async () => {
  await add(PNG, 'a.png');
  accepted(await undoLast(deps));
  expect(accepted(await spaceToFree(deps)).old).toEqual({ files: 1, bytes: PNG.length });
  await add(PNG, 'a.png');
  accepted(await deleteMedia(deps, ['a.png']));
  await add(PNG, 'b.png');
  accepted(await undoLast(deps));
  expect(accepted(await spaceToFree(deps))).toMatchObject({
    old: { files: 0 },
    recent: { files: 1 },
  });
});

test('[MEDIA-13] what is deleted among many stays as long as undo needs it', async () => {
  const files = Array.from({ length: 450 }, (_, i): MediaFile => {
    const id = `${i}.png` as MediaName;
    return { id, sha256: `content ${i}`, bytes: 1, type: 'image/png', addedAtMillis: 0 };
  });
  await deps.store.blobs.bulkAdd(files.map(({ sha256 }) => ({ sha256, blob: new Blob(['x']) })));
  const addRows = async (some: readonly MediaFile[]) =>
    accepted(await apply(deps.store, intentOf(deps, { kind: 'add-media', files: some })));
  // Many steps, and one with more changes than stand in one row of the log.
  for (const file of files.slice(0, 120)) await addRows([file]);
  await addRows(files.slice(120));
  const names = files.map(({ id }) => id);
  accepted(await deleteMedia(deps, names));
  await answerFirst(deps);
  expect(accepted(await spaceToFree(deps))).toMatchObject({
    old: { files: 0 },
    recent: { files: 450 },
  });
  expect(accepted(await freeSpace(deps, { withRecent: false }))).toBe(0);
  accepted(await undoLast(deps));
  accepted(await undoLast(deps));
  expect((await check()).broken).toEqual([]);
  expect(await deps.store.media.count()).toBe(450);
});

test('[MEDIA-9] a note that was deleted refers to nothing any more, until it is brought back', async () => {
  await add(PNG, 'a.png');
  const noteId = await addBasic('<img src="a.png">');
  accepted(await deleteNotes(deps, [noteId]));
  expect((await check()).unused.map(({ id }) => id)).toEqual(['a.png']);
  accepted(await undoLast(deps));
  expect((await check()).unused).toEqual([]);
});
