import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { houseFaults } from './check-house.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const tree = Object.fromEntries(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join(src, path), 'utf8')]),
);

/** Names that may be there twice for good, each with its reason. */
const TWICE: Readonly<Record<string, string>> = {};

test('a dozen files a folder, one meaning a name, one place for paths and days', () => {
  expect(Object.keys(tree).length).toBeGreaterThan(80);
  expect(houseFaults(tree, { fullFolders: [], namesTwice: TWICE })).toEqual([]);
});

describe('a fault is found:', () => {
  test('a folder of more than a dozen files, but not the folder above it', () => {
    const files = (folder: string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/${n}.ts`, '']));
    const made = { ...files('domain/a', 13), ...files('domain', 12) };
    expect(houseFaults(made)).toEqual(['domain/a has 13 files']);
    expect(houseFaults(made, { fullFolders: ['domain/a'] })).toEqual([]);
    expect(houseFaults(made, { fullFolders: ['domain'] })).toHaveLength(1);
  });

  test('a name exported by two files, whatever it is', () => {
    const made = {
      'domain/a.ts': 'export interface Change {}\nfunction mine() {}\nexport const one = 1;',
      'store/b.ts': 'export type Change = 1;\nfunction mine() {}\nexport { one } from "./a.ts";',
      'store/c.ts': 'export async function* Change() {}',
    };
    expect(houseFaults(made)).toEqual([
      'Change is declared in domain/a.ts and store/b.ts and store/c.ts',
    ]);
    expect(houseFaults(made, { namesTwice: { Change: 'for a reason' } })).toEqual([]);
  });

  test.each([
    "name.split('::')",
    `path.startsWith(\`\${from}::\`)`,
    `const path = \`\${one}::\${other}\`;`,
    "path.lastIndexOf('::')",
    'path.split(/::/)',
  ])('a path by hand: %s', (text) => {
    expect(houseFaults({ 'domain/a.ts': text })).toEqual([
      "domain/a.ts spells out a path 'A::B' by hand; src/kernel/path.ts knows how",
    ]);
    expect(houseFaults({ 'kernel/path.ts': text, 'domain/template/a.ts': text })).toEqual([]);
  });

  test.each(['86_400_000', '86400', 'x * 1440', '24 * 60 * 60 * 1000'])(
    'the length of a day: %s',
    (text) => {
      expect(houseFaults({ 'store/a.ts': `const day = ${text};` })).toEqual([
        'store/a.ts spells out the length of a day by hand; src/kernel/time.ts has it',
      ]);
      expect(houseFaults({ 'kernel/time.ts': `const day = ${text};` })).toEqual([]);
    },
  );

  test('but not in comments, placeholders and other numbers', () => {
    const text = [
      "// 'A'.split('::') lasts 86_400_000",
      "/* a.split('::') */ const said = 'Neurology::MS {{c1::hidden}}';",
      'const seed = 14401; const other = 186_400;',
    ].join('\n');
    expect(houseFaults({ 'renderer/a.tsx': text })).toEqual([]);
  });
});
