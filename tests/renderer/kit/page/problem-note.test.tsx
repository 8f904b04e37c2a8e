import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { failed, notNow, type Result } from '../../../../src/kernel/problem.ts';
import { ProblemNote } from '../../../../src/renderer/kit/page/problem-note.tsx';

const note = (result: Result<never>) => !result.ok && <ProblemNote problem={result.problem} />;

test('[HELP-13] an error interrupts in the dress of a warning; what is none is said quietly', async () => {
  const { rerender } = await render(note(failed('It failed.', 'All is kept.', 'Try again.')));
  await expect.element(page.getByRole('alert')).toHaveTextContent('It failed.');
  expect(document.querySelector('.note-problem')).not.toBeNull();
  await rerender(note(notNow('There is no card.', 'All is as it was.', 'Choose others.')));
  await expect.element(page.getByRole('status')).toHaveTextContent('There is no card.');
  expect(document.querySelector('.note-problem, [role="alert"]')).toBeNull();
});
