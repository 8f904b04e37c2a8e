import { BrowserWindow } from 'electron';
import { COMMAND_CHANNEL } from '../platform/desktop-api.ts';
import type { MenuCommand } from '../platform/native-menu.ts';

/** Tells the page in front what was asked for outside it. */
export function sendCommand(name: MenuCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  window?.webContents.send(COMMAND_CHANNEL, name);
}
