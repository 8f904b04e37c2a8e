export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What the failed tests, and errors outside any, said. */
  readonly words: readonly string[];
  /** Tests that passed only when tried again. */
  readonly secondTries: readonly string[];
}

/** A task's tests, from the files that its tool wrote; nothing where there are none. */
export function readReport(task: {
  readonly tool: 'vitest' | 'playwright';
  readonly report: string;
  readonly lastWords: string | undefined;
}): Outcome;
