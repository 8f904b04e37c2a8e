import { expect, test } from 'vitest';
import { size } from '../../../../src/renderer/kit/text/file-size.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1023, '1 kB'],
  [1536, '1.5 kB'],
  [10 * 1024, '10 kB'],
  [1023 * 1024, '1 MB'],
  [100 * 1024 * 1024, '100 MB'],
  [1234 * 1024 * 1024, '1.2 GB'],
  [5000 * 1024 ** 3, '5,000 GB'],
])('[MEDIA-16] %d bytes are said as %s', (bytes, words) => {
  expect(size(bytes)).toBe(words);
});
