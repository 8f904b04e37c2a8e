import { execFileSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { answersOf, type Channel, channels } from '../../src/platform/desktop-api.ts';
import { onSmallDisk } from '../small-disk.ts';
import { ownFrame, type StandIn, startMain, temporaryFolder } from './start-main.ts';

const refused = { ok: false, problem: { what: expect.stringContaining('refused') } };

/** Calls as Rounds' own page does; the answer must be one that the contract allows. */
async function ask(standIn: StandIn, channel: Channel, ...args: unknown[]) {
  return answersOf[channel].parse(await standIn.invoke(channels[channel], ownFrame, ...args));
}

test('[SHELL-11] main answers exactly the channels of the contract', async () => {
  const standIn = await startMain();
  expect([...standIn.handlers.keys()].sort()).toEqual(Object.values(channels).sort());
});

test.each<[string, Channel, unknown[]]>([
  ['an argument too many', 'openedFiles', ['../../etc/passwd']],
  ['a path for a number', 'openedRead', ['../../etc/passwd', 0, 10]],
  ['more than a piece', 'openedRead', [0, 0, 5_000_000]],
  ['no arguments', 'saveTextFile', []],
  ['an argument too few', 'saveTextFile', ['a.txt']],
  ['a number for text', 'saveTextFile', ['a.txt', 5]],
  ['an object for text', 'saveTextFile', ['a.txt', { toString: 'x' }]],
  ['null for a name', 'saveTextFile', [null, '']],
  ['an empty name', 'saveTextFile', ['', '']],
  ['a name of a thousand characters', 'saveTextFile', ['a'.repeat(1000), '']],
  ['an array for an address', 'openExternal', [['https://example.org']]],
  ['a path out of the journal', 'journalRead', ['../../etc/passwd', 0]],
  ['a path of another shape', 'journalPut', ['media/x', new Uint8Array(1)]],
  ['a place below 0', 'journalRead', [`media/${'a'.repeat(64)}`, -1]],
  ['text for bytes', 'journalPut', [`media/${'a'.repeat(64)}`, 'text']],
  ['an endless address', 'openExternal', [`https://example.org/${'a'.repeat(5000)}`]],
])('[SHELL-11] a call with %s is refused, and main lives on', async (_what, channel, args) => {
  const standIn = await startMain();
  expect(await ask(standIn, channel, ...args)).toMatchObject(refused);
  expect(standIn.dialogsShown).toEqual([]);
  expect(await ask(standIn, 'openExternal', 'https://example.org')).toEqual({
    ok: true,
    value: true,
  });
});

test('[SHELL-11] a call of 100 MB is refused, and main lives on', async () => {
  const standIn = await startMain();
  const text = 'x'.repeat(100 * 1024 * 1024);
  expect(await ask(standIn, 'saveTextFile', 'large.txt', text)).toMatchObject(refused);
  standIn.dialogAnswers.push({ canceled: true, filePath: '' });
  expect(await ask(standIn, 'saveTextFile', 'a.txt', 'small')).toEqual({ ok: true, value: false });
});

test.each([
  ['no frame at all', null],
  ['a frame within the page', { ...ownFrame, parent: {} }],
  ['another site', { url: 'https://example.org/', parent: null }],
  ['another host of the scheme', { url: 'app://rounds.evil/index.html', parent: null }],
  ['a host that begins alike', { url: 'app://rounds@evil/index.html', parent: null }],
  ['an empty page', { url: 'about:blank', parent: null }],
  ['a file', { url: 'file:///index.html', parent: null }],
  ['the card document', { url: 'app://rounds/card.html', parent: null }],
  ['no address', { url: '', parent: null }],
])('[SHELL-11] a call from %s is refused', async (_whom, frame) => {
  const standIn = await startMain();
  const answer = await standIn.invoke(channels.openExternal, frame, 'https://example.org');
  expect(answer).toMatchObject(refused);
  expect(standIn.openedOutside).toEqual([]);
});

test('[SHELL-11] the development server is a sender in a checkout only', async () => {
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173');
  const frame = { url: 'http://localhost:5173/', parent: null };
  const invoke = async (packaged: boolean) =>
    (await startMain({ packaged })).invoke(channels.openExternal, frame, 'https://example.org');
  expect(await invoke(false)).toEqual({ ok: true, value: true });
  expect(await invoke(true)).toMatchObject(refused);
});

test('[SHELL-11] an error inside main becomes a problem, and main lives on', async () => {
  const standIn = await startMain();
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  // No answer is queued, so the dialog itself throws.
  const answer = await ask(standIn, 'folderChoose');
  expect(answer).toMatchObject({ ok: false, problem: { kept: 'Your cards are as they were.' } });
  expect(logged).toHaveBeenCalledOnce();
  expect(await ask(standIn, 'openExternal', 'https://example.org')).toMatchObject({ ok: true });
});

test('[SHELL-13] saving writes the whole file and leaves nothing else behind', async () => {
  const standIn = await startMain();
  const folder = await temporaryFolder();
  const filePath = join(folder, 'deck.md');
  await writeFile(filePath, 'earlier');
  standIn.dialogAnswers.push({ canceled: false, filePath });
  expect(await ask(standIn, 'saveTextFile', 'deck.md', 'später')).toEqual({
    ok: true,
    value: true,
  });
  expect(await readFile(filePath, 'utf8')).toBe('später');
  expect(await readdir(folder)).toEqual(['deck.md']);
});

/** Saves to `filePath` by the dialog. */
function save(standIn: StandIn, filePath: string) {
  standIn.dialogAnswers.push({ canceled: false, filePath });
  return ask(standIn, 'saveTextFile', 'deck.md', 'text');
}
const onUnix = test.skipIf(process.platform === 'win32');
const saved = { ok: true, value: true };

onUnix.each([0o600, 0o644, 0o640, 0o755])(
  '[SHELL-29] a saved file keeps its mode: %o',
  async (mode) => {
    const filePath = join(await temporaryFolder(), 'deck.md');
    await writeFile(filePath, 'earlier');
    await chmod(filePath, mode);
    expect(await save(await startMain(), filePath)).toEqual(saved);
    expect((await stat(filePath)).mode & 0o7777).toBe(mode);
    expect(await readFile(filePath, 'utf8')).toBe('text');
  },
);

onUnix('[SHELL-29] what is a link stays one, and what it leads to is written', async () => {
  const standIn = await startMain();
  const folder = await temporaryFolder();
  const [file, short, long, ahead] = ['file.md', 'short', 'long', 'ahead'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  await writeFile(file, 'earlier', { mode: 0o600 });
  await symlink('file.md', short);
  await symlink(short, long);
  await symlink('not-there-yet.md', ahead);
  expect(await save(standIn, long)).toEqual(saved);
  expect(await save(standIn, ahead)).toEqual(saved);
  for (const each of [short, long, ahead]) expect((await lstat(each)).isSymbolicLink()).toBe(true);
  expect(await readFile(file, 'utf8')).toBe('text');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(join(folder, 'not-there-yet.md'), 'utf8')).toBe('text');
  const names = ['ahead', 'file.md', 'long', 'not-there-yet.md', 'short'];
  expect((await readdir(folder)).sort()).toEqual(names);
});

onUnix('[SHELL-29] links in a circle are refused in words', async () => {
  const folder = await temporaryFolder();
  await symlink(join(folder, 'b'), join(folder, 'a'));
  await symlink(join(folder, 'a'), join(folder, 'b'));
  expect(await save(await startMain(), join(folder, 'a'))).toMatchObject({ ok: false });
  expect((await readdir(folder)).sort()).toEqual(['a', 'b']);
});

onUnix('[SHELL-29] the other names of a file stay names of it', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.md'), 'a longer text of before');
  await link(join(folder, 'a.md'), join(folder, 'b.md'));
  expect(await save(await startMain(), join(folder, 'a.md'))).toEqual(saved);
  expect(await readFile(join(folder, 'b.md'), 'utf8')).toBe('text');
  expect((await readdir(folder)).sort()).toEqual(['a.md', 'b.md']);
});

