import { expect, test } from 'vitest';
import type { DesktopApi } from '../../src/platform/desktop-api.ts';
import { createElectronPlatform } from '../../src/platform/electron.ts';
import type { MenuCommand } from '../../src/platform/native-menu.ts';

/** Main's side of the bridge: `press` is a press of a shortcut, or a choice in the menu. */
function bridge() {
  const listeners = new Set<(command: MenuCommand) => void>();
  const desktop = {
    onCommand(listener: (command: MenuCommand) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as DesktopApi;
  const press = (command: MenuCommand) => [...listeners].map((listener) => listener(command));
  return { desktop, press, listeners };
}

test('[SHELL-20] what is asked for while the program starts is done when its screen is there, the last of it', () => {
  const { desktop, press, listeners } = bridge();
  const platform = createElectronPlatform(desktop);
  press('library');
  press('add');
  press('undo');
  const received: MenuCommand[] = [];
  const stop = platform.onCommand((command) => received.push(command));
  expect(received).toEqual(['add']);
  press('undo');
  expect(received).toEqual(['add', 'undo']);
  stop();
  expect(listeners.size).toBe(0);
  platform.onCommand((command) => received.push(command));
  expect(received).toEqual(['add', 'undo']);
});
