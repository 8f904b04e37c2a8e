// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is code that is read
import { describe, expect, test } from 'vitest';
import { compiled, messagesIn } from '../../../scripts/texts/messages.mjs';

const code = [
  'const a = t`Due on ${day(1)}, ${n}`;',
  "const b = plural(n, '# card is in {name}', '# cards are in {name}', { name: t`Deck ${x}` });",
  "const c = phrase`Read ${begin(_jsx(Link, { href: '/help' }))}the ${_jsx('b', {})} help${END} first`;",
  "const d = plural(n, '# card');",
].join('\n');
const keys = [
  'Due on {0}, {1}',
  '# card is in {name} | # cards are in {name}',
  'Deck {0}',
  'Read <0>the {1} help</0> first',
  '# card | # cards',
];

test('[WORDS-5] every text is found, with what it is called in a catalogue', () => {
  expect(messagesIn('a.ts', code).map(({ key }) => key)).toEqual(keys);
  expect(messagesIn('a.ts', code)[0]).toMatchObject({ kind: 't', values: ['day(1)', 'n'] });
  expect(messagesIn('a.ts', code)[1]).toMatchObject({ kind: 'plural', names: ['name'] });
});

describe('[WORDS-6] a build', () => {
  test('in English has plain templates and lists, and no call for them', () => {
    expect(compiled('a.js', code, () => undefined)?.split('\n')).toEqual([
      'const a = `Due on ${day(1)}, ${n}`;',
      "const b = plural(n, '# card is in {name}', '# cards are in {name}', { name: `Deck ${x}` });",
      `const c = ["Read ", _jsx(Link, { href: '/help', children: ["the ", _jsx('b', {}), " help"] }), " first"];`,
      "const d = plural(n, '# card');",
    ]);
  });

  test('in another language has its texts, in its own order and with its forms', () => {
    const said: Record<string, string | Record<string, string>> = {
      'Due on {0}, {1}': '{1} am {0} `fällig` ${sic}',
      '# card is in {name} | # cards are in {name}': { one: '# K in {name}', few: 'F', other: 'O' },
      'Deck {0}': 'Stapel {0}',
      'Read <0>the {1} help</0> first': 'Erst <0>die Hilfe {1}</0> lesen',
    };
    expect(compiled('a.js', code, (key) => said[key])?.split('\n')).toEqual([
      'const a = `${n} am ${day(1)} \\`fällig\\` \\${sic}`;',
      'const b = pluralIn(n, {"one":"# K in {name}","few":"F","other":"O"}, { name: `Stapel ${x}` });',
      `const c = ["Erst ", _jsx(Link, { href: '/help', children: ["die Hilfe ", _jsx('b', {})] }), " lesen"];`,
      "const d = plural(n, '# card');",
    ]);
  });

  test('leaves what it does not know to the program: a phrase of elements made elsewhere', () => {
    const other = 'const c = phrase`${begin(link)}help${END}`;';
    expect(compiled('a.js', other, () => undefined)).toBeUndefined();
  });
});
