import { ok, type Problem, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../rpc.ts';

/** A search goes on for so long before others get their turn. */
const TURN_MILLIS = 50;
/** A search that has worked for longer is given up: its pattern must be one of the worst. */
export const SEARCH_LIMIT_MILLIS = 5_000;

/**
 * Goes through `steps` by turns, so that a slow search holds up no other call. A problem where all
 * turns take longer than `limitMillis`, or where `watch`, asked at each, wants no more of it.
 */
export async function searchedByTurns<Outcome>(
  steps: Generator<undefined, Outcome>,
  watch: Watch,
  limitMillis: number,
): Promise<Result<Outcome>> {
  let worked = 0;
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
    const turn = performance.now() - began;
    if (worked + turn > limitMillis) return { ok: false, problem: TOO_SLOW };
    if (turn < TURN_MILLIS) continue;
    worked += turn;
    await new Promise((resolve) => setTimeout(resolve));
    if (!(await watch(worked, limitMillis))) return { ok: false, problem: STOPPED };
    began = performance.now();
  }
}

const TOO_SLOW: Problem = {
  what: t`This search takes too long.`,
  kept: t`Your cards are as they were.`,
  todo: t`Use a simpler pattern, or add a word that must be there too.`,
};

const STOPPED: Problem = {
  what: t`This search was stopped.`,
  kept: t`Your cards are as they were.`,
  todo: t`Search again where you still want to know.`,
  isNoFault: true,
};
