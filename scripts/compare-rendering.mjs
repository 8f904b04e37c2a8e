/**
 * `node scripts/compare-rendering.mjs FILE.apkg…`: every card of a package as the real Anki shows it
 * and as Rounds does, the text of both sides compared, with pictures and sounds. Says how many are
 * equal, and each difference by its kind. Exit code 0: all are; 1: not; 2: nothing was compared.
 *
 * Anki is obtained from PyPI (.profiles/anki), or is that of the Python in ROUNDS_ANKI_PYTHON.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { obtainAnki } from './bench/anki.mjs';

if (process.argv.length < 3) fail('Name a package: node scripts/compare-rendering.mjs FILE.apkg');
if (!process.env.ROUNDS_ANKI_PYTHON) {
  const { python, missing } = obtainAnki((line) => process.stderr.write(`${line}\n`));
  if (!python) fail(`The real Anki cannot be had, so nothing is compared. ${missing}`);
  process.env.ROUNDS_ANKI_PYTHON = python;
}
const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = { root, configFile: false, envDir: false, logLevel: 'silent' };
await runnerImport(`${root}scripts/rendering/compare-now.ts`, quiet);

function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
