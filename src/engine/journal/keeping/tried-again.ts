import type { Problem, Result } from '../../../kernel/problem.ts';
import type { JournalStanding } from '../journal-standing.ts';

/** After a failure it is tried again once before anything is said, and from then on ever again. */
const SOON_MILLIS = 5000;
const LATER_MILLIS = 60_000;

/** Tries again what could not be written, and says so where that fails as well (JOURNAL-24). */
export class TriedAgain {
  readonly #again: () => Promise<Result<true>>;
  readonly #standing: JournalStanding;
  readonly #nowMillis: () => number;
  #sinceMillis: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(
    again: () => Promise<Result<true>>,
    standing: JournalStanding,
    nowMillis: () => number,
  ) {
    this.#again = again;
    this.#standing = standing;
    this.#nowMillis = nowMillis;
  }

  /** `problem`: of what was written last; undefined: it was. */
  heard(problem: Problem | undefined): void {
    if (this.#isOver) return;
    if (problem) {
      this.#sinceMillis ??= this.#nowMillis();
      this.#timer ??= setTimeout(() => void this.#tryAgain(), SOON_MILLIS);
      return;
    }
    this.#forget();
  }

  /** Another window writes from now on. */
  end(): void {
    this.#isOver = true;
    this.#forget();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sinceMillis = undefined;
    if (this.#standing.failure) this.#standing.tell(undefined);
  }

  async #tryAgain(): Promise<void> {
    const done = await this.#again();
    if (this.#isOver || done.ok || this.#sinceMillis === undefined) return;
    this.#standing.tell({ problem: done.problem, sinceMillis: this.#sinceMillis });
    this.#timer = setTimeout(() => void this.#tryAgain(), LATER_MILLIS);
  }
}
