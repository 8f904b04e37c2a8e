import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearPattern } from '../../../src/domain/search/regex/linear.ts';

function matches(source: string, text: string): boolean {
  const pattern = linearPattern(source);
  if (!pattern.ok) throw new Error(`${source}: ${pattern.reason}`);
  return pattern.test(text);
}

const atoms = fc.constantFrom(
  ...['a', 'b', 'B', 'é', '.', '\\d', '\\w', '\\W', '\\s', '[ab]', '[^a]', '[]', '[^]', '[\\]a-c]'],
  ...[
    '\\p{L}',
    '\\P{L}',
    '\\u{1F600}',
    '\\uD83D\\uDE00',
    '\\x61',
    '\\.',
    '\\n',
    'ſ',
    '😀',
    '-',
    '\\/',
  ],
);
const assertions = fc.constantFrom('^', '$', '\\b', '\\B');
const quantifiers = fc.constantFrom(
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '{2}',
  '{0,1}',
  '{1,}',
  '{0}',
  '{1,3}?',
);
const { pattern: patterns } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join('|')),
  ),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: atoms },
    assertions,
    fc.tuple(atoms, quantifiers).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom('(', '(?:', '(?<n>'),
        tie('pattern'),
        fc.option(quantifiers, { nil: '' }),
      )
      .map(([open, inner, quantifier]) => `${open}${inner})${quantifier}`),
  ),
}));
const texts = fc
  .array(fc.constantFrom(...'aAbBcé1_ -./\n'.split(''), '😀', 's', 'ſ', '\ud83d', 'aaa', 'mg'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** The engine finds `\B` between the halves of a character too, where the language has no place. */
function foundBy(engine: RegExp, text: string): boolean {
  engine.lastIndex = 0;
  for (let match = engine.exec(text); match; match = engine.exec(text)) {
    const isBetweenHalves = (text.codePointAt(match.index - 1) ?? 0) > 0xffff;
    if (!isBetweenHalves) return true;
    engine.lastIndex = match.index + 1;
  }
  return false;
}

test('[SEARCH-16] there is no place between the halves of a character', () => {
  expect(matches('\\B', 'a😀a')).toBe(false);
  expect(matches('\\B', '😀😀')).toBe(true);
  expect(matches('\\b', '😀')).toBe(false);
});

test('[SEARCH-16] a pattern finds what the engine of the language finds', () => {
  let found = 0;
  let compared = 0;
  fc.assert(
    fc.property(patterns, fc.array(texts, { minLength: 3, maxLength: 6 }), (source, candidates) => {
      let engine: RegExp;
      try {
        engine = new RegExp(source, 'giu');
      } catch {
        expect(linearPattern(source).ok).toBe(false);
        return;
      }
      for (const text of candidates) {
        const expected = foundBy(engine, text);
        expect([source, text, matches(source, text)]).toEqual([source, text, expected]);
        compared++;
        if (expected) found++;
      }
    }),
    { numRuns: 2000 },
  );
  expect(found / compared).toBeGreaterThan(0.1);
  expect(found / compared).toBeLessThan(0.95);
});

describe('[SEARCH-16] patterns that take the engine for ever are quick:', () => {
  // No time is asserted: from most of these the engine of the language would never come back.
  test.each([
    ['(a+)+$', `${'a'.repeat(50_000)}b`, 'a'],
    ['(a|a)*b', 'a'.repeat(50_000), 'b'],
    ['(.*)*x', 'a'.repeat(50_000), 'x'],
    ['.*.*.*.*.*x', 'ab'.repeat(25_000), 'x'],
    ['(\\w+\\s?)+[.]', 'word '.repeat(10_000), 'end.'],
    ['a.{200}b', 'ac'.repeat(10_000), `${'c'.repeat(199)}b`],
  ])('%s', (source, text, ending) => {
    expect(matches(source, text)).toBe(false);
    expect(matches(source, text + ending)).toBe(true);
  });
});

describe('[SEARCH-16] what cannot be searched for in time that grows with the text, or not at all, has a reason:', () => {
  test.each([
    ['a(?=b)', 'it looks ahead or behind'],
    ['a(?!b)', 'it looks ahead or behind'],
    ['(?<=a)b', 'it looks ahead or behind'],
    ['(?<!a)b', 'it looks ahead or behind'],
    ['(a)\\1', 'it refers back to what it found before'],
    ['(?<x>a)\\k<x>', 'it refers back to what it found before'],
    ['(a{999}){999}', 'it is too large'],
    ['(a', 'unterminated group'],
    ['a**', 'nothing to repeat'],
    ['\\', '\\ at end of pattern'],
  ])('%s', (source, reason) => {
    expect(linearPattern(source)).toEqual({ ok: false, reason });
  });
});

test('[SEARCH-12] a repetition matches as often as it says, no less and no more', () => {
  const lengths = (quantifier: string) =>
    [0, 1, 2, 3, 4, 5].filter((length) => matches(`^a${quantifier}$`, 'a'.repeat(length)));
  expect(lengths('{1,3}')).toEqual([1, 2, 3]);
  expect(lengths('{0,2}')).toEqual([0, 1, 2]);
  expect(lengths('{2}')).toEqual([2]);
  expect(lengths('{3,}')).toEqual([3, 4, 5]);
  expect(lengths('{0}')).toEqual([0]);
  expect(lengths('?')).toEqual([0, 1]);
  expect(lengths('*')).toEqual([0, 1, 2, 3, 4, 5]);
  expect(lengths('+')).toEqual([1, 2, 3, 4, 5]);
  expect(matches('^(?:ab){1,2}c$', 'ababc')).toBe(true);
  expect(matches('^(?:ab){1,2}c$', 'abababc')).toBe(false);
  expect(matches('^(?:ab|c){2}$', 'abc')).toBe(true);
  expect(matches('^(?:ab|c){2}$', 'c')).toBe(false);
});
