import { expect, test } from 'vitest';
import { inItsWords } from '../../../src/platform/files/in-its-words.ts';

test('[COPY-16] what was thrown stands within a sentence without a full stop of its own', () => {
  const gone = new DOMException('A requested file could not be found.', 'NotFoundError');
  expect(inItsWords(gone)).toBe('A requested file could not be found');
  expect(inItsWords(new Error('no answer within 30 seconds'))).toBe('no answer within 30 seconds');
  expect(inItsWords('NotReadableError: it is gone...')).toBe('NotReadableError: it is gone');
  expect(inItsWords(undefined)).toBe('undefined');
});
