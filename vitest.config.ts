import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { bundledWorkers, keptModules } from './browser-tests.config.ts';
import { cardDocument } from './card-document.config.ts';
import { helpPages } from './help.config.ts';
import { dexieOfToday } from './renderer.config.ts';
import { chromiumArguments, findChromium, findHeadlessShell } from './scripts/chromium.mjs';

const isRoot = process.getuid?.() === 0;
const chromium = findHeadlessShell() ?? findChromium();
/**
 * What runs into these hangs. They are far above what anything takes on a quiet machine: the longest
 * test takes half a minute there, and three minutes were seen where eight other programs ran.
 */
const HANGS_MILLIS = 300_000;
/** Which of the shards that run side by side this is; Vite's kept modules are its own, too. */
const shard = process.env.ROUNDS_TEST_SHARD ?? 'alone';
// A profile on disk for this run alone: two runs at once must not share one.
const profile = join(process.env.ROUNDS_TEST_PROFILES ?? tmpdir(), `rounds-vitest-${process.pid}`);
process.on('exit', () => rmSync(profile, { recursive: true, force: true }));

/**
 * unit: pure code, in Node. browser: real IndexedDB in a real Chromium, on disk.
 * shell: the built main and preload against a stand-in for electron. layers: who may import whom.
 * faults: the built web shell, whose data is damaged on the disk.
 */
export default defineConfig({
  test: {
    // Read here alone. Where packages are bundled first, the page waits for that.
    browser: { connectTimeout: HANGS_MILLIS },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Pure code: a file leaves nothing behind that another could meet.
          pool: 'threads',
          isolate: false,
          include: [
            'tests/{kernel,domain,log,exchange,cli,scripts}/**/*.test.ts',
            'tests/fixed/**/*.unit.test.ts',
          ],
          testTimeout: HANGS_MILLIS,
          // Checkouts are copied there, and Python is asked.
          hookTimeout: HANGS_MILLIS,
        },
      },
      {
        test: {
          name: 'layers',
          environment: 'node',
          include: ['tests/layers/*.test.ts'],
          testTimeout: HANGS_MILLIS,
        },
      },
      {
        test: {
          name: 'shell',
          environment: 'node',
          include: ['tests/{main,preload}/**/*.test.ts'],
          testTimeout: HANGS_MILLIS,
          hookTimeout: HANGS_MILLIS,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/*.test.ts'],
          testTimeout: HANGS_MILLIS,
        },
      },
      {
        plugins: [react(), cardDocument(), helpPages(), bundledWorkers(), keptModules()],
        resolve: { alias: [dexieOfToday] },
        cacheDir: `node_modules/.vite/browser-${shard}`,
        // React as the built program has it: the one for development takes a third of a screen's time.
        oxc: { jsx: { development: false } },
        optimizeDeps: {
          rolldownOptions: { transform: { define: { 'process.env.NODE_ENV': '"production"' } } },
          // All are named: to look for them in every file took longer than to bundle them, and one
          // found only while a test runs would make Vite load the page anew under it.
          noDiscovery: true,
          include: [
            '@sqlite.org/sqlite-wasm',
            '@tanstack/react-virtual',
            '@tiptap/core',
            '@tiptap/extension-table',
            '@tiptap/pm/model',
            '@tiptap/pm/state',
            '@tiptap/pm/view',
            '@tiptap/starter-kit',
            'axe-core',
            'd3-scale',
            'd3-shape',
            'dexie',
            'dompurify',
            'fast-check',
            'fflate',
            'fzstd',
            'katex',
            'katex/contrib/mhchem',
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-runtime',
            'ts-fsrs',
            'vitest-browser-react',
            'vitest-browser-react/pure',
            'wouter',
            'wouter/memory-location',
          ],
        },
        test: {
          name: 'browser',
          include: [
            'tests/{store,engine,renderer,platform}/**/*.test.{ts,tsx}',
            'tests/fixed/**/*.browser.test.{ts,tsx}',
          ],
          testTimeout: HANGS_MILLIS,
          hookTimeout: HANGS_MILLIS,
          // As in the end-to-end suite: a busy machine can be late once; the report says "retry".
          retry: process.env.CI === undefined ? 0 : 1,
          fileParallelism: false,
          // A shard's files in one page, which loads the program's hundreds of modules once.
          isolate: false,
          setupFiles: ['tests/support/first-counterexample.ts', 'tests/support/emptied-page.ts'],
          // What a page shows beside other browsers on a busy machine is late and not wrong.
          expect: { poll: { timeout: 60_000 } },
          browser: {
            enabled: true,
            connectTimeout: HANGS_MILLIS,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              // Incognito contexts keep IndexedDB in memory; the program's own store is on disk.
              persistentContext: profile,
              // Dates are written as the system writes them.
              contextOptions: { locale: 'en-GB' },
              launchOptions: {
                ...(chromium ? { executablePath: chromium.path } : {}),
                chromiumSandbox: !isRoot,
                args: chromiumArguments,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
