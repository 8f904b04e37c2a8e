import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { planReplace } from '../../../../src/domain/replace/plan-replace.ts';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import type { NoteId } from '../../../../src/kernel/ids.ts';
import {
  difference,
  ReplaceSamples,
} from '../../../../src/renderer/library/bulk/replace/replace-samples.tsx';
import { accepted } from '../../../support/deps.ts';

test('[LIBRARY-22] a change of a sign beyond the first plane shows both signs whole', () => {
  expect(difference('a 😀 b', 'a 😁 b')).toEqual({
    start: 'a ',
    gone: '😀',
    come: '😁',
    end: ' b',
  });
  // Their second halves are the same.
  expect(difference('\u{1f600}', '\u{1fa00}')).toEqual({
    start: '',
    gone: '\u{1f600}',
    come: '\u{1fa00}',
    end: '',
  });
  expect(difference('😀😀', '😀')).toEqual({ start: '😀', gone: '😀', come: '', end: '' });
});

test('[LIBRARY-22] fields beyond the fifty that are shown are told of, however few notes they are in', async () => {
  const fields = { front: 'a', back: 'a' } as unknown as FieldTexts;
  const notes = Array.from({ length: 30 }, (_, at) => ({ id: `n${at}` as NoteId, fields }));
  const request = { find: 'a', replaceWith: 'b', isRegex: false, inHtml: false, matchCase: false };
  const plan = accepted(planReplace(request, notes));
  await render(<ReplaceSamples plan={plan} fields={{}} />);
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('60 places in 30 notes, the first 50 fields here.');
});
