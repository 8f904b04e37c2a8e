import { ok, type Problem, type Result } from '../../../kernel/problem.ts';
import type { Watch } from '../../../kernel/watch.ts';

/** How long work goes on before others have their turn. */
const TURN_MILLIS = 40;

/** What `watch` hears of: hundredths. */
const HUNDREDTHS = 100;

/** Runs work that yields its share that is done, by turns, so that others are answered meanwhile. */
export async function byTurns<Outcome>(steps: Generator<number, Outcome>): Promise<Outcome> {
  const last = await lastStepOf(steps, () => true);
  return last.value as Outcome;
}

/** The same, told to `watch`; `stopped` where that wants no more of it. */
export async function inTurns<Outcome>(
  steps: Generator<number, Outcome>,
  watch: Watch,
  stopped: Problem,
): Promise<Result<Outcome>> {
  const last = await lastStepOf(steps, (share) =>
    watch(Math.round(share * HUNDREDTHS), HUNDREDTHS),
  );
  return last.done ? ok(last.value) : { ok: false, problem: stopped };
}

async function lastStepOf<Outcome>(
  steps: Generator<number, Outcome>,
  isWanted: (share: number) => boolean | Promise<boolean>,
): Promise<IteratorResult<number, Outcome>> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step;
    if (performance.now() - began < TURN_MILLIS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!(await isWanted(step.value))) return step;
    began = performance.now();
  }
}
