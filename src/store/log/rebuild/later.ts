import type { OperationId } from '../../../kernel/ids.ts';
import type { Sealed } from '../../../log/envelope.ts';
import type { Outcome } from '../../../log/replay/replay.ts';
import type { RoundsDatabase } from '../../schema.ts';
import { keep } from './keep.ts';
import { besideStep, reviewsFrom } from './outcomes.ts';

/** Steps that follow all that are in the log. */
export interface LaterSteps {
  readonly many: number;
  /** What undos and redos among them name. */
  readonly targets: ReadonlySet<OperationId>;
  /** In log order; each in one transaction, and not held by whoever gives it. */
  readonly parts: Iterable<readonly Sealed[]> | AsyncIterable<readonly Sealed[]>;
  readonly refused: { readonly id: string; readonly why: string }[];
  readonly deferred: { readonly id: string; readonly why: string }[];
}

/**
 * Works the steps out, and writes each with what it takes to undo it and its review: once, where
 * steps that are in the log already are written a second time. The rows that come of them follow at
 * the end of the rebuild, which the device's row says is to be done.
 */
export async function writeLater(
  db: RoundsDatabase,
  { parts, refused, deferred }: LaterSteps,
  take: (operation: Sealed) => Outcome,
  onSteps: (steps: number) => void,
): Promise<void> {
  for await (const operations of parts) {
    const part = operations.map((operation) => {
      const outcome = take(operation);
      if (outcome.is === 'refused') refused.push({ id: operation.id, why: outcome.why });
      if (outcome.is === 'deferred') deferred.push({ id: operation.id, why: outcome.why });
      return { operation, ...besideStep(outcome), reviews: reviewsFrom(outcome) };
    });
    await keep(db, part);
    onSteps(part.length);
  }
}
