import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { type Rebuilt, rebuild } from '../../../store/rebuild.ts';
import type { Deps } from '../../deps.ts';

export interface CollectionCheck extends Rebuilt {
  /** The tables held what the operations add up to. */
  readonly wasSound: boolean;
}

/** Works out every card anew from the operations and puts right what differs. */
export async function checkCollection(deps: Deps): Promise<Result<CollectionCheck>> {
  try {
    const rebuilt = await rebuild(deps.store);
    const wasSound = rebuilt.hashBefore === rebuilt.hashAfter && rebuilt.refused.length === 0;
    return ok({ ...rebuilt, wasSound });
  } catch (error) {
    return failed(
      `The check could not be finished (${error instanceof Error ? error.message : error}).`,
      'Nothing was changed.',
      'Start Rounds again and check once more.',
    );
  }
}
