import { failed, type Result } from '../../kernel/problem.ts';
import { named } from '../../kernel/named.ts';

export function mediaNameTaken(name: string): Result<never> {
  return failed(
    `There is already another file named “${named(name)}”.`,
    'Both files are as they were.',
    'Use another name.',
  );
}

export function mediaGone(): Result<never> {
  return failed('That file is no longer there.', 'Nothing was changed.', 'Check the media again.');
}
