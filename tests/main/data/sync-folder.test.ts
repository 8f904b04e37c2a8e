import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { folderFilesIn } from '../../../src/main/data/folder-files.ts';
import { journalFilesIn } from '../../../src/main/data/journal-files.ts';
import { temporaryFolder } from '../start-main.ts';

const SEGMENT = 'journal/device-a/0000000000.jsonl';
const COPY = 'Rounds 2026-03-02 12-34-day.rounds';
const bytes = (text: string) => new TextEncoder().encode(text);
const done = { ok: true, value: true };
const onUnix = test.skipIf(process.platform === 'win32');

afterEach(() => vi.restoreAllMocks());

/** The system as it answers on a drive whose folders are not flushed, or cannot be. */
async function foldersRefuse(code: string): Promise<void> {
  const handle = await open('.', 'r');
  const proto = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const { sync } = proto;
  vi.spyOn(proto, 'sync').mockImplementation(async function (this: typeof handle) {
    if ((await this.stat()).isDirectory()) throw Object.assign(new Error(code), { code });
    return sync.call(this);
  });
}

onUnix.each(['EINVAL', 'ENOTSUP', 'EBADF'])(
  '[JOURNAL-7] [COPY-16] where folders are not flushed (%s), what was written there is there',
  async (code) => {
    const folder = await temporaryFolder();
    await foldersRefuse(code);
    const files = journalFilesIn(folder);
    expect(await files.append(SEGMENT, 0, bytes('one\n'))).toEqual(done);
    expect(await files.put(`media/${'0a'.repeat(32)}`, bytes('picture'))).toEqual(done);
    expect(await readFile(join(folder, SEGMENT), 'utf8')).toBe('one\n');
    expect(await keptCopy()).toEqual([done, [COPY]]);
  },
);

onUnix('[JOURNAL-7] [COPY-16] a disk that fails while a folder is flushed is said', async () => {
  await foldersRefuse('EIO');
  const files = journalFilesIn(await temporaryFolder());
  const failed = (words: string) => ({
    ok: false,
    problem: { what: expect.stringContaining(words) },
  });
  expect(await files.append(SEGMENT, 0, bytes('one\n'))).toMatchObject(failed('EIO'));
  expect((await keptCopy())[0]).toMatchObject(failed('the disk went away'));
});

/** What a copy in a chosen folder comes to, and what is in that folder then. */
async function keptCopy(): Promise<readonly [unknown, readonly string[]]> {
  const folder = await temporaryFolder();
  const files = folderFilesIn(join(await temporaryFolder(), 'record.json'));
  expect(await files.choose(folder)).toMatchObject({ ok: true });
  expect(await files.write(COPY, 0, bytes('copy'))).toEqual(done);
  return [await files.keep(COPY), (await readdir(folder)).filter((name) => name === COPY)];
}
