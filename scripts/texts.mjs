/**
 * `npm run texts` writes out/texts.json, from which a translator works: every text of the program with
 * its places. `npm run texts -- texts/de.json` says what is missing, left over or wrong in a catalogue.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultsOf, templateOf } from './texts/catalogue.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((path) => ({ path, code: readFileSync(join(root, path), 'utf8') }));
const template = templateOf(files);

const [catalogue] = process.argv.slice(2);
if (catalogue === undefined) {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out/texts.json'), `${JSON.stringify(template, null, 2)}\n`);
  console.log(`${Object.keys(template).length} texts are in out/texts.json.`);
} else {
  const faults = faultsOf(JSON.parse(readFileSync(catalogue, 'utf8')), template);
  for (const fault of faults) console.log(fault);
  const all = Object.keys(template).length;
  console.log(
    faults.length === 0 ? `All ${all} texts are there.` : `${faults.length} to mend, of ${all}.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
