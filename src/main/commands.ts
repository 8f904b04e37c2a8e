import { BrowserWindow } from 'electron';
import { COMMAND_CHANNEL } from '../platform/desktop-api.ts';
import type { MenuCommand } from '../platform/native-menu.ts';

/** Tells the page in front what was asked for outside it; one that is still being loaded, then. */
export function sendCommand(name: MenuCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const contents = window?.webContents;
  const send = (): void => contents?.send(COMMAND_CHANNEL, name);
  if (contents?.isLoadingMainFrame()) contents.once('did-finish-load', send);
  else send();
}
