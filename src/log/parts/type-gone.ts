import { failed, type Result } from '../../kernel/problem.ts';

export function typeGone(): Result<never> {
  return failed(
    'The note type is no longer there.',
    'Nothing was changed.',
    'Choose another type.',
  );
}
