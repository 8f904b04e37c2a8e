import type { Review } from '../../../domain/collection/review.ts';
import type { Outcome } from '../../../log/replay/replay.ts';
import type { OperationRow } from '../../schema.ts';
import { type RowBefore, undoRowsOf } from '../undo-rows.ts';

/** What stands with an operation that came to this. */
export interface BesideStep {
  readonly standing: OperationRow['standing'];
  readonly undo: readonly RowBefore[];
}

export function besideStep(outcome: Outcome): BesideStep {
  const { is } = outcome;
  const standing = is === 'refused' || is === 'deferred' ? is : undefined;
  return { standing, undo: is === 'applied' ? undoRowsOf(outcome.operation, outcome.changes) : [] };
}

/** Reviews as they stand from then on. */
export function reviewsFrom(outcome: Outcome): Review[] {
  const { is } = outcome;
  if (is !== 'applied' && is !== 'redone' && is !== 'undone') return [];
  const { review, recounted = [] } = outcome;
  const own = review && is !== 'undone' ? [review] : [];
  return [...own, ...recounted.map(({ after }) => after)];
}
