import type { Problem } from '../kernel/problem.ts';
import type { CommandName } from './commands/table.ts';

/** Why the collection may not be written to now; undefined: it may. */
export interface ReadOnly {
  readonly because: Problem | undefined;
  /** It is just being decided, because a person asked for it: settles when it is. */
  readonly deciding?: Promise<unknown> | undefined;
  /** Returns how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** A reason that comes and goes. */
export class ReadOnlyReason implements ReadOnly {
  #because: Problem | undefined;
  deciding: Promise<unknown> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(because?: Problem) {
    this.#because = because;
  }

  get because(): Problem | undefined {
    return this.#because;
  }

  set because(because: Problem | undefined) {
    if (this.#because === because) return;
    this.#because = because;
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Settles when there is another reason, or none. */
  changed(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.onChange(() => {
        stop();
        resolve();
      });
    });
  }
}

/** These write nothing then: what is half written is kept beside the collection (drafts.ts). */
const NOT_WRITING: ReadonlySet<CommandName> = new Set([
  'dropDraft',
  'exportFile',
  'forgetImport',
  'keepDraft',
  'lookAtImport',
  'planDay',
  'readImport',
  'saveDeck',
]);

/** The one place where a command is refused because nothing may be written: why, or undefined. */
export function refusalOf(name: CommandName, readOnly: ReadOnly | undefined): Problem | undefined {
  return NOT_WRITING.has(name) ? undefined : readOnly?.because;
}
