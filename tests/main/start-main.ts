import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, onTestFinished, vi } from 'vitest';

export type StandIn = typeof import('./electron-stand-in.ts')['standIn'];

const bundle = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));

/** Rounds' own page, as a sender. */
export const ownFrame = { url: 'app://rounds/index.html', parent: null };

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs the built main bundle anew against a fresh stand-in, up to its open window. */
export async function startMain(options: Partial<StandIn['options']> = {}): Promise<StandIn> {
  if (!existsSync(bundle)) throw new Error('out/main is missing. Run: npm run build');
  vi.resetModules();
  const electron = await import('./electron-stand-in.ts');
  const { standIn } = electron;
  Object.assign(standIn.options, { userData: await temporaryFolder(), ...options });
  vi.doMock('electron', () => electron);
  onTestFinished(() => standIn.close());
  await import(/* @vite-ignore */ bundle);
  if (standIn.options.first) await vi.waitUntil(() => standIn.windows[0]?.visible, 20_000);
  return standIn;
}

/** The only window; fails where there is none. */
export function windowOf(standIn: StandIn) {
  const [window] = standIn.windows;
  if (window === undefined) throw new Error('No window was opened.');
  return window;
}

/** The only window's page in Chromium; for a main started with `pages: true`. */
export function pageOf(standIn: StandIn) {
  const { page } = windowOf(standIn).webContents;
  if (page === undefined) throw new Error('The window has no page.');
  return page;
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
