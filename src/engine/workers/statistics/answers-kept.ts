import type { Change } from '../../../domain/collection/rows.ts';
import type { AnswerColumns } from '../../../domain/statistics/columns/answer-columns.ts';
import type { CardId } from '../../../kernel/ids.ts';
import { readAnswerColumns, readHistoriesNow } from '../../../store/library/answer-columns.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { AnswersKeeper } from './answers-keeper.ts';

/** Of more histories than this it is quicker to read them all. */
const MOST_CHANGED = 2000;

/**
 * The answers' columns, read at the first question, as they were kept where that can be, and brought
 * up to date before each: a change of a card names the history to read anew, whether it was an
 * answer, an undo or an import.
 */
export class AnswersKept {
  #columns: AnswerColumns | undefined;
  #keeper = new AnswersKeeper();
  #changed = new Set<CardId>();
  /** One at a time: what is asked meanwhile waits for the reading that is under way. */
  #turn: Promise<unknown> = Promise.resolve();
  /** How often all was forgotten: what was being read then is no longer wanted. */
  #life = 0;
  /** How many histories were read anew, and how often all were; for tests. */
  reread = 0;
  readAll = 0;
  /** Whether what is kept may be written and dropped here. */
  mayKeep = true;

  /** Everything may be other than it was. */
  forget(): void {
    this.#life++;
    this.#columns = undefined;
    this.#changed.clear();
  }

  hear(changes: readonly Change[]): void {
    for (const { table, key, after } of changes) {
      if (table === 'cards') this.#changed.add(after?.historyId ?? (key as CardId));
      else if (table === 'pastLogs') this.#changed.add(key as CardId);
      else if (table === 'cramAnswers' && after?.outcome)
        this.#changed.add(after.outcome.historyId);
    }
  }

  upToDate(db: RoundsDatabase): Promise<AnswerColumns> {
    return this.#inTurn(() => this.#bringUp(db));
  }

  /** Whether keeping them now would save time at the next start. */
  get isWorthIt(): boolean {
    return this.#columns !== undefined && this.#keeper.isWorthIt;
  }

  /** Keeps them for the next start; `goOn` is asked between parts: false leaves it for another time. */
  keep(db: RoundsDatabase, goOn: () => Promise<boolean>): Promise<void> {
    const life = this.#life;
    return this.#inTurn(async () => {
      const columns = this.#columns;
      if (!columns || !this.mayKeep || life !== this.#life) return;
      await this.#keeper.keep(db, columns, async () => (await goOn()) && life === this.#life);
    });
  }

  #inTurn<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #bringUp(db: RoundsDatabase): Promise<AnswerColumns> {
    for (;;) {
      const life = this.#life;
      const changed = this.#changed;
      this.#changed = new Set();
      try {
        const columns = await this.#read(db, changed);
        if (life !== this.#life) continue;
        this.#columns = columns;
        // What changed while this was read is read again.
        if (this.#changed.size === 0) return columns;
      } catch (error) {
        for (const id of changed) this.#changed.add(id);
        throw error;
      }
    }
  }

  async #read(db: RoundsDatabase, changed: ReadonlySet<CardId>): Promise<AnswerColumns> {
    const columns = this.#columns;
    if (!columns || changed.size > MOST_CHANGED) return this.#readAll(db);
    for await (const { id, rows, others } of readHistoriesNow(db, [...changed])) {
      columns.put(id, rows, others);
      this.#keeper.heard(id);
      this.reread++;
    }
    return columns;
  }

  async #readAll(db: RoundsDatabase): Promise<AnswerColumns> {
    const keeper = new AnswersKeeper();
    const kept = this.#columns ? undefined : await keeper.takeUp(db);
    if (!kept) {
      await keeper.begin(db, this.mayKeep);
      this.readAll++;
    }
    this.#keeper = keeper;
    return kept ?? readAnswerColumns(db);
  }
}
