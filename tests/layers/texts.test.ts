// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is code that is read
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsPastTheGates } from './find-texts.ts';
import { NAMES_IN_CODE, PAST } from './texts-let-be.ts';

const src = join(import.meta.dirname, '../../src');
const paths = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path));

const isPast = (path: string) =>
  Object.keys(PAST).some((each) => (each.endsWith('/') ? path.startsWith(each) : path === each));

function found(path: string, code: string): string[] {
  return textsPastTheGates(path, code)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => !NAMES_IN_CODE[path]?.includes(text))
    .map((text) => `${path}: ${text}`);
}

test('[WORDS-1] every text that a person reads or hears goes through the one place', () => {
  const gone = paths.filter((path) => !isPast(path));
  expect(gone.length).toBeGreaterThan(1000);
  expect(gone.flatMap((path) => found(path, readFileSync(join(src, path), 'utf8')))).toEqual([]);
});

test('[WORDS-1] what is let be is there', () => {
  const isThere = (each: string) => paths.some((path) => path === each || path.startsWith(each));
  expect(
    [...Object.keys(PAST), ...Object.keys(NAMES_IN_CODE)].filter((each) => !isThere(each)),
  ).toEqual([]);
  const idle = Object.entries(NAMES_IN_CODE).flatMap(([path, names]) => {
    const code = readFileSync(join(src, path), 'utf8');
    const all = textsPastTheGates(path, code).map(({ text }) => text.trim());
    return names.filter((name) => !all.includes(name)).map((name) => `${path}: ${name}`);
  });
  expect(idle).toEqual([]);
});

test('[WORDS-1] no class is a text: in another language it would be another, and its style lost', () => {
  const classAsText = /(?:[cC]lassName|[a-z]Class)(?:=\{|: )(?:`[^`]*\$\{[^}]*)?\bt`/;
  const asText = paths.filter((path) => classAsText.test(readFileSync(join(src, path), 'utf8')));
  expect(asText).toEqual([]);
});

test('[WORDS-3] no form is chosen and no number written by hand', () => {
  const byHand = paths
    .filter((path) => !isPast(path) && path !== 'kernel/texts.ts')
    .filter((path) => {
      const code = readFileSync(join(src, path), 'utf8');
      return /toLocaleString\(|=== 1 \? (?:'[^']*[a-z]{2}|t`)/.test(code);
    });
  expect(byHand).toEqual([]);
});

describe('[WORDS-1] found is', () => {
  test.each([
    ['between tags', 'const a = <p>Some words</p>;', ['Some words']],
    [
      'in an attribute',
      '<a title="name" aria-label={isOn ? "on" : t`off`} className="some thing" />',
      ['name', 'on'],
    ],
    [
      'in a problem',
      "failed('It is full.', t`Nothing was changed.`, `Free ${x} MB of space.`)",
      ['It is full.', 'Free {} MB of space.'],
    ],
    ['in a word of a kind', "defineKind({ name: 'bury', word: 'bury' })", ['bury']],
    ['in a value of a text', 't`Due ${isToday ? "today already" : t`later`}`', ['today already']],
    ['in a variable', "const names = { a: 'Again', b: ['Not yet'] };", ['Again', 'Not yet']],
    ['in a file of words', "const day = () => 'today';", ['today']],
  ])('%s', (_, code, texts) => {
    const path = code.includes("'today'") ? 'src/renderer/kit/text/a.ts' : 'src/a.tsx';
    expect(textsPastTheGates(path, code).map(({ text }) => text)).toEqual(texts);
  });

  test('no name, key, class, selector, search or failure of the program itself', () => {
    const code = `
      import a from './Some file.ts';
      const b = { kind: 'Some kind', keys: ['Enter'], 'A key': key === 'Escape' };
      root.querySelector('Some thing'); throw new Error('Not here at all');
      const c = ['a[href], button', 'background: red', 'is:due -is:new', 'QuotaExceededError'];
      const d: 'Some type' = <p className="note wide">{1}</p>;
      const e = 'a b c'.split(' ');
    `;
    expect(textsPastTheGates('src/a.tsx', code)).toEqual([]);
  });
});
