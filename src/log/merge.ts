import { canonical } from '../kernel/canonical.ts';
import type { OperationId } from '../kernel/ids.ts';
import { inLogOrder, type Sealed } from './envelope.ts';

/** Two logs made one. */
export interface Merged<Row extends Sealed> {
  /** All operations of both, each once, in log order. */
  readonly operations: readonly Row[];
  /** Numbers that both gave, to different steps: the one of `own` is kept. */
  readonly conflicts: readonly OperationId[];
}

/** The union by device and number; which log an operation came by makes no difference. */
export function mergeLogs<Row extends Sealed>(
  own: Iterable<Row>,
  other: Iterable<Row>,
): Merged<Row> {
  const byId = new Map<OperationId, Row>();
  const conflicts = new Set<OperationId>();
  for (const operation of [...own, ...other]) {
    const known = byId.get(operation.id);
    if (!known) byId.set(operation.id, operation);
    else if (canonical(known) !== canonical(operation)) conflicts.add(operation.id);
  }
  return { operations: [...byId.values()].sort(inLogOrder), conflicts: [...conflicts] };
}
