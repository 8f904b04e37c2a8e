/** The browser and the server of the bench: one origin for the bench's page and the program. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build as buildWithVite } from 'vite';
import { build, checkout } from '../build.mjs';
import { chromiumArguments, findHeadlessShell, obtainChromium } from '../chromium.mjs';
import { builtRenderer, serve } from '../serve.mjs';
import { longestTask, peakMegabytes, watchForLongTasks } from './long-tasks.mjs';
import { studyCards } from './review.mjs';

const START_LIMIT_MILLIS = 120_000;
/** So long a person looks at an answer before grading it: short, for a person. */
const LOOK_MILLIS = 250;
/** So long after Today is there, nothing of a start goes on any more. */
const SETTLED_MILLIS = 4_000;
/** Frames as long as their work, not as the screen's pace. */
const UNPACED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
/** A kept profile's database belongs to its address, so --reuse always has the same one. */
const REUSE_PORT = 4799;

/**
 * Builds what is needed and serves it. `folder`: where profiles lie, one for each collection.
 * Profiles are on disk: an incognito one keeps IndexedDB in memory, and in another engine.
 */
export async function openBench({ folder, isSmall, isReused, say }) {
  // A small run shows whether the bench works: the same engine and storage, for less.
  const found = (isSmall ? findHeadlessShell() : undefined) ?? (await obtainChromium(say));
  build({ say });
  const root = await buildPage(isSmall ? 'small' : 'full');
  const server = await serve({ root, port: isReused ? REUSE_PORT : 0 });
  let chromiumMajor = '';

  /** The browsers of a small run: it does not say how fast anything is, so each profile has one. */
  const kept = new Map();

  /** Runs `work` with a page of a fresh browser process on the profile; in a small run, of a kept one. */
  async function withPage(profile, work, moreArguments = []) {
    const context = kept.get(profile) ?? (await launch(profile, isSmall ? [] : moreArguments));
    if (isSmall) kept.set(profile, context);
    chromiumMajor = (context.browser()?.version() ?? '').split('.')[0];
    const first = isSmall ? undefined : context.pages()[0];
    const page = first ?? (await context.newPage());
    try {
      return await work(page);
    } finally {
      await (isSmall ? page : context).close();
    }
  }

  function launch(profile, moreArguments) {
    const path = join(folder, profile);
    mkdirSync(path, { recursive: true });
    return chromium.launchPersistentContext(path, {
      executablePath: found.path,
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...chromiumArguments, ...moreArguments],
    });
  }

  return {
    /**
     * Gives `work` a function that calls `window.bench[name]` in the bench's page, and one that says
     * how many ms of processor time all of the browser's processes have taken.
     */
    inPage: (profile, work) =>
      withPage(profile, async (page) => {
        await page.goto(`${server.address}bench.html`);
        await page.waitForFunction(() => 'bench' in window);
        const processes = await processesOf(page);
        const cpuMillis = async () => cpuOf(await processes());
        const call = (name, ...args) =>
          page.evaluate(([name, args]) => window.bench[name](...args), [name, args]);
        return work(call, cpuMillis, page);
      }),
    /**
     * `work` in the built program, and what it took: processor time of all of the browser's processes,
     * the most memory of the page's with its workers, and the longest task of the page's thread.
     */
    inProgram: (profile, work) =>
      withPage(profile, async (page) => {
        await page.addInitScript(watchForLongTasks);
        await page.goto(server.address);
        await page.getByRole('heading', { name: /^Today/, level: 1 }).waitFor();
        // What is loaded in quiet moments is no part of the work.
        await page.waitForTimeout(SETTLED_MILLIS);
        const processes = await processesOf(page);
        const before = cpuOf(await processes());
        await page.evaluate(longestTask);
        const done = await work(page);
        const after = await processes();
        const renderers = after.filter(({ type }) => type === 'renderer');
        return {
          ...done,
          cpuMillis: cpuOf(after) - before,
          megabytes: Math.max(...renderers.map(({ id }) => peakMegabytes(id))),
          longestMillis: await page.evaluate(longestTask),
        };
      }),
    /** From the start of the navigation until the first question has been painted, in ms. */
    startToFirstCard: (profile) =>
      withPage(profile, async (page) => {
        await page.addInitScript(watchForFirstCard);
        await page.goto(`${server.address}#/review`, { waitUntil: 'commit' });
        const seen = await page.waitForFunction(() => window.firstCardMillis, undefined, {
          timeout: START_LIMIT_MILLIS,
        });
        // Who opens Rounds looks at the card: a browser ended while it draws ahead says so at the next start.
        await page.waitForTimeout(SETTLED_MILLIS);
        return seen.jsonValue();
      }),
    /** Studies `cards` cards of the session: from each grade's key to the next card's paint, in ms. */
    study: (profile, cards) =>
      withPage(profile, async (page) => {
        await page.goto(`${server.address}#/review`);
        await page.waitForFunction(() => document.querySelector('button.show-answer'), undefined, {
          timeout: START_LIMIT_MILLIS,
        });
        return page.evaluate(studyCards, { cards, lookMillis: LOOK_MILLIS });
      }),
    /** The scripts that a start loads until the first question is there. */
    scriptsBeforeFirstCard: (profile) =>
      withPage(profile, async (page) => {
        const bodies = new Map();
        page.on('response', (response) => {
          if (/\.m?js$/.test(new URL(response.url()).pathname)) {
            // One that the end cuts off came after the first card.
            bodies.set(
              response.url(),
              response.body().catch(() => Buffer.alloc(0)),
            );
          }
        });
        await page.addInitScript(watchForFirstCard);
        await page.goto(`${server.address}#/review`, { waitUntil: 'commit' });
        await page.waitForFunction(() => window.firstCardMillis, undefined, {
          timeout: START_LIMIT_MILLIS,
        });
        // By the page's own clock: by the time it is asked, it loads ahead already.
        const before = await page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .filter(({ startTime }) => startTime < window.firstCardMillis)
            .map(({ name }) => name),
        );
        return Promise.all(before.flatMap((name) => bodies.get(name) ?? []));
      }),
    /** `pages` screens down the library's whole listing: of each, the longest frame in ms. */
    scrollLibrary: (profile, pages) =>
      withPage(
        profile,
        async (page) => {
          await page.goto(`${server.address}#/library`);
          // Until there is an index, the first screenful alone is listed.
          await page.getByText(/^All cards: \d/).waitFor({ timeout: START_LIMIT_MILLIS });
          await page.keyboard.press('Enter');
          await page.waitForFunction(() => document.activeElement?.role === 'row');
          return page.evaluate(turnPages, pages);
        },
        UNPACED,
      ),
    async close() {
      for (const context of kept.values()) await context.close();
      await server.close();
    },
    get chromiumMajor() {
      return chromiumMajor;
    },
  };
}

