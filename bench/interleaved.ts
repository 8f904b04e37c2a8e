/** How long each run took, in ms, in the order of the runs. */
export interface Timings {
  readonly millis: number[];
  readonly rawMillis: number[];
}

/**
 * Runs the program and the raw work by turns, so that whatever else the machine does meets both.
 * Which goes first changes with every run. The first `warmUps` runs are not counted, and what is
 * done `before` each is not either.
 */
export async function interleaved(
  runs: number,
  warmUps: number,
  program: (run: number) => Promise<unknown>,
  raw: (run: number) => Promise<unknown>,
  before: (run: number) => Promise<unknown> = async () => undefined,
): Promise<Timings> {
  const timings: Timings = { millis: [], rawMillis: [] };
  for (let run = 0; run < runs + warmUps; run++) {
    const order = run % 2 === 0 ? [program, raw] : [raw, program];
    for (const work of order) {
      await before(run);
      const start = performance.now();
      await work(run);
      const taken = performance.now() - start;
      if (run >= warmUps) (work === program ? timings.millis : timings.rawMillis).push(taken);
    }
    // Lets the page breathe, as between two questions.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return timings;
}
