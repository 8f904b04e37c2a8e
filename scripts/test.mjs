/**
 * `npm test`: gets a Chromium, builds, runs every test, and ends with one line of numbers.
 *
 * With words it runs what they name: a part (`npm test -- unit`, or layers, shell, browser, e2e), a
 * path (`npm test -- tests/e2e/start.spec.ts`), or words of tests' names (`npm test -- '[KEYS-4]'`).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { build, checkout } from './build.mjs';
import { obtainChromium, obtainHeadlessShell } from './chromium.mjs';
import { choose, PARTS } from './test/choice.mjs';
import { lanesHere, runAll } from './test/lanes.mjs';
import { profilesFolder } from './test/profiles.mjs';
import { readReport } from './test/reports.mjs';
import { tasksOf } from './test/tasks.mjs';

const reports = mkdtempSync(join(tmpdir(), 'rounds-tests-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

try {
  const files = testFiles();
  const choice = choose(process.argv.slice(2), {
    files,
    read: (file) => readFileSync(join(checkout, file), 'utf8'),
  });
  const chromium = await obtainChromium();
  console.log(`Chromium: ${chromium.path} (${chromium.how}).`);
  const shell = choice.some(({ part }) => part === 'browser' || part === 'e2e')
    ? shellFor(chromium)
    : undefined;
  build({ always: true });
  const lanes = lanesHere();
  const tasks = tasksOf(choice, {
    reports,
    lanes,
    env: {
      ...process.env,
      ROUNDS_CHROMIUM: chromium.path,
      ROUNDS_TEST_PROFILES: profilesFolder(lanes),
      ...(shell ? { ROUNDS_HEADLESS_SHELL: shell.path } : {}),
    },
    browserFiles: files.filter((file) => PARTS.browser.test(file)).length,
  });
  const runs = (await runAll(tasks, lanes)).map((run) => ({ ...run, ...readReport(run.task) }));
  process.exitCode = runs.every((run) => run.ok) ? 0 : 1;
  for (const { words } of runs) for (const each of words) console.log(`\n${each}`);
  for (const { task, ok, failed } of runs) {
    if (!ok && failed === 0) {
      console.log(`\n${task.label} failed though no test of it did; its message is above.`);
    }
  }
  const secondTries = runs.flatMap((run) => run.secondTries);
  if (secondTries.length > 0) console.log(`\nOn a second try: ${secondTries.join('; ')}`);
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The browser of the tests, where it is not the full Chromium; says which it is. */
function shellFor(chromium) {
  const shell = obtainHeadlessShell(chromium);
  console.log(
    shell
      ? `Headless shell, for the tests in a browser: ${shell.path} (${shell.how}).`
      : 'No headless shell here: the tests run in the full Chromium, which takes longer.',
  );
  return shell;
}

/** Every file of tests, as tests/…, with slashes on every system. */
function testFiles() {
  return readdirSync(join(checkout, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path.split(sep).join('/')}`)
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .sort();
}
