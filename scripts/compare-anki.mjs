#!/usr/bin/env node
// Rounds beside the real Anki: what Rounds writes is opened there, and what went there and back is
// compared, every table and field. `node scripts/compare-anki.mjs [--python PATH]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { obtainAnki } from './bench/anki.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const FIXTURES = ['older.apkg', 'newest.apkg', 'whole.colpkg'];
/** A package joins another collection, which numbers decks itself and stamps what it takes. */
const OF_IMPORTING = [
  /^cards\/\d+\/2$/,
  /^decks\/(?:id|mod)$|^decks\/.*\/(?:id|mod)$/,
  /^types\/.*\/mod$/,
  /^config\/curModel$/,
];
/** A card that lay in a filtered deck goes home, unless all of a collection goes out. */
const OF_FILTERED = [/^cards\/\d+\/(?:14|15)$/, /^decks\/Cramming now$/];

const given = process.argv.indexOf('--python');
const say = (line) => process.stdout.write(`${line}\n`);
const { python, missing } = given > 0 ? { python: process.argv[given + 1] } : obtainAnki(say);
if (!python) {
  say(`The real Anki could not be had: ${missing}`);
  say('The packages that it made once (tests/exchange/anki/fixtures) stand for it in npm test.');
  process.exit(0);
}

const { module } = await runnerImport(`${root}tests/support/anki-beside.ts`, {
  root,
  configFile: false,
  envDir: false,
  logLevel: 'error',
});
const folder = mkdtempSync(join(tmpdir(), 'rounds-anki-'));
let faults = 0;
try {
  for (const name of FIXTURES) {
    const source = join(root, 'tests/exchange/anki/fixtures', name);
    const isWhole = name.endsWith('.colpkg');
    for (const form of ['older', 'newest']) {
      const file = join(folder, `${form}-${name}`);
      writeFileSync(file, await module.throughRounds(readFileSync(source), { isWhole, form }));
      const [before, after] = opened(source, file);
      say(`${name} → Rounds → ${form} form → Anki ${after.anki}`);
      told(after, before);
      const differences = [];
      compare('', byName(before), byName(after), differences);
      const known = isWhole ? [] : [...OF_IMPORTING, ...OF_FILTERED];
      report(differences, known);
    }
  }
  for (const form of ['older', 'newest']) {
    const file = join(folder, `own-${form}.apkg`);
    writeFileSync(file, await module.ownPackage(form));
    const [made] = opened(file);
    say(`Rounds → ${form} form → Anki ${made.anki}`);
    told(made);
    for (const legacy of ['true', 'false']) {
      const back = join(folder, `back-${form}-${legacy}.apkg`);
      run('export', file, back, legacy);
      say(`Rounds → ${form} form → Anki → ${legacy === 'true' ? 'older' : 'newest'} form → Rounds`);
      report(await module.comparedWithOwn(readFileSync(back)), []);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(faults === 0 ? 'Nothing is lost.' : `${faults} differences that nobody explained.`);
process.exitCode = faults === 0 ? 0 : 1;

function run(...args) {
  const done = spawnSync(python, [join(root, 'scripts/anki-opens.py'), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

function opened(...files) {
  return run('open', ...files)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What Anki says of a package that Rounds wrote; `source`: of the one that it was made from. */
function told({ error, log = {}, check, missingMedia }, source) {
  if (error) fault(`Anki refuses it: ${error}`);
  else
    say(
      `  opened: ${
        Object.entries(log)
          .flatMap(([name, count]) => (count ? `${count} ${name}` : []))
          .join(', ') || 'took the place of the collection'
      }`,
    );
  const complaint = check?.split('\n').slice(0, -1).join(' ');
  const before = source?.check.split('\n').slice(0, -1).join(' ') ?? '';
  if (complaint && complaint !== before) fault(`its check of the database says: ${complaint}`);
  if (missingMedia?.length > 0) fault(`files are missing: ${missingMedia.join(', ')}`);
}

function report(differences, known) {
  for (const each of differences) {
    if (known.some((pattern) => pattern.test(each.at))) continue;
    fault(`${each.at}: ${short(each.before)} → ${short(each.after)}`);
  }
  const explained = differences.filter(({ at }) => known.some((pattern) => pattern.test(at)));
  say(`  ${differences.length} differences, ${explained.length} of them explained in docs/anki.md`);
}

function fault(line) {
  faults++;
  say(`  FAULT ${line}`);
}

function short(value) {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 100);
}

/** Decks under their names: their numbers are another collection's. */
function byName({ tables, questions, media }) {
  const decks = Object.fromEntries(Object.values(tables.decks).map((deck) => [deck.name, deck]));
  const used = new Set(tables.notes.map((note) => String(note[2])));
  const types = Object.fromEntries(Object.entries(tables.types).filter(([id]) => used.has(id)));
  return { ...tables, decks, types, questions, media };
}

function compare(at, before, after, differences) {
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(at === '' ? name : `${at}/${name}`, before[name], after[name], differences);
    }
  } else if (before !== after) differences.push({ at, before, after });
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}
