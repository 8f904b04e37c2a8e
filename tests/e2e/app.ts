import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { type Served, serve } from '../../scripts/serve.mjs';
import { expect } from './expect.ts';
import { inTime, KeptBrowser, profiles } from './kept-browser.ts';
import {
  launchElectron,
  launchWeb,
  type Running,
  type Situation,
  USUAL_SITUATION,
} from './shells.ts';

export { expect };

/** Rounds as a person has it: a window whose data outlives closing and killing. */
export interface App {
  /** The window's page; another one after every restart. */
  readonly page: Page;
  /** A test that asks for it may change it, so its browser is not kept for another. */
  readonly context: BrowserContext;
  readonly shell: 'web' | 'electron';
  /** Closes Rounds and opens it again on the same data; `changes` hold from then on. */
  restart(changes?: Partial<Situation>): Promise<Page>;
  /** Ends every process of Rounds at once (SIGKILL), as a crash would, and opens it again. */
  kill(): Promise<Page>;
  /** Fixes the page's clock, now and after every restart; timers run on. ISO 8601 or milliseconds. */
  setClock(at: string | number): Promise<void>;
  /** Web only: the server goes away and comes back at the same address. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
}

/** Data on disk that was made before, for several tests to begin with a copy of. */
export interface Profile {
  readonly folder: string;
  /** Where the web shell was served: a browser keeps data by the whole address. */
  readonly port: number;
}

export interface WorkerOptions {
  shell: 'web' | 'electron';
}

interface WorkerThings {
  kept: KeptBrowser;
}

export interface ShellOptions {
  /** What the person has already; undefined: nothing yet. */
  profile: Profile | undefined;
  /** The test is about a start on a new machine: its browser has never seen the program. */
  newBrowser: boolean;
  /** All of the program is loaded ahead, and kept for working offline; else the machine is busy. */
  loadsAll: boolean;
  /** Console errors and uncaught errors matching one of these do not fail the test. */
  allowedErrors: RegExp[];
  /** The clock before the first page is loaded; undefined: the machine's. */
  startAt: string | number | undefined;
}

export const test = base.extend<ShellOptions & { app: App }, WorkerOptions & WorkerThings>({
  shell: ['web', { option: true, scope: 'worker' }],
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument taken apart
    async ({}, use) => {
      const kept = new KeptBrowser();
      await use(kept);
      await kept.end();
    },
    { scope: 'worker' },
  ],
  profile: [undefined, { option: true }],
  newBrowser: [false, { option: true }],
  loadsAll: [false, { option: true }],
  allowedErrors: [[], { option: true }],
  startAt: [undefined, { option: true }],

  app: async (
    {
      shell,
      kept,
      profile,
      newBrowser,
      loadsAll,
      allowedErrors,
      startAt,
      reducedMotion,
      viewport,
      colorScheme,
      timezoneId,
    },
    use,
    testInfo,
  ) => {
    const isKept = shell === 'web' && profile === undefined && !newBrowser && !loadsAll;
    const home = isKept ? await kept.home() : undefined;
    const folder = home?.folder ?? (await mkdtemp(join(profiles, 'rounds-e2e-')));
    if (profile) await cp(profile.folder, folder, { recursive: true });
    let server: Served | undefined =
      shell === 'web' ? (home?.server ?? (await serve({ port: profile?.port ?? 0 }))) : undefined;
    const address = server?.address ?? '';
    const port = server?.port ?? 0;
    let clock = startAt;
    let situation: Situation = {
      viewport: viewport ?? USUAL_SITUATION.viewport,
      colorScheme: colorScheme ?? USUAL_SITUATION.colorScheme,
      reducedMotion: reducedMotion ?? USUAL_SITUATION.reducedMotion,
      timezoneId,
    };
    const errors: string[] = [];
    const watch = (page: Page) => collectErrors(page, errors);
    /** Something was done to the browser that emptying it would not take back. */
    let isChanged = false;

    const open = async (): Promise<Running> => {
      if (shell === 'electron') return launchElectron({ folder, situation, clock, watch });
      const left = isKept ? await kept.take(situation, clock !== undefined) : undefined;
      return launchWeb({ folder, address, situation, clock, watch, left, isBusy: !loadsAll });
    };
    let running = await open();

    await use({
      get page() {
        return running.page;
      },
      get context() {
        isChanged = true;
        return running.context;
      },
      shell,
      async restart(changes = {}) {
        situation = { ...situation, ...changes };
        await running.close();
        running = await open();
        return running.page;
      },
      async kill() {
        isChanged = true;
        await running.kill();
        running = await open();
        return running.page;
      },
      async setClock(at) {
        clock = at;
        await running.context.clock.setFixedTime(new Date(at));
      },
      async stopServer() {
        isChanged = true;
        await server?.close();
        server = undefined;
      },
      async startServer() {
        server ??= await serve({ port });
      },
    });

    const hasFailed = testInfo.status !== testInfo.expectedStatus;
    if (hasFailed) await attachScreenshots(running.context, testInfo);
    if (isKept && !isChanged && !hasFailed) {
      running.context.off('page', watch);
      const hasClock = clock !== undefined;
      const { context, kill } = running;
      await kept.leave({ context, timezoneId: situation.timezoneId, hasClock }, kill);
    } else {
      const isClosed = await inTime(running.close().then(() => true));
      if (!isClosed) {
        console.log('A browser could not be closed in time. It was killed.');
        await inTime(running.kill().catch(() => {}));
      }
      await server?.close();
      if (isKept) await kept.end();
      else await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    const unexpected = errors.filter((error) => !allowedErrors.some((rule) => rule.test(error)));
    expect(unexpected, 'errors in the console').toEqual([]);
  },
});

const LOOK_MILLIS = 5_000;

/** Makes a profile: opens Rounds in `folder`, lets `fill` do its work, and closes it. */
export async function makeProfile(
  shell: 'web' | 'electron',
  folder: string,
  clock: string,
  fill: (page: Page) => Promise<void>,
): Promise<Profile> {
  await mkdir(folder, { recursive: true });
  const server = shell === 'web' ? await serve() : undefined;
  const { address = '', port = 0 } = server ?? {};
  const launch = { folder, situation: USUAL_SITUATION, clock, watch: () => {} };
  const running = await (shell === 'web'
    ? launchWeb({ ...launch, address, isBusy: true })
    : launchElectron(launch));
  await fill(running.page);
  await running.close();
  await server?.close();
  return { folder, port };
}

/**
 * The browser's word when Playwright's own scripts knock at a card's frame, where none may run; at
 * 'about:blank' where the frame is not loaded yet.
 */
const KNOCK = /^Blocked script execution in '(about:blank|[^']*card\.html)' because .* sandboxed/;

function collectErrors(page: Page, errors: string[]): void {
  page.on('console', (message) => {
    if (KNOCK.test(message.text())) return;
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
}

/** Of every window: it may be another one that stands still. */
async function attachScreenshots(context: BrowserContext, testInfo: ReturnType<typeof test.info>) {
  for (const page of context.pages()) {
    console.log(`A window at ${page.url()}: ${await inTime(wordsOf(page), LOOK_MILLIS)}`);
    try {
      const body = await page.screenshot({ timeout: LOOK_MILLIS });
      await testInfo.attach('screenshot', { body, contentType: 'image/png' });
    } catch {
      // The page is gone; the failure itself says more.
    }
  }
}

async function wordsOf(page: Page): Promise<string> {
  const words = await page.evaluate(() => document.body.innerText).catch(String);
  return words.replaceAll(/\s+/g, ' ').slice(0, 600);
}
