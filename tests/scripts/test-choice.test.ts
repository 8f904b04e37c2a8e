import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { choose, PARTS } from '../../scripts/test/choice.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const texts: Readonly<Record<string, string>> = {
  'tests/domain/a.test.ts': "test('[KEYS-4] one",
  'tests/domain/b.test.ts': "test('[KEYS-1] two (of them)",
  'tests/layers/c.test.ts': '',
  'tests/store/d.test.ts': "test('[KEYS-4] in the database",
  'tests/e2e/e.spec.ts': "test('[KEYS-1] on the screen",
};
const tests = { files: Object.keys(texts), read: (file: string) => texts[file] ?? '' };
const chosen = (...args: string[]) =>
  choose(args, tests).map(({ part, files }) => [part, files ?? 'all']);

test('every file of tests belongs to one part', () => {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path));
  expect(files.length).toBeGreaterThan(200);
  for (const file of files) {
    const parts = Object.entries(PARTS).filter(([, places]) => places.test(file));
    expect([file, parts.length]).toEqual([file, 1]);
  }
});

test('vitest’s projects are the same parts', () => {
  const config = readFileSync(join(root, 'vitest.config.ts'), 'utf8');
  const names = [...config.matchAll(/name: '(\w+)'/g)].map(([, name]) => name);
  expect([...names, 'e2e'].sort()).toEqual(Object.keys(PARTS).sort());
});

test('without words everything runs', () => {
  expect(chosen()).toEqual([
    ['unit', 'all'],
    ['layers', 'all'],
    ['browser', 'all'],
    ['e2e', 'all'],
  ]);
});

test('a word is a part, a path or the beginning of one, or words of a name', () => {
  expect(chosen('browser', 'e2e')).toEqual([
    ['browser', 'all'],
    ['e2e', 'all'],
  ]);
  expect(chosen('tests/domain/b.test.ts')).toEqual([['unit', ['tests/domain/b.test.ts']]]);
  expect(chosen('./tests/domain')).toEqual([['unit', 'all']]);
  expect(chosen('[KEYS-4]')).toEqual([
    ['unit', ['tests/domain/a.test.ts']],
    ['browser', 'all'],
  ]);
  expect(chosen('unit', '[KEYS-4]')).toEqual([['unit', ['tests/domain/a.test.ts']]]);
});

test('words of a name are taken as they are, not as a pattern', () => {
  const [only] = choose(['two (of'], tests);
  expect(only?.files).toEqual(['tests/domain/b.test.ts']);
  expect(new RegExp(only?.pattern ?? '').test('[KEYS-1] two (of them)')).toBe(true);
});

test('what begins with a dash goes to the tool, with all that follows', () => {
  expect(choose(['e2e', '--repeat-each', '3'], tests)).toEqual([
    { part: 'e2e', files: undefined, pattern: '', passedOn: ['--repeat-each', '3'] },
  ]);
  expect(() => choose(['--project', 'shell'], tests)).toThrow(/name one part before --project/);
  expect(() => choose(['[KEYS-4]', '-u'], tests)).toThrow(/name one part before -u/);
});

test('words that name nothing are said, and no test is run', () => {
  expect(() => chosen('nothing of the kind')).toThrow(/none is of “nothing of the kind”.*unit/);
  expect(() => chosen('e2e', 'tests/domain')).toThrow(/none is of “e2e” and “tests\/domain”/);
});