async function processesOf(page) {
  const system = await page.context().browser().newBrowserCDPSession();
  return async () => (await system.send('SystemInfo.getProcessInfo')).processInfo;
}

/** In ms, of all of them. */
function cpuOf(processes) {
  return processes.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
}

/** Runs in the page. A screen is there when all its rows have been read and drawn. */
async function turnPages(pages) {
  const frame = () => new Promise(requestAnimationFrame);
  const isThere = (place) =>
    Number(document.activeElement?.dataset.place) > place &&
    document.querySelector('.grid-body [aria-busy="true"]') === null;
  const longest = [];
  for (let turn = 0; turn < pages; turn++) {
    const row = document.activeElement;
    const place = Number(row.dataset.place);
    let before = await frame();
    const began = before;
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    let most = 0;
    do {
      const now = await frame();
      most = Math.max(most, now - before);
      before = now;
      if (now - began > 120_000) throw new Error(`the rows after ${place} were never read`);
    } while (!isThere(place));
    longest.push(most);
  }
  return longest;
}

/** Runs in the page before anything else: two frames after the question appears, it is painted. */
function watchForFirstCard() {
  const look = () => {
    const frame = document.querySelector('.card-face iframe');
    const isShown = frame?.contentDocument?.getElementById('qa')?.textContent.trim();
    if (!isShown || frame.offsetHeight === 0) {
      requestAnimationFrame(look);
      return;
    }
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.firstCardMillis = performance.now();
      }),
    );
  };
  if (window === window.top) requestAnimationFrame(look);
}

/** A copy of the built renderer with the bench's page beside it. */
async function buildPage(name) {
  const root = join(checkout, 'out/bench', name);
  rmSync(root, { recursive: true, force: true });
  cpSync(builtRenderer, root, { recursive: true });
  cpSync(join(builtRenderer, '../headers.json'), join(root, '../headers.json'));
  await buildWithVite({
    configFile: join(checkout, 'bench/vite.config.ts'),
    build: { outDir: root },
  });
  return root;
}
