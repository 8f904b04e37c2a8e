import { app, BrowserWindow, globalShortcut } from 'electron';
import { sendCommand } from './commands.ts';
import { openWindow } from './window/window.ts';

/** Works whatever program is in front. */
const SHORTCUT = 'CommandOrControl+Alt+Shift+A';

/**
 * A shortcut on the whole system that brings Rounds to the front with an empty note. Where another
 * program has taken it, Rounds does without: the same is in the menu.
 */
export function setupQuickAdd(): void {
  if (!globalShortcut.register(SHORTCUT, quickAdd)) {
    console.warn(`The shortcut ${SHORTCUT} belongs to another program; Add is in the menu.`);
  }
  app.on('will-quit', () => globalShortcut.unregisterAll());
}

function quickAdd(): void {
  const [window] = BrowserWindow.getAllWindows();
  // On a Mac the program goes on without one.
  if (!window) {
    openWindow('#/add');
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  sendCommand('add');
}
