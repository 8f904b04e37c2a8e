import type { Change } from '../../domain/collection/rows.ts';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import type { Windows, WishAnswer } from '../../platform/windows/windows.ts';
import { announceChanges, onChanges } from '../../store/announce.ts';
import { inTurn } from '../../store/log/turns.ts';
import { keepSecondCopy } from '../../store/place/second-copy.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { Engine } from '../engine.ts';
import type { KeptJournal } from '../journal/kept-journal.ts';
import type { ReadOnlyReason } from '../read-only.ts';

/** Why a window that follows refuses to write. */
export const FOLLOWS: Problem = {
  what: t`Another window of Rounds is writing, and this one only follows it.`,
  kept: t`Nothing was changed by this, and what is typed here stays.`,
  todo: t`Choose “Use this window” at the top, or go on in the other window.`,
};

interface Parts {
  readonly windows: Windows;
  readonly store: RoundsDatabase;
  readonly journal: JournalFiles;
  readonly readOnly: ReadOnlyReason;
  readonly engine: Pick<Engine, 'giving' | 'settled' | 'folderJournal'>;
  /** A keeper that knows nothing yet: another window has written since. */
  readonly newKeeper: () => KeptJournal;
  /** Loads the page anew, for what only a start can put right. */
  readonly beginAnew: () => void;
}

/** This window's turn to write among all those on the same cards: how it comes, and how it is given on. */
export class WritingTurn {
  readonly #parts: Parts;
  #keeper: KeptJournal | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    onChanges(parts.store, (changes) => parts.windows.tell(changes?.map(withoutBefore)));
  }

  /** From now on this window writes; everything is as a start leaves it. */
  begin(keeper: KeptJournal): void {
    const { store, windows, readOnly } = this.#parts;
    this.#keeper = keeper;
    keepSecondCopy(store, keeper);
    readOnly.because = undefined;
    windows.ready();
  }

  /** The window that wrote is gone, or has given on its turn. */
  async take(): Promise<void> {
    const { store, journal, newKeeper, beginAnew } = this.#parts;
    let done: 'writes' | 'begin anew' = 'begin anew';
    try {
      const { takeOver } = await import('./take-over.ts');
      done = await takeOver(store, journal);
    } catch {
      // What cannot be read here is said by the start.
    }
    if (done === 'begin anew') {
      beginAnew();
      return;
    }
    this.begin(newKeeper());
    void this.#keeper?.catchUp();
    void this.#parts.engine.folderJournal?.begin();
  }

  /** Asks for the turn. What is done here meanwhile waits for the answer, and for the turn if it comes. */
  wish(): Promise<WishAnswer> {
    const { windows, readOnly } = this.#parts;
    const isGiven = readOnly.changed();
    const answer = windows.wish();
    const deciding = answer
      .then((answered) => (answered === 'ours' ? isGiven : undefined))
      .finally(() => {
        if (readOnly.deciding === deciding) readOnly.deciding = undefined;
      });
    readOnly.deciding = deciding;
    return answer;
  }

  /** Settles when nothing is being written here any more. Later commands are refused. */
  async give(): Promise<void> {
    const { engine, store, journal, readOnly } = this.#parts;
    // The last words that were typed here, too.
    try {
      engine.giving();
      await engine.settled();
    } finally {
      // Whatever fails here: another window writes now.
      readOnly.because = FOLLOWS;
    }
    await engine.settled();
    await inTurn(store, async () => {});
    engine.folderJournal?.end();
    await this.#keeper?.end();
    await journal.letGo?.();
  }

  /** What the window that writes has changed; undefined: all may be another. */
  hear(told: unknown): void {
    announceChanges(this.#parts.store, told as readonly Change[] | undefined);
  }
}

/** What a row was before is half of the message, and not looked at. */
function withoutBefore(change: Change): Change {
  return { ...change, before: undefined };
}
