import type { Problem } from '../../kernel/problem.ts';

/** A journal that could not be written, and could not when it was tried again. */
export interface JournalFailure {
  readonly problem: Problem;
  /** Of the first time. */
  readonly sinceMillis: number;
}

/** What screens say of the journal, whichever keeper writes it. */
export class JournalStanding {
  failure: JournalFailure | undefined;
  readonly #listeners = new Set<() => void>();

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(failure: JournalFailure | undefined): void {
    this.failure = failure;
    for (const listener of this.#listeners) listener();
  }
}
