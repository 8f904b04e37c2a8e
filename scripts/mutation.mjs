/**
 * `npm run mutation`: plants faults in pure code, one at a time, and says which of them the unit
 * tests caught (docs/tests.md).
 *
 * --seed N     which faults (1)
 * --faults N   how many (200)
 * --in A,B     in which folders (src/kernel,src/domain,src/log)
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
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
  },
});
const folder = join(checkout, 'out/mutation');
process.chdir(checkout);
mkdirSync(folder, { recursive: true });

const all = await allFaults(values.in.split(','));
const keys = sample([...all.keys()], values.seed, Number(values.faults));
console.log(`${keys.length} of ${all.size} possible faults in ${values.in}, seed ${values.seed}.`);
process.env.ROUNDS_FAULTS = join(folder, 'chosen.json');
writeFileSync(process.env.ROUNDS_FAULTS, JSON.stringify(keys, null, 2));

const results = await new Stryker({
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs' },
  plugins: ['@stryker-mutator/vitest-runner', join(checkout, 'scripts/mutation/sample.mjs')],
  checkers: ['chosen-only'],
  mutate: keys.map((key) => all.get(key)),
  ignorePatterns: ['out', 'dist', '.profiles', 'test-results', 'bench', 'tests/e2e'],
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
const survived = run.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
for (const { status, ...mutant } of survived) {
  console.log(`${status}: ${keyOf(mutant, checkout)}`);
}
const caught = run.length - survived.length;
console.log(`${caught} of ${run.length} caught (${((100 * caught) / run.length).toFixed(1)} %)`);

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
