import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { answersOf, channels, type HandedFile } from '../../src/platform/desktop-api.ts';
import { ownFrame, type StandIn, startMain, temporaryFolder, windowOf } from './start-main.ts';

const line = process.argv;
afterEach(() => {
  process.argv = line;
});

async function openedFiles(standIn: StandIn): Promise<readonly HandedFile[]> {
  const answer = answersOf.openedFiles.parse(await standIn.invoke(channels.openedFiles, ownFrame));
  if (!answer.ok) throw new Error(answer.problem.what);
  return answer.value;
}

async function read(standIn: StandIn, id: number, from: number, length: number) {
  return answersOf.openedRead.parse(
    await standIn.invoke(channels.openedRead, ownFrame, id, from, length),
  );
}

const commands = (standIn: StandIn): unknown[] =>
  windowOf(standIn).webContents.sent.map(({ args }) => args[0]);

/** As the system tells of a file; whether the program took it upon itself. */
async function openFile(path: string): Promise<boolean> {
  const { app } = await import('./electron-stand-in.ts');
  let isTaken = false;
  const event = {
    preventDefault: () => {
      isTaken = true;
    },
  };
  app.emit('open-file', event, path);
  return isTaken;
}

test('[SHELL-12] files on the command line wait for the page, which reads them in pieces, once', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'Anatomie für Anfänger.apkg');
  await writeFile(path, 'abcdefgh');
  process.argv = ['rounds', '.', '--inspect', 'main.js', path, join(folder, 'B.CSV')];
  const standIn = await startMain();
  expect(await openedFiles(standIn)).toEqual([
    { id: 0, name: 'Anatomie für Anfänger.apkg' },
    { id: 1, name: 'B.CSV' },
  ]);
  expect(await openedFiles(standIn)).toEqual([]);
  const piece = await read(standIn, 0, 2, 3);
  expect(piece.ok && new TextDecoder().decode(piece.value)).toBe('cde');
  const last = await read(standIn, 0, 6, 4);
  expect(last.ok && last.value.length).toBe(2);
});

test('[SHELL-12] a file that is named by its address, as file managers of Linux do, is opened like any other', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'Herz & Lunge 100 %.rounds');
  await writeFile(path, 'abc');
  const address = pathToFileURL(path).href;
  process.argv = ['rounds', address, 'file://another-computer/lung.apkg', 'file:///%zz.apkg'];
  const standIn = await startMain();
  const { app } = await import('./electron-stand-in.ts');
  app.emit('second-instance', {}, ['rounds', address, 'https://rounds.app/lung.apkg'], '/home/me');
  const opened = await openedFiles(standIn);
  expect(opened.map(({ name }) => name).filter((name) => name === basename(path))).toHaveLength(2);
  for (const { id } of opened.filter(({ name }) => name === basename(path))) {
    const piece = await read(standIn, id, 0, 3);
    expect(piece.ok && new TextDecoder().decode(piece.value)).toBe('abc');
  }
});

test('[SHELL-12] a second start, and the system itself, bring files to the window that is open', async () => {
  const standIn = await startMain();
  const { app } = await import('./electron-stand-in.ts');
  app.emit('second-instance', {}, ['rounds', '--flag', 'heart.colpkg'], '/home/me');
  expect(commands(standIn)).toEqual(['import']);
  expect(await openFile('/home/me/lung.rounds')).toBe(true);
  expect(commands(standIn)).toEqual(['import', 'import']);
  expect((await openedFiles(standIn)).map(({ name }) => name)).toEqual([
    'heart.colpkg',
    'lung.rounds',
  ]);
  app.emit('second-instance', {}, ['rounds', '--flag'], '/home/me');
  expect(commands(standIn)).toHaveLength(2);
});

test('[SHELL-12] where the last window was closed, as on a Mac, one opens at the import', async () => {
  const standIn = await startMain();
  await windowOf(standIn).close();
  await openFile('/home/me/lung.apkg');
  expect(standIn.windows[1]?.loaded).toEqual(['app://rounds/index.html#/import']);
});

test('[SHELL-12] what was not opened is not read, and what cannot be read is a problem in words', async () => {
  const standIn = await startMain();
  const folder = await temporaryFolder();
  const problemOf = async (path: string) => {
    await openFile(path);
    const [file] = await openedFiles(standIn);
    return read(standIn, file?.id ?? -1, 0, 10);
  };
  expect(await read(standIn, 0, 0, 10)).toMatchObject({ ok: false });
  expect(await problemOf(join(folder, 'gone.md'))).toMatchObject({
    ok: false,
    problem: { what: '“gone.md” could not be read (ENOENT).' },
  });
  await mkdir(join(folder, 'folder.md'));
  const noFile = { ok: false, problem: { what: expect.stringContaining('is no file') } };
  expect(await problemOf(join(folder, 'folder.md'))).toMatchObject(noFile);
  if (process.platform === 'win32') return;
  const pipe = join(folder, 'pipe.md');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, '/dev/null', '/dev/zero']) {
    expect(await problemOf(path), basename(path)).toMatchObject(noFile);
  }
});

test.skipIf(process.platform !== 'linux')(
  '[SHELL-12] a file whose size reads 0 is read as far as it goes',
  async () => {
    const standIn = await startMain();
    await openFile('/proc/version');
    const piece = await read(standIn, 0, 0, 4000);
    const text = piece.ok && new TextDecoder().decode(piece.value);
    expect(text).toBe(await readFile('/proc/version', 'utf8'));
  },
);
