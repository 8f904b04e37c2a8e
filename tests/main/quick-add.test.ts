import { expect, test, vi } from 'vitest';
import { startMain, windowOf } from './start-main.ts';

const SHORTCUT = 'CommandOrControl+Alt+Shift+A';

test('[SHELL-20] the shortcut brings the window to the front with an empty note', async () => {
  const started = await startMain();
  const window = windowOf(started);
  window.minimized = true;
  started.shortcuts.get(SHORTCUT)?.();
  expect([window.minimized, window.visible, window.focused]).toEqual([false, true, true]);
  expect(window.webContents.sent.map(({ args }) => args[0])).toEqual(['add']);
});

test('[SHELL-20] a shortcut that another program has is done without', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const started = await startMain({ takenShortcuts: [SHORTCUT] });
  expect(started.shortcuts.size).toBe(0);
  expect(windowOf(started)).toBeDefined();
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});

test('[SHELL-20] where the last window was closed, as on a Mac, one opens with an empty note', async () => {
  const started = await startMain();
  const press = started.shortcuts.get(SHORTCUT);
  await windowOf(started).close();
  press?.();
  expect(started.windows).toHaveLength(2);
  expect(started.windows[1]?.loaded).toEqual(['app://rounds/index.html#/add']);
});

test('[SHELL-20] pressed while the page is still being loaded, it is told when it is there', async () => {
  const started = await startMain();
  const { webContents } = windowOf(started);
  webContents.loading = true;
  started.shortcuts.get(SHORTCUT)?.();
  expect(webContents.sent).toEqual([]);
  webContents.loading = false;
  webContents.emit('did-finish-load');
  webContents.emit('did-finish-load');
  expect(webContents.sent.map(({ args }) => args[0])).toEqual(['add']);
});
