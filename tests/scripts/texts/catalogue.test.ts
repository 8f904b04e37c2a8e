// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is code that is read
import { expect, test } from 'vitest';
import { faultsOf, templateOf } from '../../../scripts/texts/catalogue.mjs';

const template = templateOf([
  {
    path: 'src/b.ts',
    code: "const a = t`Due on ${day}`;\nconst b = plural(n, '# card in {deck}', '# cards in {deck}', { deck });",
  },
  {
    path: 'src/c.tsx',
    code: 'const a = <p>{phrase`Read ${begin(<a />)}it${END}`}{t`Due on ${later}`}</p>;',
  },
]);

test('[WORDS-5] a translator gets every text once, sorted, with its values and all its places', () => {
  expect(template).toEqual({
    '# card in {deck} | # cards in {deck}': {
      kind: 'plural',
      values: ['deck'],
      places: ['src/b.ts:2'],
    },
    'Due on {0}': { kind: 't', values: ['day'], places: ['src/b.ts:1', 'src/c.tsx:1'] },
    'Read <0>it</0>': { kind: 'phrase', values: ['begin(<a />)'], places: ['src/c.tsx:1'] },
  });
});

test('[WORDS-7] a catalogue is told what it lacks, has too much and has wrong', () => {
  const texts = {
    '# card in {deck} | # cards in {deck}': {
      one: '# K in {deck}',
      few: '# K',
      many: '# K',
      other: '# K',
    },
    'Due on {0}': 'am {0}',
    'Read <0>it</0>': 'Lies <0>es</0>',
  };
  expect(faultsOf({ language: 'pl', texts }, template)).toEqual([]);
  expect(faultsOf({ language: 'de', texts }, template)).toEqual([
    'there is no form “few” in it: # card in {deck} | # cards in {deck}',
    'there is no form “many” in it: # card in {deck} | # cards in {deck}',
  ]);
  const wrong = {
    '# card in {deck} | # cards in {deck}': { one: '{stack}', other: '#' },
    'Due on {0}': 'am {1}',
    'Of before': 'von vorher',
  };
  expect(faultsOf({ language: 'de', texts: wrong }, template)).toEqual([
    'it has no {stack}: # card in {deck} | # cards in {deck}',
    'other values than {0}: Due on {0}',
    'missing: Read <0>it</0>',
    'left over: Of before',
  ]);
  const swapped = {
    ...texts,
    'Due on {0}': { other: 'a' },
    '# card in {deck} | # cards in {deck}': '#',
  };
  expect(faultsOf({ language: 'de', texts: swapped }, template)).toEqual([
    'without forms: # card in {deck} | # cards in {deck}',
    'with forms: Due on {0}',
  ]);
});
