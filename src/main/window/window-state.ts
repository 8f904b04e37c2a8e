import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import * as z from 'zod/mini';

/** In device-independent pixels, as Electron counts. */
const DEFAULT_SIZE = { width: 1080, height: 760 };
export const MINIMUM_SIZE = { width: 400, height: 480 };
/** So much of a window must be on some display, or it opens centred instead. */
const VISIBLE_PIXELS = 80;
const WRITE_AFTER_MILLIS = 400;

const savedState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.minimum(1), z.maximum(20_000)),
  height: z.int().check(z.minimum(1), z.maximum(20_000)),
  maximized: z.boolean(),
});
type SavedState = z.output<typeof savedState>;

export interface WindowState {
  readonly bounds: Partial<Rectangle>;
  readonly maximized: boolean;
}

/** Where the window was last time, fitted to today's displays. An unreadable file counts as none. */
export function rememberedState(): WindowState {
  const saved = read();
  if (saved === undefined) return { bounds: DEFAULT_SIZE, maximized: false };
  const display = screen.getAllDisplays().find(({ workArea }) => shows(workArea, saved));
  const { maximized } = saved;
  if (display === undefined) return { bounds: fitted(saved, largestArea()), maximized };
  return { bounds: { x: saved.x, y: saved.y, ...fitted(saved, display.workArea) }, maximized };
}

/** Writes the window's place shortly after it changes, and when it closes. */
export function rememberState(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    const state = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    store(JSON.stringify(state));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MILLIS);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', write);
  window.on('closed', () => clearTimeout(timer));
}

function read(): SavedState | undefined {
  try {
    const parsed = savedState.safeParse(JSON.parse(readFileSync(file(), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** At once, because the program may be ending; whole or not at all. */
function store(text: string): void {
  try {
    writeFileSync(`${file()}.tmp`, text);
    renameSync(`${file()}.tmp`, file());
  } catch {
    // A place that cannot be written is only forgotten: no reason to trouble anybody.
  }
}

function shows(area: Rectangle, saved: SavedState): boolean {
  const width = Math.min(saved.x + saved.width, area.x + area.width) - Math.max(saved.x, area.x);
  const height = Math.min(saved.y + saved.height, area.y + area.height) - Math.max(saved.y, area.y);
  // Above the display's top edge nobody can reach the title bar.
  return width >= VISIBLE_PIXELS && height >= VISIBLE_PIXELS && saved.y >= area.y;
}

function fitted(saved: SavedState, area: Rectangle) {
  return {
    width: Math.max(MINIMUM_SIZE.width, Math.min(saved.width, area.width)),
    height: Math.max(MINIMUM_SIZE.height, Math.min(saved.height, area.height)),
  };
}

function largestArea(): Rectangle {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  return areas.reduce((a, b) => (a.width * a.height >= b.width * b.height ? a : b));
}

function file(): string {
  return join(app.getPath('userData'), 'window-state.json');
}
