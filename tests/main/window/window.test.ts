import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { guarded } from '../../../src/main/window/guard.ts';
import { startMain, temporaryFolder, windowOf } from '../start-main.ts';
import { waitUntil } from '../../support/wait-for.ts';

const strong = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
} as const;

test('[SHELL-3] the window is sandboxed, isolated and without Node, and its preload script exists', async () => {
  const preferences = windowOf(await startMain()).options.webPreferences as { preload: string };
  expect(preferences).toMatchObject(strong);
  for (const name of ['webviewTag', 'allowRunningInsecureContent', 'experimentalFeatures']) {
    expect(preferences).not.toHaveProperty(name);
  }
  expect(preferences.preload).toMatch(/preload[\\/]index\.cjs$/);
  expect(existsSync(preferences.preload)).toBe(true);
});

test.each([
  [{ sandbox: false }, 'sandbox must be true'],
  [{ contextIsolation: false }, 'contextIsolation must be true'],
  [{ nodeIntegration: true }, 'nodeIntegration must be false'],
  [{ webSecurity: false }, 'webSecurity must be true'],
  [{ nodeIntegrationInWorker: true }, 'nodeIntegrationInWorker must not be set'],
  [{ nodeIntegrationInSubFrames: true }, 'nodeIntegrationInSubFrames must not be set'],
  [{ webviewTag: true }, 'webviewTag must not be set'],
  [{ allowRunningInsecureContent: true }, 'allowRunningInsecureContent must not be set'],
  [{ experimentalFeatures: true }, 'experimentalFeatures must not be set'],
  [{ enableBlinkFeatures: 'WebBluetooth' }, 'enableBlinkFeatures must not be set'],
])('[SHELL-4] the guard refuses %o', (weak, reason) => {
  expect(() => guarded({ ...strong, ...weak })).toThrow(reason);
});

test('[SHELL-4] the guard takes no default for granted, and names every weak setting', () => {
  expect(() => guarded({ webviewTag: true })).toThrow(
    /sandbox .*contextIsolation .*nodeIntegration .*webSecurity .*webviewTag/,
  );
  expect(guarded(strong)).toEqual(strong);
});

test('[SHELL-14] a second Rounds opens no window, registers nothing and quits', async () => {
  const standIn = await startMain({ first: false });
  expect(standIn.quit).toBe(true);
  expect(standIn.windows).toEqual([]);
  expect(standIn.handlers.size).toBe(0);
});

test('[SHELL-14] when a second Rounds was started, the first one’s window comes to the front', async () => {
  const standIn = await startMain();
  const window = windowOf(standIn);
  window.minimized = true;
  const { app } = await import('../electron-stand-in.ts');
  app.emit('second-instance', {}, [], '');
  expect([window.minimized, window.visible, window.focused]).toEqual([false, true, true]);
});

test('[SHELL-15] the window opens where and as large as it was', async () => {
  const userData = await temporaryFolder();
  const first = windowOf(await startMain({ userData }));
  first.place({ x: 40, y: 60, width: 900, height: 700 });
  await first.close();
  expect(windowOf(await startMain({ userData })).bounds).toEqual({
    x: 40,
    y: 60,
    width: 900,
    height: 700,
  });
});

test('[SHELL-15] a place is written shortly after it changed, without closing', async () => {
  const userData = await temporaryFolder();
  windowOf(await startMain({ userData })).place({ x: 1, y: 2, width: 800, height: 600 });
  const file = join(userData, 'window-state.json');
  await waitUntil(() => existsSync(file));
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    x: 1,
    y: 2,
    width: 800,
    height: 600,
    maximized: false,
  });
});

test('[SHELL-15] a maximised window opens maximised, and knows its smaller size', async () => {
  const userData = await temporaryFolder();
  const first = windowOf(await startMain({ userData }));
  first.place({ x: 10, y: 20, width: 820, height: 620 });
  first.maximize();
  await first.close();
  const second = windowOf(await startMain({ userData }));
  expect(second.maximized).toBe(true);
  expect(second.bounds).toEqual({ x: 10, y: 20, width: 820, height: 620 });
});

