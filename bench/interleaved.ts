/** How long each run took, in ms, in the order of the runs. */
export interface Timings {
  readonly millis: number[];
  readonly rawMillis: number[];
}

/**
 * Runs the program and the raw work by turns, so that whatever else the machine does meets both.
 * Which goes first changes with every run. The first `warmUps` runs are not counted, at most a third
 * as many as are: a few runs show whether the bench works. What is done `before` each is not counted
 * either.
 */
export async function interleaved(
  runs: number,
  warmUps: number,
  program: (run: number) => Promise<unknown>,
  raw: (run: number) => Promise<unknown>,
  before: (run: number) => Promise<unknown> = async () => undefined,
): Promise<Timings> {
  const timings: Timings = { millis: [], rawMillis: [] };
  const uncounted = Math.min(warmUps, Math.floor(runs / 3));
  for (let run = 0; run < runs + uncounted; run++) {
    const order = run % 2 === 0 ? [program, raw] : [raw, program];
    for (const work of order) {
      await before(run);
      const start = performance.now();
      await work(run);
      const taken = performance.now() - start;
      if (run >= uncounted) (work === program ? timings.millis : timings.rawMillis).push(taken);
    }
    // Lets the page breathe, as between two questions.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return timings;
}
