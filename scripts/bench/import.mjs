/**
 * A large collection of Anki's, in and out: the built program against the real Anki with the same
 * file in the same run, what it takes of the memory, and how long the page stands still meanwhile.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../build.mjs';
import { ratioOf } from './report.mjs';

const LIMIT_MILLIS = 1_800_000;
const MOST_MEGABYTES = 800;
const MOST_MILLIS_OF_A_FRAME = 100;

const LARGE = { notes: 30_000, reviews: 500_000, media_files: 20_000, media_bytes: 100_000 };
const SMALL = { notes: 300, reviews: 5_000, media_files: 100, media_bytes: 1_000 };

/** `against`: the profile of the bench's large collection, whose start is compared with. */
export async function measureImport({ bench, folder, python, isSmall, against, starts, say }) {
  const root = join(folder, 'import');
  const files = packagesIn(root, isSmall ? SMALL : LARGE, python, say);
  const { made, packed } = files;
  const size = made.cards;
  const version = packed.colpkg.version;
  const results = [];
  const add = (name, aim, what, [ours, theirs]) => {
    const row = { name: `beside Anki: ${name}`, size, aim, against: `Anki ${version}${what}` };
    results.push(ratioOf(row, { millis: ours, rawMillis: theirs }));
  };
  const bound = (name, most, unit, values) => {
    const row = { name, size, aim: 1, against: `${most} ${unit}` };
    results.push(ratioOf(row, { millis: values, rawMillis: values.map(() => most) }));
  };
  for (const form of ['apkg', 'colpkg']) {
    say(`Measuring: import of the .${form}.`);
    const profile = `import-${form}`;
    rmSync(join(folder, profile), { recursive: true, force: true });
    const theirs = inAnki(python, 'take', {
      folder: join(root, 'taken'),
      form,
      package: files.of(form),
    });
    const ours = await bench.inProgram(profile, importIn(files.of(form)));
    hasAll(theirs, made);
    saysAll(ours.said, made);
    add(`.${form} in`, 2, ': importing the same file', [[ours.cpuMillis], [theirs.millis]]);
    add(`.${form} in, time`, 2, ', by the clock', [[ours.wallMillis], [theirs.wallMillis]]);
    bound(`.${form} in, memory`, MOST_MEGABYTES, 'MB', [ours.megabytes]);
    bound(`.${form} in, frame`, MOST_MILLIS_OF_A_FRAME, 'ms', [ours.longestMillis]);
    if (form === 'apkg') rmSync(join(folder, profile), { recursive: true, force: true });
  }
  const profile = 'import-colpkg';
  say('Measuring: the first card after the import.');
  const first = { ours: [], theirs: [] };
  for (let at = 0; at < starts; at++) {
    first.ours.push(await bench.startToFirstCard(profile));
    first.theirs.push(await bench.startToFirstCard(against));
  }
  results.push(
    ratioOf(
      { name: 'start after an import', size, aim: 1.1, against: `the same with ${against} cards` },
      { millis: first.ours, rawMillis: first.theirs },
    ),
  );
  say('Measuring: export of the .colpkg.');
  const exported = join(root, 'exported.colpkg');
  const ours = await bench.inProgram(profile, exportIn(exported));
  const back = inAnki(python, 'take', {
    folder: join(root, 'taken'),
    form: 'colpkg',
    package: exported,
  });
  hasAll(back, made);
  rmSync(exported, { force: true });
  const theirs = packed.colpkg;
  add('.colpkg out', 2, ': exporting the same', [[ours.cpuMillis], [theirs.millis]]);
  add('.colpkg out, time', 2, ', by the clock', [[ours.wallMillis], [theirs.wallMillis]]);
  bound('.colpkg out, memory', MOST_MEGABYTES, 'MB', [ours.megabytes]);
  bound('.colpkg out, frame', MOST_MILLIS_OF_A_FRAME, 'ms', [ours.longestMillis]);
  rmSync(join(folder, profile), { recursive: true, force: true });
  return results;
}

/** Makes the collection with the real Anki, and has it exported; kept where profiles are. */
function packagesIn(root, collection, python, say) {
  const told = join(root, 'made.json');
  const of = (form) => join(root, `large.${form}`);
  if (existsSync(told)) return { ...JSON.parse(readFileSync(told, 'utf8')), of };
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  say(`Having Anki make a collection of ${collection.notes.toLocaleString('en')} notes.`);
  const own = join(root, 'collection');
  const made = inAnki(python, 'generate', { folder: own, ...collection });
  const packed = Object.fromEntries(
    ['colpkg', 'apkg'].map((form) => [
      form,
      inAnki(python, 'pack', { folder: own, form, to: of(form) }),
    ]),
  );
  rmSync(own, { recursive: true, force: true });
  writeFileSync(told, JSON.stringify({ made, packed }));
  return { made, packed, of };
}

/** Chooses the file, waits for what it would bring, and brings it. */
function importIn(path) {
  return async (page) => {
    const name = path.split(/[/\\]/).at(-1);
    await page.getByRole('link', { name: 'Decks' }).click();
    await page.getByRole('button', { name: 'Add from a file…' }).first().waitFor();
    const begin = performance.now();
    await page.getByLabel('Files to import').setInputFiles(path);
    const heading = page.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: new RegExp(`^${name}$`) }).waitFor({ timeout: LIMIT_MILLIS });
    await page.keyboard.press('Enter');
    await heading.filter({ hasText: `${name} is here` }).waitFor({ timeout: LIMIT_MILLIS });
    const wallMillis = performance.now() - begin;
    return { wallMillis, said: await page.locator('main').innerText() };
  };
}

/** All of the collection, by the dialog that its key opens. */
function exportIn(to) {
  return async (page) => {
    await page.getByRole('link', { name: 'Decks' }).click();
    await page.getByRole('heading', { name: 'Decks', level: 1 }).waitFor();
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Anki collection \(\.colpkg\)/).check();
    const begin = performance.now();
    const download = page.waitForEvent('download', { timeout: LIMIT_MILLIS });
    await dialog.getByRole('button', { name: 'Save the file' }).click();
    await (await download).saveAs(to);
    const wallMillis = performance.now() - begin;
    const status = dialog.getByRole('status');
    return { wallMillis, said: await status.innerText({ timeout: LIMIT_MILLIS }) };
  };
}

/** Throws where Anki does not have all of it. Rounds' own first deck goes out as well. */
function hasAll(theirs, made) {
  for (const what of ['notes', 'cards', 'reviews', 'media']) {
    if (theirs[what] < made[what]) {
      throw new Error(`Anki has ${theirs[what]} ${what} of ${made[what]}`);
    }
  }
}

/** Throws where Rounds does not say that all of it came: then the figures are of other work. */
function saysAll(said, made) {
  for (const what of ['notes', 'cards']) {
    const words = `${made[what].toLocaleString('en')} ${what}`;
    if (!said.includes(words)) throw new Error(`Rounds does not say “${words}”: ${said}`);
  }
}

/** What bench/import_in_anki.py answers, in a process of its own. */
function inAnki(python, doing, given) {
  const script = join(checkout, 'bench/import_in_anki.py');
  const asked = JSON.stringify({ do: doing, with: given });
  const { stdout, status, stderr } = spawnSync(python, [script, asked], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Anki could not ${doing}: ${stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(stdout);
}
