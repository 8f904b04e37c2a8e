import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page, type Route } from 'playwright';
import { chromiumArguments, findChromium } from '../../scripts/chromium.mjs';

/** Chromium does not know app://, so its pages live here; no request ever leaves the machine. */
const STAND_IN_ORIGIN = 'http://rounds.localhost';
const APP_ORIGIN = 'app://rounds';

export interface StandInPage {
  readonly page: Page;
  /** Every navigation the page tried, and whether main prevented it. */
  readonly navigations: { url: string; prevented: boolean }[];
  /** Every window the page tried to open, and main's answer. */
  readonly opened: { url: string; action: string }[];
  deliver(channel: string, args: unknown[]): Promise<void>;
  close(): Promise<void>;
}

/** A sender's frame, as far as main looks at it. */
export interface Frame {
  readonly url: string;
  readonly parent: object | null;
}

export class StandInEvent {
  defaultPrevented = false;
  readonly url: string;
  readonly isMainFrame: boolean;

  constructor(url = '', isMainFrame = true) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** What the page needs of main: its channels and its scheme. */
interface Main {
  invoke(channel: string, frame: Frame, ...args: unknown[]): Promise<unknown>;
  readonly respond: ((request: Request) => Promise<Response>) | undefined;
}

interface Contents extends EventEmitter {
  readonly openHandler: (details: { url: string }) => { action: string };
}

let browser: Promise<Browser> | undefined;

export async function closeChromium(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Opens the address in a fresh Chromium context with the preload script and main's own scheme. */
export async function openPage(
  address: string,
  preload: string,
  contents: Contents,
  main: Main,
): Promise<StandInPage> {
  const executablePath = findChromium()?.path;
  browser ??= chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumArguments,
  });
  const context = await (await browser).newContext({ serviceWorkers: 'block' });
  const navigations: StandInPage['navigations'] = [];
  const opened: StandInPage['opened'] = [];
  await context.exposeBinding('standInInvoke', ({ frame }, channel: string, args: unknown[]) => {
    const url = frame.url().replace(STAND_IN_ORIGIN, APP_ORIGIN);
    return main.invoke(channel, { url, parent: frame.parentFrame() && {} }, ...args);
  });
  await context.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
  const page = await context.newPage();

  await context.route('**/*', async (route) => {
    const request = route.request();
    const { origin, href } = new URL(request.url());
    if (ownerOf(route) !== page) {
      opened.push({ url: href, ...contents.openHandler({ url: href }) });
      return route.abort();
    }
    if (origin === STAND_IN_ORIGIN) return serve(route, main);
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === page.mainFrame();
      const event = new StandInEvent(href, isMainFrame);
      contents.emit('will-frame-navigate', event);
      if (isMainFrame) contents.emit('will-navigate', event);
      navigations.push({ url: href, prevented: event.defaultPrevented });
      // As 'aborted' the page stays; any other reason would put an error page in its place.
      return route.abort('aborted');
    }
    return route.abort('blockedbyclient');
  });
  context.on('page', (popup) => void popup.close());
  await page.goto(address.replace(APP_ORIGIN, STAND_IN_ORIGIN));
  return {
    page,
    navigations,
    opened,
    deliver: (channel, args) =>
      page.evaluate(
        ([to, values]) => {
          const { standInDeliver } = window as unknown as {
            standInDeliver(channel: unknown, args: unknown): void;
          };
          standInDeliver(to, values);
        },
        [channel, args] as const,
      ),
    close: () => context.close(),
  };
}

/** The page a request comes from; a popup's first request has none yet. */
function ownerOf(route: Route): Page | undefined {
  try {
    return route.request().frame().page();
  } catch {
    return undefined;
  }
}

async function serve(route: Route, main: Main): Promise<void> {
  const request = route.request();
  const address = request.url().replace(STAND_IN_ORIGIN, APP_ORIGIN);
  const answer = await main.respond?.(new Request(address, { method: request.method() }));
  if (answer === undefined) return route.abort();
  await route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  });
}

/**
 * The preload bundle as Electron runs it when sandboxed: CommonJS, with electron as its only
 * module, and values that cross the bridge copied as a structured clone would (functions of the
 * exposed object excepted, as contextBridge has it).
 */
export function preloadScript(bundle: string): string {
  return `(() => {
    if (window !== window.top) return;
    const listeners = new Map();
    window.standInDeliver = (channel, args) => {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: 'secret' }, ...args);
    };
    const ipcRenderer = {
      invoke: async (channel, ...args) =>
        structuredClone(await window.standInInvoke(channel, structuredClone(args))),
      on: (channel, listener) =>
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel, listener) =>
        listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)),
    };
    const contextBridge = {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }),
    };
    const modules = { electron: { contextBridge, ipcRenderer } };
    const require = (name) => {
      if (name in modules) return modules[name];
      throw new Error('A sandboxed preload script may not require ' + name);
    };
    ((require, module, exports) => {
      ${bundle}
    })(require, { exports: {} }, {});
  })();`;
}
