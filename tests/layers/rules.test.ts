import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MOST_LINES = 5;

/** The rules by page: number and text, in the order of the page. */
const pages = textsOf('docs/rules', /(?<!README)\.md$/).map(({ path, text }) => ({
  path,
  rules: [...text.matchAll(/^- \*\*([A-Z]+)-(\d+)\*\* .*(?:\n {2}.*)*/gm)].map(
    ([whole, prefix = '', count]) => ({
      prefix,
      count: Number(count),
      lines: whole.split('\n').length,
    }),
  ),
}));
const numbers = pages.flatMap(({ rules }) =>
  rules.map(({ prefix, count }) => `${prefix}-${count}`),
);
const known = new Set(numbers);
const tests = textsOf('tests', /\.(test|spec)\.tsx?$/)
  .map(({ text }) => text)
  .join('\n');

test('every page has one subject and counts its rules from 1 without gaps', () => {
  const prefixes = pages.flatMap(({ rules }) => [...new Set(rules.map(({ prefix }) => prefix))]);
  expect(prefixes.length).toBe(pages.length);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const { path, rules } of pages) {
    const counts = rules.map(({ count }) => count).sort((a, b) => a - b);
    expect(counts, path).toEqual(rules.map((_, i) => i + 1));
  }
});

test('the list of subjects names every page with its prefix', () => {
  const list = readFileSync(join(root, 'docs/rules/README.md'), 'utf8');
  const listed = [...list.matchAll(/^\| \[.+\]\((.+\.md)\) \| ([A-Z]+) \|/gm)];
  expect(listed.map(([, page, prefix]) => `${page} ${prefix}`).sort()).toEqual(
    pages.map(({ path, rules }) => `${path} ${rules[0]?.prefix}`).sort(),
  );
});

test('every rule is short, has one place, and a test that carries its number', () => {
  expect(numbers.length).toBeGreaterThan(100);
  expect(known.size).toBe(numbers.length);
  expect(numbers.filter((number) => !tests.includes(`[${number}]`))).toEqual([]);
  const long = pages.flatMap(({ rules }) => rules.filter(({ lines }) => lines > MOST_LINES));
  expect(long).toEqual([]);
});

test('no test carries the number of a rule that is not there', () => {
  const carried = new Set(
    [...tests.matchAll(/\[([A-Z]+-?\d+)\]/g)].map(([, number = '']) => number),
  );
  expect([...carried].filter((number) => !known.has(number))).toEqual([]);
});

test('no comment and no page speaks of a rule that is not there', () => {
  const prefixes = pages.map(({ rules }) => rules[0]?.prefix).join('|');
  const reference = new RegExp(`(?<![\\w-])(?:${prefixes})-\\d+(?![\\w-])`, 'g');
  const texts = ['src', 'tests', 'bench', 'scripts', 'docs'].flatMap((folder) =>
    textsOf(folder, /\.(tsx?|m?js|css|html|md)$/),
  );
  const spoken = texts.flatMap(({ text }) => text.match(reference) ?? []);
  expect(spoken.length).toBeGreaterThan(100);
  expect(spoken.filter((number) => !known.has(number))).toEqual([]);
});

/** The files below a folder whose path matches, with their text. */
function textsOf(folder: string, pattern: RegExp): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));
}
