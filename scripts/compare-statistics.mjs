#!/usr/bin/env node
// Rounds' statistics beside those of the real Anki, of a collection that is made for it:
// `node scripts/compare-statistics.mjs [--python PATH]`. Exit code 1: a figure is another.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { obtainAnki } from './bench/anki.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);
const given = process.argv.indexOf('--python');
const { python, missing } = given > 0 ? { python: process.argv[given + 1] } : obtainAnki(say);
if (!python) {
  say(`The real Anki could not be had: ${missing}`);
  say('What it told once (tests/cli/statistics/anki) stands for it in npm test.');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'rounds-statistics-'));
try {
  const made = spawnSync(python, [join(root, 'scripts/anki-statistics.py'), folder], {
    env: { ...process.env, TZ: 'UTC' },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr || 'Anki ended without a word.');
  const { module } = await runnerImport(`${root}tests/support/anki-statistics.ts`, {
    root,
    configFile: false,
    envDir: false,
    logLevel: 'error',
  });
  const collection = new Uint8Array(readFileSync(join(folder, 'collection.colpkg')));
  const told = JSON.parse(readFileSync(join(folder, 'graphs.json'), 'utf8'));
  const differences = await module.differencesFromAnki(collection, told);
  for (const line of differences) say(line);
  say(`${made.stdout.trim()}; ${differences.length} figures are others than Anki’s.`);
  process.exitCode = differences.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