onUnix.each([
  ['214 letters', `${'a'.repeat(211)}.md`],
  ['255 letters', `${'a'.repeat(252)}.md`],
  ['255 bytes in 87 letters', `${'腎'.repeat(84)}.md`],
])('[SHELL-29] a name of %s can be saved', async (_, name) => {
  const filePath = join(await temporaryFolder(), name);
  expect(await save(await startMain(), filePath)).toEqual(saved);
  expect(await readFile(filePath, 'utf8')).toBe('text');
});

onUnix(
  '[SHELL-29] a name longer than the disk takes is refused in words, and cut where it is suggested',
  async () => {
    const standIn = await startMain();
    const folder = await temporaryFolder();
    expect(await save(standIn, join(folder, `${'腎'.repeat(85)}.md`))).toMatchObject({
      ok: false,
      problem: { todo: expect.stringContaining('shorter') },
    });
    expect(await readdir(folder)).toEqual([]);
    standIn.dialogAnswers.push({ canceled: true, filePath: '' });
    await ask(standIn, 'saveTextFile', `${'🫀'.repeat(100)}.md`, 'text');
    expect(standIn.dialogsShown.at(-1)?.options.defaultPath).toBe(`${'🫀'.repeat(63)}.md`);
  },
);

onUnix('[SHELL-29] a pipe, a folder and a device are not replaced', async () => {
  const standIn = await startMain();
  const folder = await temporaryFolder();
  const pipe = join(folder, 'pipe.md');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, folder, '/dev/null', '/dev/zero']) {
    const problem = { what: expect.stringContaining('is no file') };
    expect(await save(standIn, path)).toMatchObject({ ok: false, problem });
  }
  expect((await lstat(pipe)).isFIFO()).toBe(true);
  expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true);
});

