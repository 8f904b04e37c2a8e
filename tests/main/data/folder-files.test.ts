import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { folderFilesIn } from '../../../src/main/data/folder-files.ts';

const NAME = 'Rounds 2026-11-29 1764441000000-20421-day.rounds';
const LATER = 'Rounds 2026-11-30 1764527400000-20422-day.rounds';
const ASKED = 'Rounds 2026-11-30 1764527400001-20422-asked.rounds';
const onUnix = test.skipIf(process.platform === 'win32');
const BYTES = new Uint8Array([1, 2, 3, 4]);

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function chosen() {
  const path = temporary();
  const files = folderFilesIn(join(temporary(), 'folder.json'));
  expect(await files.choose(path)).toMatchObject({ ok: true });
  return { path, files };
}

async function copyInto(files: ReturnType<typeof folderFilesIn>, name: string) {
  const written = await files.write(name, 0, BYTES);
  return written.ok ? files.keep(name) : written;
}

test('[COPY-15] a copy gets its name once it is kept, and is then known as made here', async () => {
  const { path, files } = await chosen();
  await files.write(NAME, 0, BYTES);
  await files.write(NAME, 4, BYTES);
  expect(readdirSync(path)).toEqual([`${NAME}.part`]);
  expect(await files.read(NAME, 3, 3)).toEqual({ ok: true, value: new Uint8Array([4, 1, 2]) });
  expect(await files.keep(NAME)).toEqual({ ok: true, value: true });
  expect(await files.list()).toEqual({
    ok: true,
    value: [{ name: NAME, bytes: 8, isOurs: true }],
  });
});

test('[COPY-15] a copy that is there is read piece by piece, and what is no copy is not', async () => {
  const { path, files } = await chosen();
  await copyInto(files, NAME);
  expect(await files.open(NAME, 1, 2)).toEqual({ ok: true, value: new Uint8Array([2, 3]) });
  expect(await files.open(NAME, 2, 9)).toEqual({ ok: true, value: new Uint8Array([3, 4]) });
  writeFileSync(join(path, 'thesis.docx'), 'mine');
  expect(await files.open('thesis.docx', 0, 4)).toMatchObject({ ok: false });
  expect(await files.open(LATER, 0, 4)).toMatchObject({
    ok: false,
    problem: { what: expect.stringMatching(/cannot be read: it is not there\.$/) },
  });
});

test('[COPY-15] only what was made here, and is as it was made, is deleted', async () => {
  const { path, files } = await chosen();
  await copyInto(files, NAME);
  writeFileSync(join(path, LATER), 'of another computer');
  writeFileSync(join(path, 'thesis.docx'), 'mine');
  await files.remove(LATER);
  writeFileSync(join(path, NAME), 'put here by the person');
  await files.remove(NAME);
  expect(readdirSync(path).sort()).toEqual([NAME, LATER, 'thesis.docx']);
  writeFileSync(join(path, NAME), BYTES);
  await files.remove(NAME);
  expect(readdirSync(path).sort()).toEqual([LATER, 'thesis.docx']);
});

test('[COPY-16] a folder that is gone is said, and never made anew', async () => {
  const { path, files } = await chosen();
  await copyInto(files, NAME);
  await files.write(LATER, 0, BYTES);
  rmSync(path, { recursive: true });
  for (const done of [
    await files.write(LATER, 4, BYTES),
    await files.keep(LATER),
    await files.list(),
    await copyInto(files, LATER),
  ]) {
    expect(done).toMatchObject({
      ok: false,
      problem: { what: expect.stringContaining('not there') },
    });
  }
  expect(existsSync(path)).toBe(false);
});

test('[COPY-16] another disk in the place of the right one is not taken for it', async () => {
  const { path, files } = await chosen();
  await copyInto(files, NAME);
  rmSync(join(path, NAME));
  expect(await files.list()).toMatchObject({
    ok: false,
    problem: { what: expect.stringContaining('may be another disk') },
  });
  // Chosen again it is the right one.
  await files.choose(path);
  expect(await files.list()).toEqual({ ok: true, value: [] });
});

