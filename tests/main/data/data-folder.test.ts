import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { waitUntil } from '../../support/wait-for.ts';
import { dataFolder, type Start, writable } from '../../../src/main/data/data-folder.ts';
import { startMain, temporaryFolder } from '../start-main.ts';

const portable: Start = {
  platform: 'win32',
  isPackaged: true,
  environment: {
    PORTABLE_EXECUTABLE_DIR: 'E:\\Study',
    PORTABLE_EXECUTABLE_FILE: 'E:\\Study\\Rounds-0.1.0-portable-x64.exe',
    PORTABLE_EXECUTABLE_APP_FILENAME: 'rounds',
  },
};
const withEnvironment = (more: Start['environment'], rest: Partial<Start> = {}) =>
  dataFolder({ ...portable, ...rest, environment: { ...portable.environment, ...more } });

test('[SHELL-41] the portable program for Windows keeps its cards in a folder beside itself', () => {
  expect(dataFolder(portable)).toBe('E:\\Study\\Rounds data');
  expect(withEnvironment({ PORTABLE_EXECUTABLE_DIR: '\\\\clinic\\home\\me' })).toBe(
    '\\\\clinic\\home\\me\\Rounds data',
  );
});

test('[SHELL-41] an installed Rounds that another portable program started keeps its own place', () => {
  expect(withEnvironment({ PORTABLE_EXECUTABLE_APP_FILENAME: 'notes' })).toBeUndefined();
  expect(withEnvironment({ PORTABLE_EXECUTABLE_APP_FILENAME: undefined })).toBeUndefined();
  expect(withEnvironment({ PORTABLE_EXECUTABLE_DIR: '' })).toBeUndefined();
  expect(withEnvironment({ PORTABLE_EXECUTABLE_DIR: 'Study' })).toBeUndefined();
  expect(withEnvironment({}, { platform: 'linux' })).toBeUndefined();
  expect(withEnvironment({}, { isPackaged: false })).toBeUndefined();
});

test('[SHELL-41] a folder that cannot be written is a problem that names it, and leaves nothing', async () => {
  const folder = await temporaryFolder();
  const free = join(folder, 'Rounds data');
  expect(writable(free)).toEqual({ ok: true, value: undefined });
  expect(await readdir(free)).toEqual([]);
  // Where a file has the name no folder can be made, also for an administrator.
  await writeFile(join(folder, 'file'), '');
  const answer = writable(join(folder, 'file', 'Rounds data'));
  expect(!answer.ok && answer.problem.what).toContain(join(folder, 'file', 'Rounds data'));
});

test('[SHELL-42] an installed Rounds without its sandbox says so and ends, and touches nothing', async () => {
  const standIn = await startMain({ packaged: true, switches: ['no-sandbox'] }, { opens: false });
  await waitUntil(() => standIn.exitCode !== undefined);
  expect(standIn.exitCode).toBe(1);
  expect(standIn.dialogsShown.map(({ kind }) => kind)).toEqual(['error']);
  expect(String(standIn.dialogsShown[0]?.options.text)).toMatch(/without its sandbox.*\.deb/);
  expect(standIn.windows).toEqual([]);
  expect(await readdir(standIn.options.userData)).toEqual([]);
});
