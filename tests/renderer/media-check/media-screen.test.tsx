import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { NoteText } from '../../../src/domain/content/note.ts';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import type { DeckId, NoteTypeId } from '../../../src/kernel/ids.ts';
import type { MediaFile, MediaName } from '../../../src/domain/media/media-file.ts';
import { intentOf } from '../../../src/engine/deps.ts';
import { addMedia, deleteMedia } from '../../../src/engine/commands/media/media.ts';
import { addNote } from '../../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { MediaScreen } from '../../../src/renderer/media-check/media-screen.tsx';
import { apply } from '../../../src/store/apply.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { accepted, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import { GIF, noise, PNG, SVG, wav } from '../../support/media-files.ts';
import { show } from '../media/show.tsx';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(2);
});
afterEach(() => deps.close());

const add = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<MediaFile> =>
  accepted(await addMedia(deps, new File([bytes], name)));

async function addBasic(front: string): Promise<void> {
  const text: NoteText = {
    noteTypeId: 'basic' as NoteTypeId,
    fields: { front, back: 'an answer' } as FieldTexts,
    sections: [],
  };
  accepted(await addNote(deps, 'sample' as DeckId, text));
}

/** One of everything that a check can find. */
async function withEverything(): Promise<void> {
  await add(PNG, 'Liver scan.png');
  await add(wav(), 'murmur.wav');
  await add(new Uint8Array([...PNG, ...noise(6 * 1024 * 1024)]), 'atlas.png');
  const lost = await add(GIF, 'lost.gif');
  await deps.store.blobs.delete(lost.sha256);
  const copy = { ...(await add(PNG, 'copy.png')), id: 'CON.png' as MediaName };
  accepted(await apply(deps.store, intentOf(deps, { kind: 'add-media', files: [copy] })));
  await addBasic('<img src="liver_scan.png"> <img src="lost.gif"> <img src="CON.png">');
  await addBasic('[sound:heart.mp3] <img src="atlas.png">');
}