test('[SHELL-15] a window that was on a display now gone opens centred, and fits the display', async () => {
  const userData = await temporaryFolder();
  const state = { x: 5000, y: 100, width: 3000, height: 2000, maximized: false };
  await writeFile(join(userData, 'window-state.json'), JSON.stringify(state));
  const { options } = windowOf(await startMain({ userData }));
  expect(options).not.toHaveProperty('x');
  expect(options).toMatchObject({ width: 1920, height: 1040 });
});

test.each([
  ['', 'empty'],
  ['{"x": 1', 'cut off'],
  ['null', 'null'],
  ['{"x":"1","y":2,"width":3,"height":4,"maximized":false}', 'of wrong types'],
  ['{"x":1,"y":2,"width":-5,"height":1e99,"maximized":false}', 'of impossible sizes'],
])('[SHELL-15] a record that is damaged is ignored: %j (%s)', async (text) => {
  const userData = await temporaryFolder();
  await writeFile(join(userData, 'window-state.json'), text);
  const { options } = windowOf(await startMain({ userData }));
  expect(options).toMatchObject({ width: 1080, height: 760 });
});

test('[SHELL-15] a folder that cannot be written is no reason to fail', async () => {
  const userData = join(await temporaryFolder(), 'missing');
  const window = windowOf(await startMain({ userData }));
  window.place({ x: 1, y: 2, width: 800, height: 600 });
  await window.close();
  expect(window.destroyed).toBe(true);
});

test('[SHELL-16] a page that ended is loaded again three times, then the person is asked', async () => {
  const standIn = await startMain();
  const window = windowOf(standIn);
  const crash = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  standIn.dialogAnswers.push({ response: 0 }, { response: 1 });
  for (let count = 1; count <= 3; count += 1) crash();
  expect(window.loaded).toHaveLength(4);
  expect(standIn.dialogsShown).toEqual([]);
  crash();
  await waitUntil(() => window.loaded.length === 5);
  expect(standIn.dialogsShown[0]?.options.detail).toContain('Every saved review is kept');
  crash();
  await waitUntil(() => standIn.quit);
  expect(window.loaded).toHaveLength(5);
});

test('[SHELL-16] a page that ended cleanly is left alone', async () => {
  const window = windowOf(await startMain());
  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  expect(window.loaded).toHaveLength(1);
});

test.skipIf(process.platform === 'darwin')('[SHELL-18] closing the last window quits', async () => {
  const standIn = await startMain();
  await windowOf(standIn).close();
  expect(standIn.quit).toBe(true);
});

test('[SHELL-18] the system’s icon opens a window where there is none', async () => {
  const standIn = await startMain();
  const { app } = await import('../electron-stand-in.ts');
  app.emit('activate');
  expect(standIn.windows).toHaveLength(1);
  await windowOf(standIn).close();
  app.emit('activate');
  expect(standIn.windows).toHaveLength(2);
});

test('[SHELL-19] the background follows the system, before the first frame and later', async () => {
  const standIn = await startMain({ dark: true });
  const window = windowOf(standIn);
  const night = window.backgroundColor;
  expect(night).toMatch(/^#[012]/);
  const { nativeTheme } = await import('../electron-stand-in.ts');
  standIn.options.dark = false;
  nativeTheme.emit('updated');
  expect(window.backgroundColor).toMatch(/^#f/);
});

test('from a checkout, ROUNDS_USER_DATA names the folder; a packaged Rounds ignores it', async () => {
  const other = await temporaryFolder();
  vi.stubEnv('ROUNDS_USER_DATA', other);
  await startMain();
  const electron = await import('../electron-stand-in.ts');
  expect(electron.app.getPath('userData')).toBe(other);
  const packaged = await startMain({ packaged: true });
  const again = await import('../electron-stand-in.ts');
  expect(again.app.getPath('userData')).toBe(packaged.options.userData);
});
