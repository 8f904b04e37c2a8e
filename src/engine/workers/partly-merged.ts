import { failed } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';

/** What is in the log is worked in at the next start, as after a kill. */
export const PARTLY_MERGED = failed(
  t`The merge stopped when steps of the file were written already.`,
  t`All that was here is here.`,
  t`Check that the disk has space and start Rounds again: what was written is worked in then. Merge the file once more after that.`,
);
