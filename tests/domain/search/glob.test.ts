import { expect, test } from 'vitest';
import { holds, holdsWord } from '../../../src/domain/search/matching/glob.ts';
import type { Glob } from '../../../src/domain/search/query.ts';

const same = (text: string) => text;
/** `-`: a text that nothing is left of, as of a soft hyphen; `_`: one sign. */
const globOf = (signs: string): Glob =>
  [...signs].map((sign) =>
    sign === '_' ? { kind: 'one' } : { kind: 'text', text: sign === '-' ? '' : sign },
  );

test.each<[string, string, boolean]>([
  ['-_', 'dose😀', false],
  ['-_', 'dose 😀', true],
  ['_-', '😀dose', false],
  ['-_', 'ab😀', false],
  ['-_', '😀', true],
  ['-', 'dose', false],
  ['-', 'dose ', true],
])('[SEARCH-20] the word %s in “%s”: %s', (signs, text, isFound) => {
  expect(holdsWord(globOf(signs), same)(text)).toBe(isFound);
});

test('[SEARCH-20] nothing before a sign changes nothing, wherever it is looked for', () => {
  for (const text of ['', 'a', '😀', 'a😀', '😀b😀'])
    for (const signs of ['_', '__', '_a', '_b_'])
      expect(holds(globOf(`-${signs}`), same)(text), `${signs} in ${text}`).toBe(
        holds(globOf(signs), same)(text),
      );
});
