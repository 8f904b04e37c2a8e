import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
const ours = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
);

interface About {
  readonly version: string;
  readonly text: string;
  readonly parts: { name: string; version: string; licence: string; text: string }[];
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
