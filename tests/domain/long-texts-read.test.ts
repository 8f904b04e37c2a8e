import { expect, test } from 'vitest';
import { doiAddress } from '../../src/domain/content/doi.ts';
import { problemsOf } from '../../src/domain/deck-text/check-cards.ts';
import { pathAndAbove } from '../../src/kernel/path.ts';
import { charactersRead } from '../support/characters-read.ts';

const draft = (text: string) => [
  { id: 'a', content: { type: 'cloze', text }, extra: '', sections: ['S'], source: 'x' },
];

test.each([
  ['one number', (n: number) => '{{c1::ab}} '.repeat(n)],
  [
    'many numbers',
    (n: number) => Array.from({ length: n }, (_, i) => `{{c${(i % 499) + 1}::ab${i}}} `).join(''),
  ],
  [
    'the same words again',
    (n: number) => Array.from({ length: n }, (_, i) => `{{c${(i % 499) + 1}::renal}} `).join(''),
  ],
  ['hints', (n: number) => '{{c1::renal::kidney}} '.repeat(n)],
])('[SAFE-20] checking a fact with many deletions, %s, grows with its length', (_, textOf) => {
  const steps = (n: number) => charactersRead(() => problemsOf(draft(textOf(n)) as never));
  expect(steps(400)).toBeLessThan(2.5 * steps(200) + 2_000);
  expect(steps(2_000)).toBeLessThan(2.5 * steps(1_000) + 2_000);
  expect(steps(2_000)).toBeLessThan(100 * textOf(2_000).length);
});

test('[SAFE-20] checking a deck of such facts grows with it', () => {
  const fact = (f: number) =>
    draft(Array.from({ length: 60 }, (_, i) => `{{c${i + 1}::w${f} ${i}}} `).join(''));
  const steps = (facts: number) =>
    charactersRead(() =>
      problemsOf(Array.from({ length: facts }, (_, f) => fact(f)).flat() as never),
    );
  const few = steps(10);
  expect(few).toBeGreaterThan(10_000);
  expect(steps(20)).toBeLessThan(2.5 * few);
});

test('[SAFE-20] the end of a DOI is found from its end, once', () => {
  const looks = (times: number): number => {
    const { includes } = String.prototype;
    let count = 0;
    String.prototype.includes = function (...asked) {
      count += 1;
      return includes.apply(this, asked);
    };
    try {
      expect(doiAddress(`10.1234/${'.)]'.repeat(times)}a.`)).toMatch(/a$/);
      expect(doiAddress(`10.1234/a${'.)]'.repeat(times)}`)).toBe('https://doi.org/10.1234/a');
    } finally {
      String.prototype.includes = includes;
    }
    return count;
  };
  expect(looks(2_000)).toBeLessThanOrEqual(2 * looks(1_000) + 10);
});

test.each(['a::', '::a', '::'])(
  '[SAFE-20] the levels of %s on and on are written out in passing',
  (unit) => {
    const path = unit.repeat(20_000);
    const written = pathAndAbove(path).reduce((sum, { length }) => sum + length, 0);
    expect(written).toBeLessThan(path.length + 101 * 400);
  },
);
