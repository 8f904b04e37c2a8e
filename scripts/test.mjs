/**
 * `npm test`: gets a Chromium, builds, runs every test, and ends with one line of numbers.
 *
 * With arguments it runs a part: those that name tests/e2e go to Playwright (`npm test --
 * tests/e2e/start.spec.ts`), any others to vitest (`npm test -- --project shell`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, checkout } from './build.mjs';
import { obtainChromium } from './chromium.mjs';

const args = process.argv.slice(2);
const forPlaywright = args.some((arg) => /\be2e\b/.test(arg));
const reports = mkdtempSync(join(tmpdir(), 'rounds-tests-'));

try {
  const chromium = await obtainChromium();
  console.log(`Chromium: ${chromium.path} (${chromium.how}).`);
  build({ always: true });
  const env = { ...process.env, ROUNDS_CHROMIUM: chromium.path };
  const runs = [];
  if (args.length === 0 || !forPlaywright) runs.push(runVitest(env));
  if (args.length === 0 || forPlaywright) runs.push(runPlaywright(env));
  process.exitCode = runs.every((run) => run.ok) ? 0 : 1;
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  const broken = runs.some((run) => !run.ok && run.failed === 0);
  for (const run of runs) for (const words of run.lastWords ?? []) console.log(`\n${words}`);
  if (broken) console.log('\nA run failed though no test did; its message is above.');
  console.log(`${passed} passed, ${failed} failed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}

function runVitest(env) {
  const report = join(reports, 'vitest.json');
  const lastWords = join(reports, 'last-words.json');
  const flags = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--reporter=./scripts/last-words.mjs',
  ];
  const ok = run('vitest', 'vitest.mjs', ['run', ...flags, ...args], {
    ...env,
    ROUNDS_LAST_WORDS: lastWords,
  });
  const { numPassedTests = 0, numFailedTests = 0 } = read(report);
  const words = read(lastWords);
  return {
    ok,
    passed: numPassedTests,
    failed: numFailedTests,
    lastWords: Array.isArray(words) ? words : [],
  };
}

function runPlaywright(env) {
  const report = join(reports, 'playwright.json');
  const ok = run('@playwright/test', 'cli.js', ['test', '--reporter=list,json', ...args], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const { expected = 0, unexpected = 0, flaky = 0 } = read(report).stats ?? {};
  return { ok, passed: expected + flaky, failed: unexpected };
}

/** Runs a package's command by node itself: no shell, the same on every system. */
function run(name, script, commandArgs, env) {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const command = [join(folder, script), ...commandArgs];
  const { status } = spawnSync(process.execPath, command, { cwd: checkout, stdio: 'inherit', env });
  return status === 0;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
}
