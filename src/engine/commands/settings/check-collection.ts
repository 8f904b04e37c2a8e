import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { type Rebuilt, rebuild } from '../../../store/log/rebuild.ts';
import type { OnProgress } from '../../../store/write.ts';
import type { Deps } from '../../deps.ts';

export interface CollectionCheck extends Rebuilt {
  /** The tables held what the operations add up to. */
  readonly wasSound: boolean;
}

/**
 * Works out every card anew from the operations and puts right what differs; where operations are
 * damaged nothing is written. `onProgress` hears of operations looked at.
 */
export async function checkCollection(
  deps: Deps,
  onProgress?: OnProgress,
): Promise<Result<CollectionCheck>> {
  try {
    const rebuilt = await rebuild(deps.store, onProgress);
    // What it takes to undo a step is written anew under new rules; a person sees none of it.
    const { operations: _steps, ...seen } = rebuilt.differing;
    const wasSound = rebuilt.refused.length === 0 && Object.keys(seen).length === 0;
    return ok({ ...rebuilt, wasSound });
  } catch (error) {
    return failed(
      `The check could not be finished (${error instanceof Error ? error.message : error}).`,
      'Nothing was changed.',
      'Start Rounds again and check once more.',
    );
  }
}