onUnix(
  '[COPY-16] a disk that never answers keeps nobody from choosing another folder, and from leaving it',
  async () => {
    const { path, files } = await chosen();
    // As a disk that hangs: nobody writes to this pipe, and whoever opens it waits.
    execFileSync('mkfifo', [join(path, NAME)]);
    const hangs = files.open(NAME, 0, 4);
    const waits = files.write(LATER, 0, BYTES);
    expect(await files.known()).toMatchObject({ ok: true, value: { name: path } });
    const other = temporary();
    expect(await files.choose(other)).toMatchObject({ ok: true, value: { name: other } });
    expect(await copyInto(files, LATER)).toEqual({ ok: true, value: true });
    expect(readdirSync(other)).toEqual([LATER]);
    expect(await files.forget()).toEqual({ ok: true, value: true });
    expect(await files.known()).toEqual({ ok: true, value: null });
    closeSync(openSync(join(path, NAME), constants.O_WRONLY | constants.O_NONBLOCK));
    await hangs;
    // It was for the folder that is not chosen any more.
    expect(await waits).toMatchObject({ ok: false });
    expect(readdirSync(path)).toEqual([NAME]);
  },
  15_000,
);

test('[COPY-5] what a kill left of a copy in the folder goes with the next one, and nothing else does', async () => {
  const path = temporary();
  const record = join(temporary(), 'folder.json');
  const killed = folderFilesIn(record);
  await killed.choose(path);
  await killed.write(NAME, 0, BYTES);
  const theirs = `${NAME.replace('29', '28')}.part`;
  writeFileSync(join(path, theirs), 'another computer is at it');
  const files = folderFilesIn(record);
  await files.write(LATER, 0, BYTES);
  await files.write(ASKED, 0, BYTES);
  expect(readdirSync(path).sort()).toEqual([theirs, `${LATER}.part`, `${ASKED}.part`].sort());
  await files.keep(LATER);
  await files.drop(ASKED);
  await copyInto(files, NAME);
  expect(readdirSync(path).sort()).toEqual([theirs, LATER, NAME].sort());
});

test('[COPY-16] names that lead elsewhere, and links, are refused', async () => {
  const { path, files } = await chosen();
  for (const name of ['../x.rounds', `a/${NAME}`, 'thesis.docx', `${NAME}/..`]) {
    expect(await files.write(name, 0, BYTES)).toMatchObject({ ok: false });
    expect(await files.remove(name)).toMatchObject({ ok: false });
  }
  expect(readdirSync(path)).toEqual([]);
});

const isRoot = process.getuid?.() === 0;

test.runIf(!isRoot && process.platform !== 'win32')(
  '[COPY-16] a read-only folder is said',
  async () => {
    const { path, files } = await chosen();
    chmodSync(path, 0o500);
    expect(await copyInto(files, NAME)).toMatchObject({
      ok: false,
      problem: { what: expect.stringContaining('read-only') },
    });
    chmodSync(path, 0o700);
    expect(readdirSync(path)).toEqual([]);
  },
);

/** A small disk of its own, where this user may mount one; `options` as mount has them. */
function smallDisk(options: string): string | undefined {
  const path = temporary();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    try {
      execFileSync('umount', ['-l', path], { stdio: 'ignore' });
    } catch {
      // It was unplugged by the test.
    }
  });
  return path;
}

test('[COPY-16] a full disk, one that turned read-only and one that is pulled out are said; earlier copies stay', async ({
  skip,
}) => {
  const path = smallDisk('size=64k');
  if (path === undefined) return skip('no disk can be mounted here');
  const files = folderFilesIn(join(temporary(), 'folder.json'));
  await files.choose(path);
  await copyInto(files, NAME);
  const full = await files.write(LATER, 0, new Uint8Array(256 * 1024));
  expect(full).toMatchObject({ ok: false, problem: { what: expect.stringContaining('is full') } });
  await files.drop(LATER);
  expect(await files.list()).toMatchObject({ ok: true, value: [{ name: NAME, isOurs: true }] });
  execFileSync('mount', ['-o', 'remount,ro', path]);
  expect(await copyInto(files, LATER)).toMatchObject({
    ok: false,
    problem: { what: expect.stringContaining('read-only') },
  });
  execFileSync('mount', ['-o', 'remount,rw', path]);
  await files.write(LATER, 0, BYTES);
  execFileSync('umount', [path]);
  // Its place is there, and empty.
  expect(await files.keep(LATER)).toMatchObject({ ok: false });
  expect(await files.list()).toMatchObject({
    ok: false,
    problem: { what: expect.stringContaining('another disk') },
  });
  expect(readdirSync(path)).toEqual([]);
});