const section = (name: string) => page.getByRole('region', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

test('[MEDIA-16] with no media there is one sentence that says what comes here', async () => {
  await show(deps, <MediaScreen />);
  await expect.element(page.getByText('There are no media yet.')).toBeVisible();
  expect(page.getByRole('region').elements()).toHaveLength(0);
});

test('[MEDIA-16] where all is well, one sentence says so', async () => {
  await add(PNG, 'a.png');
  await addBasic('<img src="a.png">');
  await show(deps, <MediaScreen />);
  await expect
    .element(
      page.getByText('1 file, 93 bytes. All that notes refer to is here, and nothing is unused.'),
    )
    .toBeVisible();
});

test('[MEDIA-16] every list has its heading, its count, and what it means', async () => {
  await withEverything();
  await show(deps, <MediaScreen />);
  const found = async (name: string, ...texts: string[]) => {
    for (const text of texts) await expect.element(section(name)).toHaveTextContent(text);
  };
  await found('2 names can be mended', '1 missing name differs only in spelling');
  await found('Missing 2', 'heart.mp3in 1 note', 'liver_scan.pngin 1 noteLiver scan.png is there');
  await found('Lost 1', 'lost.gifin 1 note');
  await found('Unused 2', 'copy.png', 'murmur.wav');
  await found('Large 1', 'atlas.png6 MB');
  await found('Unsafe names 1', 'CON.pngbecomes CON_.png');
  await found('The same content 1', 'CON.pngLiver scan.pngcopy.png');
});

test('[MEDIA-16] mending, deleting and their undoing show at once', async () => {
  await withEverything();
  await show(deps, <MediaScreen />);
  await button('Mend').click();
  await expect.element(page.getByText('Mended 2 names. Undo takes it back.')).toBeVisible();
  await expect.element(section('Missing 1')).toBeVisible();
  expect(section('Unsafe names').query()).toBeNull();
  const before = await hashOf(deps.store);
  await button('Delete 2 unused files').click();
  await expect.element(page.getByText('Deleted 2 files. Undo brings them back.')).toBeVisible();
  await expect.element(section('Deleted files')).toBeVisible();
  expect(section('Unused').query()).toBeNull();
  accepted(await undoLast(deps));
  await expect.element(section('Unused 2')).toBeVisible();
  expect(await hashOf(deps.store)).toBe(before);
});

test('[MEDIA-12] what the person keeps is not deleted', async () => {
  await add(PNG, 'a.png');
  await add(GIF, 'b.gif');
  await add(wav(), 'c.wav');
  await show(deps, <MediaScreen />);
  await page.getByRole('checkbox', { name: 'Delete a.png' }).click();
  await page.getByRole('checkbox', { name: 'Delete c.wav' }).click();
  await button('Delete 1 unused file (43 bytes)').click();
  await expect.element(section('Unused 2')).toBeVisible();
  expect((await deps.store.media.toArray()).map(({ id }) => id)).toEqual(['a.png', 'c.wav']);
  await button('Choose all').click();
  await button('Choose none').click();
  await expect.element(button('Nothing chosen')).toBeDisabled();
});

test('[MEDIA-13] space is freed only after its count, its size and a warning, and the focus is on the way out', async () => {
  await add(PNG, 'a.png');
  accepted(await deleteMedia(deps, ['a.png']));
  await add(GIF, 'b.gif');
  deps.nowMillis += 40 * 86_400_000;
  accepted(await deleteMedia(deps, ['b.gif']));
  await show(deps, <MediaScreen />);
  await button('Free space…').click();
  const dialog = page.getByRole('dialog', { name: 'Free space' });
  await expect.element(dialog).toHaveTextContent('This cannot be undone.');
  await expect.element(dialog).toHaveTextContent('1 file (93 bytes) deleted more than 30 days ago');
  await expect.element(button('Remove 1 file for good (93 bytes)')).toBeVisible();
  expect(document.activeElement?.textContent).toBe('Close');
  await page.getByRole('checkbox').click();
  await expect.element(button('Remove 2 files for good (136 bytes)')).toBeVisible();
  await page.getByRole('checkbox').click();
  await userEvent.keyboard('{Escape}');
  expect(await deps.store.blobs.count()).toBe(2);
  await button('Free space…').click();
  await button('Remove 1 file for good').click();
  await expect.element(page.getByText('Freed 93 bytes.')).toBeVisible();
  await expect.element(section('Deleted files')).toHaveTextContent('1 deleted file (43 bytes) is');
  expect(await deps.store.blobs.count()).toBe(1);
});

test('[MEDIA-16] missing and lost files can be added back; what cannot be kept is said', async () => {
  await withEverything();
  await show(deps, <MediaScreen />);
  await expect.element(section('Lost 1')).toBeVisible();
  await page
    .getByLabelText('Files to add')
    .upload([
      new File([GIF], 'lost.gif'),
      new File([new Uint8Array([0xff, 0xfb, 0x90, 0xc4, 0, 0])], 'heart.mp3'),
      new File([SVG], 'drawing.svg'),
    ]);
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('“drawing.svg” is an SVG drawing');
  await expect.element(section('Missing 1')).toBeVisible();
  expect(section('Lost').query()).toBeNull();
  expect(await deps.store.media.get('heart.mp3')).toBeDefined();
});

test('[MEDIA-16] a file can be looked at before it is deleted', async () => {
  await add(PNG, 'a.png');
  await show(deps, <MediaScreen />);
  await button('Show a.png').click();
  const dialog = page.getByRole('dialog', { name: 'a.png' });
  await expect.element(dialog.getByRole('img', { name: 'a.png' })).toBeVisible();
});

test('[MEDIA-9] a check can be stopped, and says that it was', async () => {
  await add(PNG, 'a.png');
  // The first page of notes is long in coming, as from a slow disk.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const toArray = deps.store.media.toArray.bind(deps.store.media);
  vi.spyOn(deps.store.media, 'toArray').mockImplementationOnce(() =>
    toArray().then((rows) => held.then(() => rows) as never),
  );
  await show(deps, <MediaScreen />);
  await expect.element(page.getByRole('progressbar', { name: 'Checking…' })).toBeVisible();
  await button('Stop').click();
  letGo();
  await expect.element(page.getByText('The check was stopped.')).toBeVisible();
  expect(section('Unused').query()).toBeNull();
  await button('Check again').click();
  await expect.element(section('Unused 1')).toBeVisible();
});

test('[MEDIA-16] of very many files the first are shown, and the rest on request', async () => {
  const row = { sha256: 'x', bytes: 1, type: 'image/png', addedAtMillis: 0 };
  await deps.store.media.bulkAdd(
    Array.from({ length: 150 }, (_, i) => ({ ...row, id: `${1000 + i}.png` as MediaName })),
  );
  await show(deps, <MediaScreen />);
  await expect.element(section('Unused 150')).toBeVisible();
  expect(section('Unused 150').getByRole('listitem').elements()).toHaveLength(100);
  await section('Unused 150')
    .getByRole('button', { name: /^Show more/ })
    .click();
  expect(section('Unused 150').getByRole('listitem').elements()).toHaveLength(150);
});
