import { expect, test } from 'vitest';
import { COMMAND_CHANNEL, menuCommand } from '../../src/platform/desktop-api.ts';
import { menuCommands, NATIVE_MENU } from '../../src/platform/native-menu.ts';
import type { MenuItem } from './electron-stand-in.ts';
import { startMain, windowOf } from './start-main.ts';

const itemsOf = (menu: MenuItem[]): MenuItem[] =>
  menu.flatMap((item) => [item, ...itemsOf(item.submenu ?? [])]);

test('[SHELL-17] every command of the contract is in the menu once, and reaches the page', async () => {
  const standIn = await startMain();
  for (const item of itemsOf(standIn.menu)) item.click?.();
  const { sent } = windowOf(standIn).webContents;
  expect(sent.every(({ channel }) => channel === COMMAND_CHANNEL)).toBe(true);
  const commands = sent.map(({ args }) => menuCommand.parse(args[0]));
  expect(commands.sort()).toEqual([...menuCommands].sort());
});

test('[SHELL-17] what is on the list that page and main share is what the menu says, in its order', async () => {
  const standIn = await startMain();
  for (const [title, menu] of [
    ['&File', 'file'],
    ['&Study', 'study'],
  ]) {
    const wanted = Object.values(NATIVE_MENU).filter((item) => item.menu === menu);
    const items = standIn.menu.find(({ label }) => label === title)?.submenu ?? [];
    const labels = items.flatMap(({ label }) => label ?? []);
    expect(labels.slice(0, wanted.length)).toEqual(wanted.map(({ label }) => label));
  }
});

test('[SHELL-17] the usual items and shortcuts are there', async () => {
  const { menu } = await startMain();
  const items = itemsOf(menu);
  const roles = items.map(({ role }) => role);
  for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit', 'about']) {
    expect(roles).toContain(role);
  }
  for (const role of ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'help']) {
    expect(roles).toContain(role);
  }
  const shortcuts = items.flatMap(({ accelerator }) => accelerator ?? []);
  expect(shortcuts.sort()).toEqual(['CmdOrCtrl+,', 'CmdOrCtrl+N', 'CmdOrCtrl+O']);
  const labels = menu.map(({ label, role }) => label ?? role);
  expect(labels).toEqual(expect.arrayContaining(['&File', '&Edit', '&View', '&Study', 'help']));
});

test('[SHELL-17] a packaged Rounds has neither reload nor developer tools', async () => {
  const roles = async (packaged: boolean) => {
    const standIn = await startMain({ packaged });
    const { devTools } = windowOf(standIn).options.webPreferences as { devTools: boolean };
    return [devTools, ...itemsOf(standIn.menu).map(({ role }) => role)];
  };
  expect(await roles(false)).toEqual(expect.arrayContaining([true, 'reload', 'toggleDevTools']));
  const packaged = await roles(true);
  expect(packaged[0]).toBe(false);
  for (const role of ['reload', 'forceReload', 'toggleDevTools']) {
    expect(packaged).not.toContain(role);
  }
});

test('[SHELL-17] a command without a window is no error', async () => {
  const standIn = await startMain();
  await windowOf(standIn).close();
  for (const item of itemsOf(standIn.menu)) expect(() => item.click?.()).not.toThrow();
});
