import { expect, test } from 'vitest';
import { replacedWords } from '../../../src/renderer/settings/copies/restored.ts';

test('[COPY-13] what came of a restoring is said, pictures that are lost too', () => {
  const words = (is: 'replaced' | 'put back', mediaLost: number) =>
    replacedWords({ is, mediaLost });
  expect(words('replaced', 0)).toBe(
    'Done: everything is as it was then. What you had before is the newest copy below.',
  );
  expect(words('replaced', 1)).toContain('But 1 picture or sound is neither in the copy');
  expect(words('replaced', 3)).toContain('But 3 pictures and sounds are neither in the copy');
  expect(words('put back', 0)).toBe(
    'The copy could not be read to its end; you have what you had.',
  );
});
