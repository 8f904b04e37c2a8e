import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingWords, type MarkedWords } from '../../../src/domain/text/differing-words.ts';

/** '[only here]' within what both have, a bar where the other has something between. */
const shown = (parts: readonly MarkedWords[]): string =>
  parts.map(({ text, isOnlyHere }) => (isOnlyHere ? `[${text}]` : text)).join('|');

test('[ANKI-38] words that one side alone has are marked, and what both have ends at the same places', () => {
  const { mine, theirs } = differingWords(
    'The valve has two cusps and closes.',
    'The mitral valve has three leaflets and closes early.',
  );
  expect(shown(mine)).toBe('The |valve has |[two cusps]| and closes|.');
  expect(shown(theirs)).toBe('The |[mitral ]|valve has |[three leaflets]| and closes|[ early]|.');
});

test('[ANKI-38] nothing beside something is all of it', () => {
  expect(differingWords('', 'a b')).toEqual({
    mine: [],
    theirs: [{ text: 'a b', isOnlyHere: true }],
  });
  expect(differingWords('same', 'same').mine).toEqual([{ text: 'same', isOnlyHere: false }]);
});

test('[ANKI-38] whatever the texts, each is told whole, and what is common is the same in both', () => {
  const word = fc.constantFrom('a', 'b', 'c', ' ', '.', '\n', '♥️', 'é');
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
  const whole = (parts: readonly MarkedWords[]): string => parts.map((part) => part.text).join('');
  const common = (parts: readonly MarkedWords[]): string =>
    whole(parts.filter(({ isOnlyHere }) => !isOnlyHere)).replace(/\s/g, '');
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { mine, theirs } = differingWords(a, b);
      expect(whole(mine)).toBe(a);
      expect(whole(theirs)).toBe(b);
      expect(common(mine)).toBe(common(theirs));
    }),
  );
});

test('[ANKI-38] two long pages that have nothing in common are wholly different, without comparing each word', () => {
  const page = (word: string): string => `${word} `.repeat(5000);
  const { mine, theirs } = differingWords(`x ${page('a')}`, `x ${page('b')}`);
  expect(mine.map(({ isOnlyHere }) => isOnlyHere)).toEqual([false, true, false]);
  expect(theirs).toHaveLength(3);
});
