import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFilesIn } from '../../../src/main/data/folder-files.ts';
import { folderJournalIn } from '../../../src/main/data/folder-journal.ts';
import { onSmallDisk } from '../../small-disk.ts';
import { temporaryFolder } from '../start-main.ts';

const SEGMENT = 'journal/device-a/0000000000.jsonl';
const THEIRS = 'journal/device-b/0000000000.jsonl';
const MEDIA = `media/${'0a'.repeat(32)}`;
const NAME = 'Rounds 2026-11-29 1764441000000-20421-day.rounds';
const bytes = (text: string) => new TextEncoder().encode(text);
const done = { ok: true, value: true };
const said = (what: string) => ({
  ok: false,
  problem: {
    what: expect.stringContaining(what),
    kept: 'All that you did is saved on this computer, and goes there once it can.',
  },
});

async function chosen(path?: string) {
  const folder = path ?? (await temporaryFolder());
  const record = join(await temporaryFolder(), 'folder.json');
  const copies = folderFilesIn(record);
  expect(await copies.choose(folder)).toMatchObject({ ok: true });
  return { folder, copies, files: folderJournalIn(record) };
}

test('[JOURNAL-12] lines and pictures lie in the folder, beside the copies', async () => {
  const { folder, files } = await chosen();
  expect(await files.list('journal')).toEqual({ ok: true, value: [] });
  expect(await files.append(SEGMENT, 0, bytes('one\n'))).toEqual(done);
  expect(await files.append(SEGMENT, 4, bytes('two\n'))).toEqual(done);
  expect(await files.put(MEDIA, bytes('picture'))).toEqual(done);
  expect(readFileSync(join(folder, SEGMENT), 'utf8')).toBe('one\ntwo\n');
  expect(readdirSync(folder).sort()).toEqual(['journal', 'media']);
  expect(await files.read(SEGMENT, 4)).toEqual({ ok: true, value: bytes('two\n') });
});

test('[JOURNAL-12] where no folder is chosen nothing is written', async () => {
  const files = folderJournalIn(join(await temporaryFolder(), 'folder.json'));
  expect(await files.append(SEGMENT, 0, bytes('one\n'))).toMatchObject(said('is not there'));
});

test('[JOURNAL-13] a folder that is gone is said, and never made anew', async () => {
  const { folder, files } = await chosen();
  await files.append(SEGMENT, 0, bytes('one\n'));
  rmSync(folder, { recursive: true });
  expect(await files.append(SEGMENT, 4, bytes('two\n'))).toMatchObject(said('is not there'));
  expect(await files.put(MEDIA, bytes('picture'))).toMatchObject(said('is not there'));
  expect(await files.list('journal')).toMatchObject(said('is not there'));
  expect(existsSync(folder)).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  '[JOURNAL-13] where the folder’s disk never answers, another folder gets the journal at once',
  async () => {
    const { folder, copies, files } = await chosen();
    await files.append(SEGMENT, 0, bytes('one\n'));
    execFileSync('mkfifo', [join(folder, dirname(SEGMENT), '0000000007.jsonl')]);
    const hangs = files.read('journal/device-a/0000000007.jsonl', 0);
    const other = await temporaryFolder();
    await copies.choose(other);
    expect(await files.append(SEGMENT, 0, bytes('one\n'))).toEqual(done);
    expect(readFileSync(join(other, SEGMENT), 'utf8')).toBe('one\n');
    const pipe = join(folder, dirname(SEGMENT), '0000000007.jsonl');
    closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
    await hangs;
  },
  15_000,
);

test('[JOURNAL-13] another disk in the place of the right one gets no line', async () => {
  const { folder, copies, files } = await chosen();
  await files.append(SEGMENT, 0, bytes('one\n'));
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  expect(await files.append('journal/device-a/0000000001.jsonl', 0, bytes('x'))).toMatchObject(
    said('another disk'),
  );
  expect(await files.put(MEDIA, bytes('picture'))).toMatchObject(said('another disk'));
  expect(readdirSync(folder)).toEqual([]);
  // Chosen again it is the right one.
  await copies.choose(folder);
  expect(await files.append(SEGMENT, 0, bytes('one\n'))).toEqual(done);
});

test('[JOURNAL-13] [COPY-16] the right disk is known by the journal or by a copy', async () => {
  const { folder, copies, files } = await chosen();
  await copies.write(NAME, 0, bytes('copy'));
  await Promise.all([copies.keep(NAME), files.append(SEGMENT, 0, bytes('one\n'))]);
  rmSync(join(folder, NAME));
  expect(await copies.list()).toEqual({ ok: true, value: [] });
  rmSync(join(folder, 'journal'), { recursive: true });
  expect(await copies.list()).toMatchObject({ ok: false });
});

test('[JOURNAL-13] what another device wrote there is not written over', async () => {
  const { folder, files } = await chosen();
  mkdirSync(join(folder, 'journal/device-b'), { recursive: true });
  const theirs = await chosen(folder);
  await theirs.files.append(THEIRS, 0, bytes('theirs\n'));
  expect(await files.append(THEIRS, 0, bytes('mine\n'))).toMatchObject({ ok: false });
  expect(readFileSync(join(folder, THEIRS), 'utf8')).toBe('theirs\n');
});

test('[JOURNAL-13] a full disk, one that turned read-only and one that is pulled out are said', async (context) => {
  await onSmallDisk(context, 1, async (disk) => {
    const { files } = await chosen(disk);
    await files.append(SEGMENT, 0, bytes('one\n'));
    const tooMuch = new Uint8Array(2 * 1024 * 1024);
    expect(await files.append(SEGMENT, 4, tooMuch)).toMatchObject(said('is full'));
    expect(await files.put(MEDIA, tooMuch)).toMatchObject(said('is full'));
    // What was begun is not there, and once there is space it goes on.
    expect(await files.list('media')).toEqual({ ok: true, value: [] });
    expect(await files.append(SEGMENT, 4, bytes('two\n'))).toEqual(done);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    expect(await files.append(SEGMENT, 8, bytes('three\n'))).toMatchObject(said('read-only'));
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    execFileSync('umount', [disk]);
    // Its place is there, and empty.
    expect(await files.append(SEGMENT, 8, bytes('three\n'))).toMatchObject(said('another disk'));
    expect(readdirSync(disk)).toEqual([]);
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]);
  });
});
