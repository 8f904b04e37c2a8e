import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const within = (folder: string, ends: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => ends.test(path));

const pages = ['README.md', 'CONTRIBUTING.md', ...within('docs', /\.md$/)];
const code = ['src', 'tests'].flatMap((folder) => within(folder, /\.tsx?$/));

/** Lines as they read, wherever they are indented. */
const plain = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** Examples of `page` in TypeScript that stand in no file of `files`. */
function madeUp(page: string, files: readonly string[]): string[] {
  const examples = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, text = '']) => text);
  return examples.filter((example) => !files.some((file) => file.includes(plain(example))));
}

/** Paths and links on `page` that lead nowhere; `folder`: where the page lies. */
function leadingNowhere(page: string, folder: string): string[] {
  const named = [...page.matchAll(/`((?:src|tests|docs|bench|scripts)\/[\w./-]*\w)/g)];
  const rooms = [
    ...page.matchAll(
      /`((?:kernel|domain|log|store|engine|platform|renderer)\/[\w./-]*\.tsx?)(?![\w*])/g,
    ),
  ];
  const links = [...page.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)];
  return [
    ...named.map(([, path = '']) => path),
    ...rooms.map(([, path = '']) => `src/${path}`),
    ...links.map(([, path = '']) => join(folder, path)),
  ].filter((path) => !existsSync(join(root, path)));
}

/** Names of code on `page`, as `likeThis`, that stand in no file of `files`. */
function unknownNames(page: string, files: readonly string[]): string[] {
  const named = [...page.matchAll(/`([a-z]+[A-Z][A-Za-z]*)(?:\([^`]*\))?`/g)];
  const names = new Set(named.map(([, name = '']) => name));
  return [...names].filter((name) => !files.some((file) => file.includes(name)));
}

describe('what is written about the code is true of it:', () => {
  const files = code.map((path) => plain(read(path)));

  test('every example of how to add something stands in the code, word for word', () => {
    const examples = read('CONTRIBUTING.md').match(/^```ts$/gm) ?? [];
    expect(examples.length).toBeGreaterThan(5);
    expect(madeUp(read('CONTRIBUTING.md'), files)).toEqual([]);
    expect(madeUp(read('docs/architecture.md'), files)).toEqual([]);
  });

  test.each(pages)('every path and link of %s leads somewhere', (path) => {
    const elsewhere = /`src\/\w+\.rs`|`tests\/test_basic\.py`/g;
    expect(leadingNowhere(read(path).replace(elsewhere, ''), dirname(path))).toEqual([]);
  });

  test('every name of code in the page about the architecture is one', () => {
    const page = read('docs/architecture.md');
    expect(page).toContain('`eachLoaded`');
    expect(unknownNames(page, files)).toEqual([]);
    const gone = ['gone', 'Since'].join('');
    expect(unknownNames(`\`eachLoaded\` or \`${gone}(1)\``, files)).toEqual([gone]);
  });

  test('an example that was made up, a path and a link that lead nowhere are found', () => {
    const page = '```ts\nconst a = 1;\n```\n`src/worker/x.ts` and `log/none.ts`, [a](none.md)\n';
    expect(madeUp(page, ['const b = 1;'])).toEqual(['const a = 1;\n']);
    expect(madeUp(page, ['if (b) {\nconst a = 1;\n}'])).toEqual([]);
    expect(leadingNowhere(page, 'docs')).toEqual([
      'src/worker/x.ts',
      'src/log/none.ts',
      'docs/none.md',
    ]);
  });
});