onUnix(
  '[SHELL-13] a file with several names is as it was where the disk has no room for the longer text',
  (context) =>
    onSmallDisk(context, 3, async (folder) => {
      const earlier = 'a'.repeat(500_000);
      await writeFile(join(folder, 'a.md'), earlier);
      await link(join(folder, 'a.md'), join(folder, 'b.md'));
      const standIn = await startMain();
      standIn.dialogAnswers.push({ canceled: false, filePath: join(folder, 'a.md') });
      // Beside the file there is room for it once, and not for what the file would grow by as well.
      expect(await ask(standIn, 'saveTextFile', 'a.md', 'b'.repeat(1_800_000))).toMatchObject({
        ok: false,
        problem: { kept: expect.stringContaining('unchanged') },
      });
      expect((await readFile(join(folder, 'b.md'), 'utf8')) === earlier).toBe(true);
      expect((await readdir(folder)).sort()).toEqual(['a.md', 'b.md']);
    }),
);

test('[SHELL-13] choosing nothing saves nothing', async () => {
  const standIn = await startMain();
  standIn.dialogAnswers.push({ canceled: true, filePath: '' });
  expect(await ask(standIn, 'saveTextFile', 'deck.md', 'text')).toEqual({ ok: true, value: false });
});

test('[SHELL-13] the suggested name has no folder, whatever the page says', async () => {
  const standIn = await startMain();
  standIn.dialogAnswers.push({ canceled: true, filePath: '' });
  await ask(standIn, 'saveTextFile', '../../.bashrc', 'text');
  expect(standIn.dialogsShown[0]?.options.defaultPath).toBe('.bashrc');
});

test('[SHELL-13] where the disk refuses, the earlier file is unchanged and the person is told', async () => {
  const standIn = await startMain();
  const folder = await temporaryFolder();
  // A folder in the file's place: the rename must fail, after the new text was written beside it.
  const filePath = join(folder, 'deck.md');
  await mkdir(join(filePath, 'kept'), { recursive: true });
  standIn.dialogAnswers.push({ canceled: false, filePath });
  expect(await ask(standIn, 'saveTextFile', 'deck.md', 'text')).toMatchObject({
    ok: false,
    problem: { kept: expect.stringContaining('unchanged') },
  });
  expect(await readdir(folder)).toEqual(['deck.md']);
  expect(await readdir(filePath)).toEqual(['kept']);
});

test('[JOURNAL-7] the page reaches the journal through main, in the program’s own folder', async () => {
  const userData = await temporaryFolder();
  const standIn = await startMain({ userData });
  const path = 'journal/device-a/0000000000.jsonl';
  const bytes = new TextEncoder().encode('a line\n');
  expect(await ask(standIn, 'journalAppend', path, 0, bytes)).toEqual({ ok: true, value: true });
  expect(await ask(standIn, 'journalList', 'journal')).toEqual({
    ok: true,
    value: [{ path, bytes: bytes.length }],
  });
  expect(await ask(standIn, 'journalRead', path, 2)).toEqual({ ok: true, value: bytes.slice(2) });
  expect(await readFile(join(userData, 'second-copy', path), 'utf8')).toBe('a line\n');
  const free = await ask(standIn, 'freeBytes');
  expect(free).toMatchObject({ ok: true, value: expect.any(Number) });
});

test.each([
  ['http://example.org/'],
  ['file:///etc/passwd'],
  ['javascript:alert(1)'],
  ['https://user:secret@example.org/'],
  ['ms-settings:'],
  ['https://127.0.0.1:4747/'],
  ['https://0x7f.1/'],
  ['https://[::ffff:10.0.0.1]/'],
  ['https://100.64.1.1/'],
  ['https://224.0.0.1/'],
  ['https://router/'],
  ['not an address'],
])('[SHELL-8] %s is not handed to the system', async (address) => {
  const standIn = await startMain();
  expect(await ask(standIn, 'openExternal', address)).toEqual({ ok: true, value: false });
  expect(standIn.openedOutside).toEqual([]);
});

test('[SHELL-8] an https address is handed to the system, in its parsed form', async () => {
  const standIn = await startMain();
  await ask(standIn, 'openExternal', 'HTTPS://doi.org/10.1159/000109933');
  expect(standIn.openedOutside).toEqual(['https://doi.org/10.1159/000109933']);
});
