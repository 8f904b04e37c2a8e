import { expect, test } from 'vitest';
import { replacedWords } from '../../../src/renderer/settings/copies/restored.ts';

test('[COPY-13] what came of a restoring is said, pictures that are lost too', () => {
  const words = (is: 'replaced', mediaLost: number) => replacedWords({ is, mediaLost });
  expect(words('replaced', 0)).toBe(
    'Done: everything is as it was then. What you had before is the newest copy below.',
  );
  expect(words('replaced', 1)).toContain('But 1 picture or sound is neither in the copy');
  expect(words('replaced', 3)).toContain('But 3 pictures and sounds are neither in the copy');
  const because = { what: 'The disk is full.', kept: 'All.', todo: 'Free some space.' };
  expect(replacedWords({ is: 'put back', mediaLost: 0, because })).toBe(
    'Nothing was replaced, and you have what you had. The disk is full.',
  );
});
