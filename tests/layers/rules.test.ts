import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rules = [
  ...readFileSync(join(root, 'docs/rules.md'), 'utf8').matchAll(/^- \*\*(\w\d+)\*\*/gm),
];
const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
  .map((path) => readFileSync(join(root, 'tests', path), 'utf8'))
  .join('\n');

test('every rule has one place, and a test that carries its number', () => {
  const numbers = rules.map(([, number]) => number ?? '');
  expect(numbers.length).toBeGreaterThan(100);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => !tests.includes(`[${number}]`))).toEqual([]);
});

test('no test carries the number of a rule that is not there', () => {
  const carried = new Set([...tests.matchAll(/\[([A-Z]\d+)\]/g)].map(([, number]) => number));
  const known = new Set(rules.map(([, number]) => number));
  expect([...carried].filter((number) => !known.has(number))).toEqual([]);
});
