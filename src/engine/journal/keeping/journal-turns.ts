import type { Problem, Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';

/** What writes the journal, one after the other; the last one's failure is kept for whoever asks. */
export class JournalTurns {
  readonly #listeners = new Set<() => void>();
  #last: Promise<unknown> = Promise.resolve();
  #problem: Problem | undefined;
  #isOver = false;

  /** Why the last one failed; undefined: it did not. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Another window writes from now on: what would have been written is refused. */
  get isOver(): boolean {
    return this.#isOver;
  }

  onProblem(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets nothing begin from now on, and settles when nothing is at work. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#last;
  }

  /** Throws nothing: a failure is the answer. */
  take(work: () => Promise<Result<true>>): Promise<Result<true>> {
    const done = this.#last.then(() => (this.#isOver ? OVER : work())).catch(writingFailed);
    this.#last = done.then((result) => {
      const problem = result.ok ? undefined : result.problem;
      const isNews = this.#problem !== problem;
      this.#problem = problem;
      if (isNews) for (const listener of this.#listeners) listener();
    });
    return done;
  }
}

const OVER: Result<never> = {
  ok: false,
  problem: {
    what: t`Another window of Rounds writes the journal.`,
    kept: t`Everything is in the database.`,
    todo: t`Go on in the other window.`,
  },
};

/** Nothing failed, and it is not all there yet (JOURNAL-16). */
export const BEING_COMPLETED: Problem = {
  what: t`The journal is being completed from the database.`,
  kept: t`Everything is in the database.`,
  todo: t`It is written by itself.`,
};

/** A failure that was thrown, as the answer of a turn. */
export function writingFailed(error: unknown): Result<never> {
  const why = error instanceof Error ? error.message : String(error);
  return { ok: false, problem: unreachable(why) };
}

function unreachable(why: string): Problem {
  return {
    what: t`The journal could not be written (${why}).`,
    kept: t`Everything is in the database.`,
    todo: t`It is written later by itself; check that the disk has space.`,
  };
}
