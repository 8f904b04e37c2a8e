import { expect, test } from 'vitest';
import { inAddress, outOfAddress } from '../../src/renderer/kit/text/in-address.ts';

test('[SAFE-8] half of a character in a name does not keep its link, and so the whole screen, from being drawn', () => {
  expect(inAddress('a\uD800b')).toBe('a%EF%BF%BDb');
  expect(inAddress('\uDC00')).toBe('%EF%BF%BD');
  expect(outOfAddress(inAddress('MS therapy & 🧠 100 %'))).toBe('MS therapy & 🧠 100 %');
  expect(outOfAddress('%E0%A4%A')).toBe('%E0%A4%A');
});
