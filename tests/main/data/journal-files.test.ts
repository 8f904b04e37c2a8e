import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { journalFilesIn } from '../../../src/main/data/journal-files.ts';
import { onSmallDisk } from '../../small-disk.ts';
import { temporaryFolder } from '../start-main.ts';

const SEGMENT = 'journal/device-a/0000000000.jsonl';
const MEDIA = `media/${'0a'.repeat(32)}`;
const bytes = (text: string) => new TextEncoder().encode(text);
const done = { ok: true, value: true };
const onUnix = test.skipIf(process.platform === 'win32');

test('[JOURNAL-7] lines are added at the end, and read from any place', async () => {
  const folder = await temporaryFolder();
  const files = journalFilesIn(folder);
  expect(await files.append(SEGMENT, 0, bytes('one\n'))).toEqual(done);
  expect(await files.append(SEGMENT, 4, bytes('two\n'))).toEqual(done);
  expect(await files.read(SEGMENT, 4)).toEqual({ ok: true, value: bytes('two\n') });
  expect(await files.list('journal')).toEqual({ ok: true, value: [{ path: SEGMENT, bytes: 8 }] });
  // Another start of the program goes on where this one ended.
  expect(await journalFilesIn(folder).append(SEGMENT, 8, bytes('three\n'))).toEqual(done);
  expect(await readFile(join(folder, SEGMENT), 'utf8')).toBe('one\ntwo\nthree\n');
});

test('[JOURNAL-3] [JOURNAL-7] what is there is never written over', async () => {
  const folder = await temporaryFolder();
  const files = journalFilesIn(folder);
  await files.append(SEGMENT, 0, bytes('one\n'));
  expect(await files.append(SEGMENT, 0, bytes('two\n'))).toMatchObject({
    ok: false,
    problem: { what: expect.stringContaining('4 bytes, and not 0') },
  });
  expect(await readFile(join(folder, SEGMENT), 'utf8')).toBe('one\n');
  expect(await files.put(MEDIA, bytes('picture'))).toEqual(done);
  const { mtimeMs } = await stat(join(folder, MEDIA));
  expect(await files.put(MEDIA, bytes('picture'))).toEqual(done);
  expect((await stat(join(folder, MEDIA))).mtimeMs).toBe(mtimeMs);
  // Under the hash of its content: what is not that any more is put right.
  await writeFile(join(folder, MEDIA), 'pictuse');
  expect(await files.put(MEDIA, bytes('picture'))).toEqual(done);
  expect(await readFile(join(folder, MEDIA), 'utf8')).toBe('picture');
});

test('[JOURNAL-7] a list of nothing is no failure, and foreign files are not in it', async () => {
  const folder = await temporaryFolder();
  const files = journalFilesIn(join(folder, 'not-made'));
  expect(await files.list('journal')).toEqual({ ok: true, value: [] });
  await mkdir(join(folder, 'not-made', 'journal'), { recursive: true });
  await writeFile(join(folder, 'not-made', 'journal', 'notes.txt'), 'mine');
  expect(await files.list('journal')).toEqual({ ok: true, value: [] });
});

test.each(['../outside.jsonl', 'journal/../../x/0000000000.jsonl', 'media/x', ''])(
  '[JOURNAL-7] “%s” is no file of the journal',
  async (path) => {
    const files = journalFilesIn(await temporaryFolder());
    const problem = { what: expect.stringContaining('no file of the journal') };
    for (const answer of [
      await files.read(path, 0),
      await files.append(path, 0, bytes('x')),
      await files.put(path, bytes('x')),
    ]) {
      expect(answer).toMatchObject({ ok: false, problem });
    }
  },
);

onUnix('[JOURNAL-7] files and folders are for this user alone', async () => {
  const folder = join(await temporaryFolder(), 'second-copy');
  const files = journalFilesIn(folder);
  await files.append(SEGMENT, 0, bytes('one\n'));
  await files.put(MEDIA, bytes('picture'));
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
  for (const path of [SEGMENT, MEDIA]) expect(await modeOf(join(folder, path))).toBe(0o600);
  for (const path of ['', dirname(SEGMENT), 'media']) {
    expect(await modeOf(join(folder, path))).toBe(0o700);
  }
});

onUnix('[JOURNAL-7] nothing is written through a link', async () => {
  const folder = await temporaryFolder();
  const outside = join(await temporaryFolder(), 'outside');
  await writeFile(outside, '');
  await mkdir(join(folder, dirname(SEGMENT)), { recursive: true });
  await symlink(outside, join(folder, SEGMENT));
  expect(await journalFilesIn(folder).append(SEGMENT, 0, bytes('x'))).toMatchObject({ ok: false });
  expect(await readFile(outside, 'utf8')).toBe('');
});

onUnix('[JOURNAL-7] nothing is written or read through a folder that is a link', async () => {
  const outside = await temporaryFolder();
  for (const linked of ['journal', dirname(SEGMENT), 'media']) {
    const folder = await temporaryFolder();
    const files = journalFilesIn(folder);
    await mkdir(dirname(join(folder, linked)), { recursive: true });
    await symlink(outside, join(folder, linked));
    const [path, write] =
      linked === 'media' ? ([MEDIA, 'put'] as const) : ([SEGMENT, 'append'] as const);
    const written =
      write === 'put' ? files.put(path, bytes('x')) : files.append(path, 0, bytes('x'));
    expect(await written, linked).toMatchObject({ ok: false });
    expect(await readdir(outside), linked).toEqual([]);
    const inside = join(outside, path.split('/').slice(linked.split('/').length).join('/'));
    await mkdir(dirname(inside), { recursive: true });
    await writeFile(inside, 'of somebody else');
    expect(await files.read(path, 0), linked).toMatchObject({ ok: false });
    await rm(outside, { recursive: true });
    await mkdir(outside);
  }
});

test('[JOURNAL-7] on a full disk nothing half written is left, and what was there stays', async (context) => {
  await onSmallDisk(context, 1, async (folder) => {
    const files = journalFilesIn(join(folder, 'second-copy'));
    await files.append(SEGMENT, 0, bytes('one\n'));
    const tooMuch = new Uint8Array(2 * 1024 * 1024);
    expect(await files.append(SEGMENT, 4, tooMuch)).toMatchObject({ ok: false });
    expect(await files.put(MEDIA, tooMuch)).toMatchObject({ ok: false });
    expect(await files.list('journal')).toEqual({ ok: true, value: [{ path: SEGMENT, bytes: 4 }] });
    expect(await files.append(SEGMENT, 4, bytes('two\n'))).toEqual(done);
    expect(await readFile(join(folder, 'second-copy', SEGMENT), 'utf8')).toBe('one\ntwo\n');
  });
});
