import { app, BrowserWindow } from 'electron';

/**
 * false: another Rounds already runs on these cards, and this one must end. That other one, told
 * by Electron, brings its window to the front.
 */
export function setupSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  });
  return true;
}
