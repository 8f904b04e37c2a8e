import { fileURLToPath } from 'node:url';
import {
  _electron,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { chromiumArguments, findChromium, findHeadlessShell } from '../../scripts/chromium.mjs';
import { electronBinary, rootArguments } from '../../scripts/electron.mjs';

/** What a test says about the person's machine. */
export interface Situation {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark' | 'no-preference';
  readonly reducedMotion: 'reduce' | 'no-preference';
  /** An IANA name; undefined: the machine's own. */
  readonly timezoneId: string | undefined;
}

export const USUAL_SITUATION: Situation = {
  viewport: { width: 1080, height: 760 },
  colorScheme: 'light',
  reducedMotion: 'no-preference',
  timezoneId: undefined,
};

export interface Launch {
  /** Where the data stays between one launch and the next. */
  readonly folder: string;
  readonly situation: Situation;
  readonly clock: string | number | undefined;
  readonly watch: (page: Page) => void;
}

export interface Running {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
  kill(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
const checkout = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The web shell: Chromium with a profile on disk, because an incognito one keeps IndexedDB in memory.
 * `left`: a browser that runs already, with one empty page.
 */
export async function launchWeb(
  launch: Launch & {
    readonly address: string;
    readonly left?: BrowserContext | undefined;
    /** As on a busy machine: what is loaded ahead comes late, and no copy of the program is made. */
    readonly isBusy: boolean;
  },
): Promise<Running> {
  const { viewport, colorScheme, reducedMotion } = launch.situation;
  const context = launch.left ?? (await launchBrowser(launch, launch.isBusy));
  context.on('page', launch.watch);
  const page = context.pages()[0] ?? (await context.newPage());
  launch.watch(page);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion });
  if (launch.clock !== undefined) await context.clock.setFixedTime(new Date(launch.clock));
  await page.goto(launch.address);
  return {
    page,
    context,
    close: () => context.close(),
    kill: async () => killAll(await processesOf(context), closed(context)),
  };
}

async function launchBrowser(
  { folder, situation }: Launch,
  isBusy: boolean,
): Promise<BrowserContext> {
  const { timezoneId } = situation;
  const executablePath = (findHeadlessShell() ?? findChromium())?.path;
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath === undefined ? {} : { executablePath }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
    chromiumSandbox: !isRoot,
    args: chromiumArguments,
    // As a window is where a test says nothing: the next test may have this browser (KeptBrowser).
    viewport: USUAL_SITUATION.viewport,
    locale: 'en-GB',
  });
  if (isBusy) await context.addInitScript(makeBusy);
  return context;
}

/**
 * In the page. To load all that is never asked for, and a copy of it for the service worker, is most of
 * the processor time of a start. (Playwright's own way to block service workers answers with nothing.)
 */
function makeBusy(): void {
  const { serviceWorker } = navigator;
  if (serviceWorker) serviceWorker.register = () => Promise.reject(new Error('not in this test'));
  window.requestIdleCallback = (then, { timeout = 5_000 } = {}) =>
    window.setTimeout(
      () => then({ didTimeout: true, timeRemaining: () => 0 }),
      Math.min(timeout, 1_500),
    );
  window.cancelIdleCallback = (id) => window.clearTimeout(id);
}

/** The real Electron on the built bundles. Its page loads before a clock can be set, so then twice. */
export async function launchElectron(launch: Launch): Promise<Running> {
  const { viewport, colorScheme, reducedMotion, timezoneId } = launch.situation;
  const executablePath = electronBinary();
  if (executablePath === undefined) throw new Error("Electron's binary is not here.");
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const environment = {
    ...inherited,
    ROUNDS_USER_DATA: launch.folder,
    ...(timezoneId === undefined ? {} : { TZ: timezoneId }),
  };
  const app = await _electron.launch({
    executablePath,
    args: [checkout, ...rootArguments()],
    env: environment as Record<string, string>,
  });
  const page = await app.firstWindow();
  launch.watch(page);
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, viewport);
  await page.emulateMedia({ colorScheme, reducedMotion });
  if (launch.clock !== undefined) {
    await page.context().clock.setFixedTime(new Date(launch.clock));
    await page.reload();
  }
  return {
    page,
    context: page.context(),
    close: () => app.close(),
    kill: () => killGroup(app.process().pid, closed(app)),
  };
}

/** The browser's own process first, so that it starts none of the others anew. */
async function processesOf(context: BrowserContext): Promise<number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const isBrowser = ({ type }: { type: string }) => type === 'browser';
  return [...processInfo.filter(isBrowser), ...processInfo.filter((each) => !isBrowser(each))].map(
    ({ id }) => id,
  );
}

function closed(program: BrowserContext | ElectronApplication): Promise<unknown> {
  return new Promise((resolve) => (program as BrowserContext).once('close', resolve));
}

async function killAll(processes: readonly number[], ended: Promise<unknown>): Promise<void> {
  if (processes.length === 0) throw new Error('The processes to kill are not known.');
  for (const each of processes) {
    try {
      process.kill(each, 'SIGKILL');
    } catch (error) {
      // It ended with the browser's own.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  await ended;
}

/** Playwright starts each program as the head of a process group of its own (not on Windows). */
async function killGroup(processId: number | undefined, ended: Promise<unknown>): Promise<void> {
  if (processId === undefined) throw new Error('The process to kill is not known.');
  process.kill(process.platform === 'win32' ? processId : -processId, 'SIGKILL');
  await ended;
}
