import type { Effects, Reach, Rows } from '../domain/collection/rows.ts';
import type { Result } from '../kernel/problem.ts';
import type { Operation, OperationBody } from './operation.ts';
import { kindOfBody, REGISTRY, type Registry } from './registry.ts';

/** What `operation` does to `rows`: a pure function, so that a replay of the log equals the past. */
export function effectsOf(
  operation: Operation,
  rows: Rows,
  registry: Registry = REGISTRY,
): Result<Effects> {
  return kindOfBody(operation.body, registry).effects(operation.body, operation, rows);
}

/** The rows that `body` reads or writes. An undo's rows are its target's. */
export function reachOf(body: OperationBody, registry: Registry = REGISTRY): Reach {
  return kindOfBody(body, registry).reach(body);
}
