import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

interface Result {
  readonly name: string;
  readonly size: number;
  readonly ratio: number;
  readonly medianMillis: number;
  readonly rawMedianMillis: number;
  readonly p95Millis: number;
  readonly runs: number;
  readonly aim: number | null;
  readonly met: boolean | null;
}

interface Baseline {
  readonly name: string;
  readonly size: number;
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
}

const BY_SIZE = ['queue', 'queue of a deck', 'counts', 'answer', 'library', 'add a note'];
const SEARCHES = ['search, a phrase', 'search, two words', 'search, a word'];
const PLANS = ['exam, first plan', 'exam, daily plan'];
const PAINTED = ['next card painted', 'next card painted, p95', 'exam, first figure'];

test('the bench runs in a real Chromium, and its collections are what the program would have made', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['scripts/bench.mjs', '--small', '--json'],
    { cwd: checkout, encoding: 'utf8', timeout: 1_700_000 },
  );
  // All of what it says: a difference of lists shows none of it.
  expect(status, stderr).toBe(0);
  const report = JSON.parse(stdout);
  expect(report.inconsistencies).toEqual([]);
  expect(report.machine.cores).toBeGreaterThan(0);
  expect(report.machine.chromium).toMatch(/^\d+$/);
  for (const { cards, due, lanes } of report.collections) {
    const inLanes = Object.values<number>(lanes).reduce((sum, count) => sum + count, 0);
    expect(inLanes).toBe(cards);
    expect(Object.keys(lanes).sort()).toEqual(['learning', 'new', 'out', 'review']);
    expect(due / cards).toBeGreaterThan(0.03);
  }
  const results: Result[] = report.results;
  for (const result of results) {
    // Beyond one frame there may be nothing.
    if (result.name === 'next card painted, p95') expect(result.ratio).toBeGreaterThanOrEqual(0);
    else expect(result.ratio).toBeGreaterThan(0);
    expect(result.medianMillis).toBeGreaterThan(0);
    expect(result.rawMedianMillis).toBeGreaterThan(0);
    expect(result.p95Millis).toBeGreaterThanOrEqual(result.medianMillis);
    expect(result.runs).toBeGreaterThan(0);
    expect(result.met).toBe(result.aim === null ? null : result.ratio <= result.aim);
  }
  const names = new Set(results.map(({ name }) => name));
  const studied = [...PAINTED, 'next card after 20', 'exam, a curve', 'first script, KB'];
  for (const name of [...BY_SIZE, 'start', 'library, paging', ...SEARCHES, ...PLANS, ...studied]) {
    expect(names).toContain(name);
  }
  // A test does not hang on what PyPI has.
  expect([...names].filter((name) => name.startsWith('beside Anki'))).toEqual([]);
}, 1_800_000);

test('every measurement of the full bench has a baseline', () => {
  const { machine, ratios } = JSON.parse(
    readFileSync(`${checkout}bench/baselines.json`, 'utf8'),
  ) as {
    readonly machine: object;
    readonly ratios: readonly { name: string; size: number; ratio: number }[];
  };
  expect(Object.keys(machine).sort()).toEqual(['chromium', 'cores']);
  const sizes = (name: string) => ratios.filter((each) => each.name === name).map((r) => r.size);
  for (const name of BY_SIZE) {
    expect([name, sizes(name)]).toEqual([name, [10_000, 100_000]]);
  }
  for (const name of ['start', 'library, paging', ...SEARCHES]) {
    expect([name, sizes(name)]).toEqual([name, [100_000]]);
  }
  for (const name of PLANS) {
    expect([name, sizes(name)]).toEqual([name, [10_000]]);
  }
  for (const { ratio } of ratios) expect(ratio).toBeGreaterThan(0);
});

test('the figures on the page are the baselines', () => {
  const read = (path: string) => readFileSync(`${checkout}${path}`, 'utf8');
  const { ratios } = JSON.parse(read('bench/baselines.json')) as { ratios: Baseline[] };
  const lines = read('docs/benchmarks.md').split('\n');
  const written = lines.flatMap((line) => {
    const [, name, size, , , figures] = line.split('|').map((cell) => cell.trim());
    return /^\d+\.\d\d \(/.test(figures ?? '') ? [`${name} ${size} ${figures}`] : [];
  });
  expect(written).toEqual(
    ratios.map(
      ({ name, size, ratio, ratioLow, ratioHigh }) =>
        `${name} ${size.toLocaleString('en')} ${ratio.toFixed(2)} (${ratioLow.toFixed(2)}–${ratioHigh.toFixed(2)})`,
    ),
  );
});
