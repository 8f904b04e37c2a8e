import type { NoteId } from '../../../domain/ids.ts';
import type { RunJob } from './use-job.ts';

export function ReplaceDialog(_props: {
  readonly noteIds: readonly NoteId[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  return null;
}
