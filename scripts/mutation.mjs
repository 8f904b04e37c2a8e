/**
 * `npm run mutation`: plants faults in pure code, one at a time, and says which of them the unit
 * tests caught (docs/tests.md).
 *
 * --seed N     which faults (1)
 * --faults N   how many (200)
 * --in A,B     in which folders (src/kernel,src/domain,src/log)
 * --only FILE  those that no test caught in an earlier report, as far as they can still be planted
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { checkout } from './build.mjs';
import { keyOf, sample } from './mutation/sample.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '200' },
    in: { type: 'string', default: 'src/kernel,src/domain,src/log' },
    only: { type: 'string' },
  },
});
const folder = join(checkout, 'out/mutation');
const before = values.only && survivorsIn(resolve(values.only));
process.chdir(checkout);
mkdirSync(folder, { recursive: true });

const all = await allFaults(values.in.split(','));
const keys = before
  ? before.filter((key) => all.has(key))
  : sample([...all.keys()], values.seed, Number(values.faults));
const chosenBy = before ? `${before.length} in ${values.only}` : `seed ${values.seed}`;
console.log(`${keys.length} of ${all.size} possible faults in ${values.in}, ${chosenBy}.`);
process.env.ROUNDS_FAULTS = join(folder, 'chosen.json');
writeFileSync(process.env.ROUNDS_FAULTS, JSON.stringify(keys, null, 2));

const results = await new Stryker({
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs' },
  plugins: ['@stryker-mutator/vitest-runner', join(checkout, 'scripts/mutation/sample.mjs')],
  checkers: ['chosen-only'],
  mutate: keys.map((key) => all.get(key)),
  ignorePatterns: ['out', 'dist', '.profiles', 'test-results', 'tests/e2e'],
  tempDirName: 'out/mutation/copies',
  // The types of a mutant do not matter: vitest takes them away unread.
  disableTypeChecks: false,
  // It would rewrite references with TypeScript's old interface, which version 7 does not have.
  tsconfigFile: 'none',
  dryRunTimeoutMinutes: 60,
  timeoutMS: 30_000,
  timeoutFactor: 4,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: join(folder, 'report.json') },
}).runMutationTest();

const run = results.filter(({ status }) => status !== 'CompileError');
const survived = run.filter(isUncaught);
for (const { status, ...mutant } of survived) {
  console.log(`${status}: ${keyOf(mutant, checkout)}`);
}
const caught = run.length - survived.length;
console.log(`${caught} of ${run.length} caught (${((100 * caught) / run.length).toFixed(1)} %)`);

function isUncaught({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

/** The keys of the faults that no test caught in a report of Stryker's. */
function survivorsIn(path) {
  const { files } = JSON.parse(readFileSync(path, 'utf8'));
  // A report counts columns and lines from 1, and Stryker inside from 0.
  const inside = ({ line, column }) => ({ line: line - 1, column: column - 1 });
  return Object.entries(files).flatMap(([fileName, { mutants }]) =>
    mutants.filter(isUncaught).map(({ location: { start, end }, ...mutant }) => {
      const location = { start: inside(start), end: inside(end) };
      return keyOf({ ...mutant, fileName, location }, checkout);
    }),
  );
}

/** Every fault that can be planted, by its key: where, as Stryker's option `mutate` has it. */
async function allFaults(folders) {
  const files = folders.flatMap((each) =>
    readdirSync(join(checkout, each), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${each}/${path.split(sep).join('/')}`),
  );
  const quiet = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const { mutants } = await new Instrumenter(quiet).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: false },
  );
  return new Map(
    mutants.map((mutant) => {
      const { start, end } = mutant.location;
      // Stryker counts lines from 0 inside, and from 1 in what it is told.
      const place = `${mutant.fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
      return [keyOf(mutant, checkout), place];
    }),
  );
}
