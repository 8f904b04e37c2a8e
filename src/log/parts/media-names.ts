import { failed, type Result } from '../../kernel/problem.ts';
import { named } from '../../kernel/named.ts';
import { t } from '../../kernel/texts.ts';

export function mediaNameTaken(name: string): Result<never> {
  return failed(
    t`There is already another file named “${named(name)}”.`,
    t`Both files are as they were.`,
    t`Use another name.`,
  );
}

export function mediaGone(): Result<never> {
  return failed(
    t`That file is no longer there.`,
    t`Nothing was changed.`,
    t`Check the media again.`,
  );
}
