import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { t } from '../../kernel/texts.ts';
import { guarded } from './guard.ts';
import { startAddress } from '../page/origin.ts';
import { MINIMUM_SIZE, rememberedState, rememberState } from './window-state.ts';

/** The page's own paper and night colours, so that nothing flashes before its first frame. */
const PAPER = '#fcfaf6';
const NIGHT = '#161512';

/** A page that ends more often than this within the time is not loaded again by itself. */
const MAX_RELOADS = 3;
const RELOADS_WITHIN_MILLIS = 60_000;

/** Opens the window, opens it again when asked to (macOS), and ends with it (elsewhere). */
export function setupWindow(): void {
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(background());
  });
}

/** `place`: where in the page it begins, '#/add'; at Today if not given. */
export function openWindow(place = ''): void {
  const { bounds, maximized } = rememberedState();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: t`Rounds`,
    show: false,
    backgroundColor: background(),
    webPreferences: guarded({
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    }),
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  rememberState(window);
  reviveAfterCrash(window);
  load(window, place);
}

function load(window: BrowserWindow, place = ''): void {
  window.loadURL(`${startAddress()}${place}`).catch((error: unknown) => {
    if (window.isDestroyed()) return;
    console.error('The page did not load:', error);
    // A window that never paints would stay hidden, and the program would run unseen.
    window.show();
  });
}

/** Every accepted grade is already on disk, so a page that died is simply loaded again. */
function reviveAfterCrash(window: BrowserWindow): void {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    reloads = [...reloads.filter((at) => now - at < RELOADS_WITHIN_MILLIS), now];
    if (reloads.length <= MAX_RELOADS) load(window);
    else void askAfterCrashes(window, reason);
  });
}

async function askAfterCrashes(window: BrowserWindow, reason: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t`The page of Rounds keeps ending.`,
    detail: t`Reason: ${reason}. Every saved review is kept. Try once more, or quit and start Rounds again.`,
    buttons: [t`Try again`, t`Quit`],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0 && !window.isDestroyed()) load(window);
  else app.quit();
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? NIGHT : PAPER;
}
