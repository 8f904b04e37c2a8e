import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { type Served, serve } from '../../scripts/serve.mjs';
import type { Situation } from './shells.ts';

/** Where the data of browsers lies while they run. */
export const profiles = process.env.ROUNDS_TEST_PROFILES ?? tmpdir();

/** A browser's data on disk, and where the web shell is served to it. */
export interface Home {
  readonly folder: string;
  readonly server: Served;
}

interface Left {
  readonly context: BrowserContext;
  readonly timezoneId: string | undefined;
  /** A clock, once fixed, can be set anew, but not be let go. */
  readonly hasClock: boolean;
}

/**
 * The browser that one test of a worker leaves to the next: emptied, at the same address, with the
 * program already compiled. To launch one for each test took a quarter of the processor time of all.
 * Its machine is a busy one: a service worker would fetch the whole program for each test, and could be at
 * it yet while the browser is emptied (one in five was not empty then).
 */
export class KeptBrowser {
  #home: Home | undefined;
  #left: Left | undefined;
  /** The last thing begun while emptying. */
  #doing = '';

  async home(): Promise<Home> {
    this.#home ??= {
      folder: await mkdtemp(join(profiles, 'rounds-e2e-')),
      server: await serve(),
    };
    return this.#home;
  }

  /** What the test before has left, where it suits this one; what does not is closed. */
  async take({ timezoneId }: Situation, hasClock: boolean): Promise<BrowserContext | undefined> {
    const left = this.#left;
    this.#left = undefined;
    if (left === undefined) return undefined;
    if (left.timezoneId === timezoneId && (hasClock || !left.hasClock)) return left.context;
    await left.context.close();
    return undefined;
  }

  /**
   * Empties a browser that a test is done with. Where anything stays stored it is not kept, and where
   * that does not come to an end, which a browser on a busy machine was seen to do, it is killed.
   */
  async leave(left: Left, kill: () => Promise<void>): Promise<void> {
    const emptied = this.#emptied(left.context);
    emptied.catch(() => {});
    const usage = await inTime(emptied);
    if (usage === 0) {
      this.#left = left;
      return;
    }
    if (usage === undefined) {
      console.log(`A browser could not be emptied in time: ${this.#doing}. It was killed.`);
      await inTime(kill().catch(() => {}));
    }
    await this.end(usage === undefined ? undefined : left.context);
  }

  /** Bytes that are stored afterwards. */
  async #emptied(context: BrowserContext): Promise<number> {
    const { origin } = new URL((await this.home()).server.address);
    this.#doing = 'opening an empty page';
    const blank = await context.newPage();
    this.#doing = 'closing the others';
    for (const page of context.pages()) if (page !== blank) await page.close();
    await context.clearPermissions();
    const session = await context.newCDPSession(blank);
    this.#doing = 'clearing what is stored';
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    this.#doing = 'looking at what is stored still';
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.detach();
    return usage;
  }

  /** Closes the browser; the next test begins on a new folder. */
  async end(context: BrowserContext | undefined = this.#left?.context): Promise<void> {
    const home = this.#home;
    this.#left = undefined;
    this.#home = undefined;
    await context?.close();
    await home?.server.close();
    if (home) await rm(home.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What `work` comes to; undefined where that takes longer. */
export async function inTime<Value>(
  work: Promise<Value>,
  millis = 60_000,
): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), millis);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
