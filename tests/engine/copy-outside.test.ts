import { beforeEach, expect, test } from 'vitest';
import { makeCopy, makeDailyCopy } from '../../src/engine/commands/copies/copies.ts';
import { mergeFile } from '../../src/engine/commands/copies/restore.ts';
import { addMedia } from '../../src/engine/commands/media/media.ts';
import { daysNotSaved, lastOutside } from '../../src/engine/queries/live/today.ts';
import { collectionFile } from '../../src/engine/queries/once/copies.ts';
import { FOLDER_NAME } from '../../src/platform/folder/chosen-folder.ts';
import { copiesPlace, withStick } from '../support/chosen-folder.ts';
import { accepted, problemOf, type TestDeps } from '../support/deps.ts';

const stick = withStick();
const { folder, names: namesOn, put } = stick;
let deps: TestDeps;
beforeEach(() => {
  deps = stick.deps();
});

test('[COPY-15] a copy goes to the chosen folder too, whole in itself, also the day’s own', async () => {
  const picture = Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0));
  accepted(await addMedia(deps, new File([picture], 'a.png', { type: 'image/png' })));
  expect(accepted(await makeCopy(deps, 'asked')).outside).toBeUndefined();
  expect(accepted(await folder().choose())).toMatchObject({ mayUse: true });
  deps.advance(1);
  expect(accepted(await makeDailyCopy(deps))).toBe(true);
  const [name = '', ...others] = await namesOn();
  expect(others).toEqual([]);
  expect(name).toMatch(FOLDER_NAME);
  const content = await (await stick.handle().getFileHandle(name)).getFile();
  const read = accepted(await collectionFile({ ...deps }, { content }));
  expect(read.counts).toMatchObject({ cards: 8, media: 1 });
  expect(read.manifest.beside).toEqual([]);
  expect(await lastOutside(deps)).toEqual({ atMillis: deps.nowMillis });
  expect(await daysNotSaved(deps, { today: 20_514 })).toEqual({ days: 0, savedDay: 20_514 });
});

test('[COPY-15] copies are thinned there too; what others put there, or changed, stays', async () => {
  accepted(await folder().choose());
  await put('Rounds 2026-01-01 1767225600000-20454-day.rounds', 'of another computer');
  await put('thesis.docx', 'mine');
  for (let hours = 0; hours < 24 * 6; hours += 12) {
    accepted(accepted(await makeCopy(deps, 'day')).outside ?? { ok: true, value: true });
    deps.advance(12 * 60);
  }
  const names = await namesOn();
  expect(names).toContain('thesis.docx');
  expect(names).toContain('Rounds 2026-01-01 1767225600000-20454-day.rounds');
  // All of two days, and one of each day before.
  expect(names.length - 2).toBeLessThan(11);
  expect(names.length - 2).toBeGreaterThan(6);
});

test('[COPY-7] [COPY-11] a copy in the folder that would be thinned out by now is merged', async () => {
  accepted(await folder().choose());
  accepted(await makeCopy(deps, 'before'));
  const [name = ''] = await namesOn();
  deps.advance(60);
  accepted(await makeCopy(deps, 'before'));
  deps.advance(3 * 24 * 60);
  const content = accepted(await folder().open(name));
  expect(accepted(await mergeFile(deps, content))).toMatchObject({ taken: 0, rejected: [] });
  expect(await namesOn()).toContain(name);
});

test('[COPY-15] where the page’s own storage is full, a copy that was made is no failure', async () => {
  accepted(await folder().choose());
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const made = await makeCopy(deps, 'asked').finally(() => {
    Storage.prototype.setItem = setItem;
  });
  expect(accepted(made).outside).toEqual({ ok: true, value: true });
  expect(await daysNotSaved(deps, { today: 20_514 })).toEqual({ days: 0, savedDay: 20_514 });
});

test('[COPY-16] a stick that is not there, or another one, is said; this computer’s copy is made', async () => {
  accepted(await folder().choose());
  accepted(await makeCopy(deps, 'asked'));
  const [made = ''] = await namesOn();
  await stick.handle().removeEntry(made);
  deps.advance(1);
  const other = accepted(await makeCopy(deps, 'asked'));
  expect(problemOf(other.outside as never).what).toContain('may be another disk');
  expect(await namesOn()).toEqual([]);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(stick.handle().name, { recursive: true });
  deps.advance(1);
  const gone = accepted(await makeCopy(deps, 'asked'));
  expect(problemOf(gone.outside as never).what).toContain('not there');
  expect((await lastOutside(deps))?.problem?.kept).toContain('copies on this computer');
  expect(accepted(await copiesPlace.list())).toHaveLength(3);
});

test('[COPY-16] where the browser asks again first, that is said, and nothing is written', async () => {
  accepted(await folder().choose());
  const asking = {
    ...folder(),
    known: async () => ({ ok: true, value: { name: 'stick', mayUse: false } }),
  };
  const platform = { ...deps.platform, folder: asking as never };
  const made = accepted(await makeCopy({ ...deps, platform }, 'asked'));
  expect(problemOf(made.outside as never).todo).toContain('Allow again');
  expect(await namesOn()).toEqual([]);
});

test('[COPY-16] a disk that fills while a copy is written, or gives back other bytes, keeps none of it', async () => {
  accepted(await folder().choose());
  accepted(await makeCopy(deps, 'asked'));
  const before = await namesOn();
  const { write } = FileSystemWritableFileStream.prototype;
  FileSystemWritableFileStream.prototype.write = async () => {
    throw new DOMException('no space', 'QuotaExceededError');
  };
  deps.advance(1);
  const full = accepted(
    await makeCopy(deps, 'asked').finally(() => {
      FileSystemWritableFileStream.prototype.write = write;
    }),
  );
  expect(problemOf(full.outside as never).what).toContain('is full');
  expect(await namesOn()).toEqual(before);
  const own = folder();
  const torn = {
    ...own,
    put: (name: string, content: Blob, isWhole: never) =>
      own.put(name, content.slice(0, content.size - 40), isWhole),
  };
  deps.advance(1);
  const platform = { ...deps.platform, folder: torn };
  const cut = accepted(await makeCopy({ ...deps, platform }, 'asked'));
  expect(cut.outside?.ok).toBe(false);
  expect(await namesOn()).toEqual(before);
});

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
