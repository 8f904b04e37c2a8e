import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Needle } from '../../../../src/domain/library/texts/needle.ts';

test('[SEARCH-20] a needle is found where the text first stands', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'e', 'k', ' ', 'kidney', 'é', '1'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, texts, fc.nat(20), (haystack, piece, from) => {
      const needles = [piece, haystack.slice(from, from + 9)].filter((text) => text !== '');
      for (const text of needles) {
        const at = haystack.indexOf(text, from);
        expect(new Needle(text).next(haystack, from)).toBe(at === -1 ? Infinity : at);
      }
    }),
    { numRuns: 300 },
  );
});
