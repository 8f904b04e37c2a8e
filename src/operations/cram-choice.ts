import type { CramId } from '../domain/ids.ts';
import type { CardChoice } from '../domain/overlay/overlay.ts';
import { failed, type Result } from '../domain/problem.ts';
import type { Deps } from './deps.ts';

/** Begins a round of cramming over the cards of `choice`. */
export async function cramChoice(
  _deps: Deps,
  _choice: CardChoice,
  _name: string,
): Promise<Result<CramId>> {
  return failed(
    'Cramming is not there yet.',
    'Everything is as it was.',
    'Study the exam’s cards as planned until then.',
  );
}
