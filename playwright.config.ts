import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { electronBinary, hasDisplay } from './scripts/electron.mjs';
import type { ShellOptions, WorkerOptions } from './tests/e2e/app.ts';
import { EXPECTED_WITHIN_MILLIS } from './tests/e2e/expect.ts';

const isMainProcess = process.env.TEST_WORKER_INDEX === undefined;
const missing =
  electronBinary() === undefined
    ? "Electron's binary is not here"
    : hasDisplay()
      ? undefined
      : 'There is no display for a window';

if (missing !== undefined && isMainProcess) {
  console.log(`${missing}: the Electron run of the end-to-end suite is skipped.`);
}

/** The same specs twice: in the web shell, and in the real Electron wherever its binary is. */
export default defineConfig<ShellOptions, WorkerOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test has a profile and a server of its own, so any may run beside any other.
  fullyParallel: true,
  workers: Math.min(availableParallelism(), 4),
  // What runs into this hangs: on a machine with other work a test has taken a minute.
  timeout: 300_000,

  expect: { timeout: EXPECTED_WITHIN_MILLIS },
  reporter: 'list',
  // On a busy machine a key can come before its screen: one more try, and the list says "flaky".
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  projects: [
    { name: 'web', use: { shell: 'web' } },
    ...(missing === undefined ? [{ name: 'electron', use: { shell: 'electron' as const } }] : []),
  ],
});
