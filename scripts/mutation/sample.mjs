/** Chooses some of all faults by a seed; as a checker of Stryker's it keeps it from the others. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** What names a fault wherever it is planted: its file, place, kind and text. */
export function keyOf(mutant, root) {
  const { fileName, location, mutatorName, replacement } = mutant;
  const { start, end } = location;
  // Stryker works on a copy, in a folder inside this one.
  const path = relative(root, fileName).split(sep).join('/');
  const file = path.slice(Math.max(0, path.indexOf('src/')));
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`;
}

/** The same `count` of `keys` for the same seed, whatever their order. */
export function sample(keys, seed, count) {
  const rank = (key) => createHash('sha256').update(`${seed} ${key}`).digest('hex');
  return keys
    .map((key) => ({ key, rank: rank(key) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ key }) => key);
}

/** A fault that shares its place with a chosen one is planted with it, and must not be run. */
class ChosenOnly {
  constructor() {
    this.chosen = new Set();
  }

  async init() {
    this.chosen = new Set(JSON.parse(readFileSync(process.env.ROUNDS_FAULTS, 'utf8')));
  }

  group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const answers = mutants.map((mutant) => [
      mutant.id,
      this.chosen.has(keyOf(mutant, process.cwd()))
        ? { status: 'passed' }
        : { status: 'compileError', reason: 'Not in the sample.' },
    ]);
    return Object.fromEntries(answers);
  }
}

export const strykerPlugins = [
  { kind: 'Checker', name: 'chosen-only', injectableClass: ChosenOnly },
];
