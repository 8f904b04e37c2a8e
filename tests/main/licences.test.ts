import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newsIn } from '../../licences.config.ts';

const built = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
const ours = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
);

interface About {
  readonly version: string;
  readonly text: string;
  readonly parts: { name: string; version: string; licence: string; text: string }[];
  readonly news: { version: string; parts: { heading?: string; items: string[] }[] }[];
}
const about: About = JSON.parse(readFileSync(`${built}about.json`, 'utf8'));
const names = about.parts.map(({ name }) => name);

test('[SHELL-30] the built program names its version and licence, and everything that is in it', () => {
  expect(about.version).toBe(ours.version);
  expect(about.text).toContain('MIT License');
  // Named by us, and what they bring along; @tiptap/pm only passes ProseMirror on.
  for (const name of Object.keys(ours.dependencies)) {
    if (name !== '@tiptap/pm') expect(names).toContain(name);
  }
  expect(names).toEqual(expect.arrayContaining(['prosemirror-view', 'd3-path', 'scheduler']));
});

test('[SHELL-30] every font that is shipped is of a package that is named', () => {
  const fonts = readdirSync(`${built}assets`).filter((file) => file.endsWith('.woff2'));
  const families = new Set(fonts.map((file) => file.split('-')[0]?.split('_')[0]));
  expect([...families].sort()).toEqual(['KaTeX', 'inter', 'source']);
  expect(names).toEqual(
    expect.arrayContaining([
      'katex',
      '@fontsource-variable/inter',
      '@fontsource-variable/source-serif-4',
    ]),
  );
});

test('[SHELL-30] nothing of the tools is named, and every licence has its words', () => {
  for (const tool of ['vitest', 'playwright', 'electron', 'typescript', 'axe-core', 'fast-check']) {
    expect(names).not.toContain(tool);
  }
  const wordless = about.parts.filter(({ text }) => text === '');
  // Given to everybody: it asks for no notice.
  expect(wordless.map(({ licence }) => licence)).toEqual(wordless.map(() => 'Unlicense'));
  for (const { name, text } of about.parts) {
    if (text !== '')
      expect([name, text.length > 500, text.length < 40_000]).toEqual([name, true, true]);
  }
});

/** Under these a program under MIT may be given on, with their words beside it. */
const MAY_COME_ALONG = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'].concat([
  'OFL-1.1',
  'MPL-2.0',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
]);

test('[HELP-11] every licence lets the program be given on under its own', () => {
  const isFit = (licence: string) =>
    licence
      .replace(/[()]/g, '')
      .split(' OR ')
      .some((each) => each.split(' AND ').every((one) => MAY_COME_ALONG.includes(one)));
  expect(about.parts.filter(({ licence }) => !isFit(licence))).toEqual([]);
  expect(isFit('GPL-3.0') || isFit('MIT AND GPL-3.0')).toBe(false);
});

test('[HELP-11] every package that the code asks for by name is among those that are told of', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|css)$/.test(path))
    .map((path) => readFileSync(join(src, path), 'utf8'));
  const asked = code.flatMap((text) =>
    [
      ...text.matchAll(/^(?:import (?!type)|\} |export ).*\bfrom '([^']+)'/gm),
      ...text.matchAll(/\bimport(?:\(| )'([^']+)'/g),
      ...text.matchAll(/(?:url\(|@import )"([^"]+)"/g),
    ].map(([, specifier = '']) => specifier),
  );
  const found = asked.flatMap(
    (specifier) => /^(?:@[\w-]+\/)?[a-z][\w-]*(?=\/|$)/.exec(specifier)?.[0] ?? [],
  );
  const packages = new Set(found.filter((name) => !/^(electron|node|vite)$/.test(name)));
  // Passes ProseMirror on, which is told of part by part.
  packages.delete('@tiptap/pm');
  expect(packages.size).toBeGreaterThan(12);
  expect([...packages].filter((name) => !names.includes(name))).toEqual([]);
});

test('[HELP-11] what is new is told from the changelog, the newest version first, in plain words', () => {
  const [newest] = about.news;
  expect(newest?.version).toContain(ours.version);
  const items = newest?.parts.flatMap((part) => part.items) ?? [];
  expect(items.length).toBeGreaterThan(20);
  expect(items.filter((item) => /\]\(|`|\*\*/.test(item))).toEqual([]);
  const text =
    '# C\n## 2 (May)\n- a [b](c.md) `d e`\n- **f** *g*\n### H\n\n- i\n\n## 1\n### J\n- h';
  expect(newsIn(text)).toEqual([
    { version: '2 (May)', parts: [{ items: ['a b d e', 'f g'] }, { heading: 'H', items: ['i'] }] },
    { version: '1', parts: [{ heading: 'J', items: ['h'] }] },
  ]);
});
