/** The worker that reads formulas, as the program starts it. */
export function startMathsWorker(): Worker {
  return new Worker(
    new URL('../../../../src/renderer/card/maths/maths-worker.ts', import.meta.url),
    { type: 'module' },
  );
}
