import type { Problem, Result } from '../kernel/problem.ts';

/** Whether reads of the database have failed as damaged since the program began. */
export class Damage {
  isFound = false;
  readonly #listeners = new Set<() => void>();

  /** Returns how to stop listening. */
  onFound(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  found(): void {
    if (this.isFound) return;
    this.isFound = true;
    for (const listener of this.#listeners) listener();
  }

  /** Looks at an answer on its way to a screen, and gives it back. */
  in<Answer>(answer: Answer): Answer {
    const problem = (answer as Partial<Result<unknown> & { problem: Problem }> | undefined)
      ?.problem;
    if (problem?.isDamage) this.found();
    return answer;
  }
}
