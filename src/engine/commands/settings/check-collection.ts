import { failed, ok, type Result } from '../../../kernel/problem.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Rebuilt } from '../../../store/log/rebuild.ts';
import type { Deps } from '../../deps.ts';

export interface CollectionCheck extends Rebuilt {
  /** The tables held what the operations add up to. */
  readonly wasSound: boolean;
}

/**
 * Works out every card anew from the operations and puts right what differs; where operations are
 * damaged or missing nothing is written. `watch` hears of operations and rows looked at, and can stop it until
 * something is put right.
 */
export async function checkCollection(deps: Deps, watch?: Watch): Promise<Result<CollectionCheck>> {
  try {
    const checked = await deps.writer.check(watch);
    if (!checked.ok) return checked;
    const rebuilt = checked.value;
    // What it takes to undo a step is written anew under new rules; a person sees none of it.
    const { operations: _steps, ...seen } = rebuilt.differing;
    const wasSound =
      rebuilt.refused.length === 0 && rebuilt.gaps.length === 0 && Object.keys(seen).length === 0;
    return ok({ ...rebuilt, wasSound });
  } catch (error) {
    return failed(
      `The check could not be finished (${error instanceof Error ? error.message : error}).`,
      'Every step stands in the log as it did; a correction that was begun is finished at the next start.',
      'Start Rounds again and check once more.',
    );
  }
}
