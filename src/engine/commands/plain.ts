import type { Operation, OperationBody } from '../../log/operation.ts';
import type { Result } from '../../kernel/problem.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Deps } from '../deps.ts';
import { change } from './change.ts';

/** A verb with nothing to decide: what was asked is the operation's body. */
export function plain<Asked extends readonly unknown[]>(
  bodyOf: (...asked: Asked) => OperationBody,
): (deps: Deps, ...given: [...asked: Asked, watch?: Watch]) => Promise<Result<Operation>> {
  return (deps, ...given) => {
    const asked = given.slice(0, bodyOf.length) as unknown as Asked;
    const watch = given[bodyOf.length] as Watch | undefined;
    return change(deps, bodyOf(...asked), watch);
  };
}
