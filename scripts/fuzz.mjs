/**
 * `npm run fuzz`: ten thousand files, damaged and forged by chance, taken in as an import does it
 * (tests/exchange/fuzz). A thousand at a time, each in a process of its own, so that what a part has
 * found is known before the next begins, and memory is its own.
 *
 * --cases N  so many; --first N  from this seed on: the same seed is the same file
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './build.mjs';

const PART = 1_000;
const asked = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const cases = asked('--cases', 10_000);
const first = asked('--first', 0);
if (!(cases > 0) || !(first >= 0)) {
  console.error('Say how many as a number: npm run fuzz -- --cases 1000 --first 0');
  process.exit(2);
}

const vitest = join(checkout, 'node_modules/vitest/vitest.mjs');
let failed = 0;
for (let from = first; from < first + cases; from += PART) {
  const many = Math.min(PART, first + cases - from);
  console.log(`\nFiles ${from.toLocaleString('en')} to ${(from + many - 1).toLocaleString('en')}`);
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project', 'unit', 'tests/exchange/fuzz', '--disable-console-intercept'],
    {
      cwd: checkout,
      stdio: 'inherit',
      env: {
        ...process.env,
        ROUNDS_FUZZ_CASES: String(many),
        ROUNDS_FUZZ_FIRST: String(from),
      },
    },
  );
  if (status !== 0) failed++;
}
console.log(
  failed === 0
    ? `\nAll ${cases.toLocaleString('en')} were taken sound, or refused in words.`
    : `\nIn ${failed} of the parts one was neither; its seed is above.`,
);
process.exitCode = failed === 0 ? 0 : 1;
