import type { Operation, OperationBody } from '../../log/operation.ts';
import type { Result } from '../../kernel/problem.ts';
import { apply } from '../../store/apply.ts';
import type { OnProgress } from '../../store/write.ts';
import { type Deps, intentOf } from '../deps.ts';

/** A verb with nothing to decide: what was asked is the operation's body. */
export function plain<Asked extends readonly unknown[]>(
  bodyOf: (...asked: Asked) => OperationBody,
): (
  deps: Deps,
  ...given: [...asked: Asked, onProgress?: OnProgress]
) => Promise<Result<Operation>> {
  return (deps, ...given) => {
    const asked = given.slice(0, bodyOf.length) as unknown as Asked;
    const onProgress = given[bodyOf.length] as OnProgress | undefined;
    return apply(deps.store, intentOf(deps, bodyOf(...asked)), onProgress);
  };
}
