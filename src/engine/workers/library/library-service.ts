import { LibraryIndex } from '../../../domain/library/library-index.ts';
import type { PastAnswers } from '../../../domain/library/past-answers.ts';
import type { Change } from '../../../domain/collection/rows.ts';
import type { AnswerColumns } from '../../../domain/statistics/columns/answer-columns.ts';
import { ok, type Problem, type Result } from '../../../kernel/problem.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import { answerDaysNeeded } from '../../../domain/search/answer-days.ts';
import { conditionsOf, type Query } from '../../../domain/search/query.ts';
import { t } from '../../../kernel/texts.ts';
import {
  openForReading,
  readAnswers,
  readLastDeckId,
  readLibrary,
} from '../../../store/library/library-pages.ts';
import { type BesideAnswers, readBesideAnswers } from '../../../store/library/answer-columns.ts';
import type { DatabasePlace } from '../../../store/place/place.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import type { Watch } from '../../rpc.ts';
import { AnswersKept } from '../statistics/answers-kept.ts';
import { LibraryKeeper } from './library-keeper.ts';
import { RememberedListings } from './remembered-listings.ts';
import { SEARCH_LIMIT_MILLIS, searchedByTurns } from './search-turns.ts';

/** After so long without a question or a change, the index is kept for the next start. */
const QUIET_MILLIS = 3_000;

export interface ForInsights extends BesideAnswers {
  readonly columns: AnswerColumns;
}

/**
 * What the library's queries ask of (queries/library.ts): an index that is taken up as it was kept,
 * or read from the database, in the background, and kept up with changes.
 */
export class LibraryService {
  readonly #onChange: () => void;
  readonly #limitMillis: number;
  readonly #quietMillis: number;
  #place: DatabasePlace | undefined;
  #db: RoundsDatabase | undefined;
  #index = new LibraryIndex();
  /** Settles once the index has been read; with a problem if it could not be. */
  #ready: Promise<Problem | undefined> = new Promise(() => {});
  #isReady = false;
  /** Searches under way, and keeping: meanwhile the index stays as it is. */
  #holds = 0;
  /** Told while the index was being read or searched. */
  #waiting: Change[] = [];
  /** What was found, by tokens. */
  readonly listings = new RememberedListings();
  #answers: PastAnswers | undefined;
  /** How often cards have changed: answers read before are no longer all. */
  #version = 0;
  /** For statistics; nothing of it is read before they are asked for. */
  readonly #columns = new AnswersKept();
  #keeper = new LibraryKeeper();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #mayKeep = true;

  constructor(onChange: () => void, limitMillis = SEARCH_LIMIT_MILLIS, quietMillis = QUIET_MILLIS) {
    this.#onChange = onChange;
    this.#limitMillis = limitMillis;
    this.#quietMillis = quietMillis;
  }

  /** Whether the index may be kept for the next start. */
  set mayKeep(may: boolean) {
    this.#mayKeep = may;
    this.#columns.mayKeep = may;
    this.#soon();
  }

  open(place: DatabasePlace): void {
    this.#place = place;
    this.#begin(true);
  }

  /** Reads everything anew. Listings made before are forgotten. */
  reset(): void {
    this.#begin(false);
  }

  #begin(mayTakeUp: boolean): void {
    this.#isReady = false;
    this.#waiting = [];
    this.#columns.forget();
    const ready = this.#read(() => this.#ready === ready, mayTakeUp);
    this.#ready = ready;
  }

  change(changes: readonly Change[]): void {
    // Not spread: a hundred thousand arguments are too many for a call.
    this.#waiting = this.#waiting.concat(changes);
    this.#columns.hear(changes);
    this.#applyWaiting();
  }

  async #read(isWanted: () => boolean, mayTakeUp: boolean): Promise<Problem | undefined> {
    const keeper = new LibraryKeeper();
    let index: LibraryIndex;
    try {
      if (!this.#db?.isOpen()) {
        const opened = await openForReading(this.#place);
        if (!opened.ok) return opened.problem;
        this.#db = opened.value;
      }
      const kept = mayTakeUp ? await keeper.takeUp(this.#db, isWanted) : undefined;
      index = kept ?? new LibraryIndex();
      if (!kept) {
        await keeper.begin(this.#db, this.#mayKeep);
        for await (const changes of readLibrary(this.#db)) {
          if (!isWanted()) return undefined;
          index.change(changes);
        }
      }
    } catch (error) {
      return libraryProblem(error);
    }
    if (!isWanted()) return undefined;
    this.#index = index;
    this.#keeper = keeper;
    this.listings.forget();
    this.#answers = undefined;
    this.#isReady = true;
    this.#applyWaiting();
    this.#onChange();
    this.#soon();
    return undefined;
  }

  /** Keeps the index, and the answers' columns, once it has been quiet for a while. */
  #soon(): void {
    this.#asked++;
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#quiet);
    const isWorthIt = this.#keeper.isWorthIt || this.#columns.isWorthIt;
    if (!this.#isReady || !this.#mayKeep || !isWorthIt) return;
    this.#quiet = setTimeout(() => void this.keep(), this.#quietMillis);
  }

  /** Keeps both for the next start, unless something is asked or changed on the way. */
  async keep(): Promise<void> {
    if (!this.#db || !this.#isReady || !this.#mayKeep) return;
    if (this.#holds > 0) return this.#later();
    const asked = this.#asked;
    const isQuiet = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      return asked === this.#asked && this.#waiting.length === 0;
    };
    this.#holds++;
    try {
      if (this.#keeper.isWorthIt) await this.#keeper.keep(this.#db, this.#index, isQuiet);
      if (this.#columns.isWorthIt) await this.#columns.keep(this.#db, isQuiet);
    } catch {
      // A closed database or a full disk: the next start reads all of it.
    } finally {
      this.#holds--;
      this.#applyWaiting();
    }
  }

  /** The index as it is now. */
  get index(): LibraryIndex {
    return this.#index;
  }

  /** The index, once the reading that is then the newest is over. */
  async ready(): Promise<Result<LibraryIndex>> {
    this.#soon();
    for (;;) {
      const ready = this.#ready;
      const problem = await ready;
      if (ready === this.#ready) return problem ? { ok: false, problem } : ok(this.#index);
    }
  }

  #applyWaiting(): void {
    if (!this.#isReady || this.#holds > 0 || this.#waiting.length === 0) return;
    const changes = this.#waiting;
    this.#waiting = [];
    this.#soon();
    this.#index.change(changes);
    this.#keeper.heard(changes.length);
    if (changes.some(({ table }) => table === 'cards' || table === 'pastLogs')) {
      this.#answers = undefined;
      this.#version++;
    }
    this.#onChange();
  }

  /** What `query` looks at besides cards and notes. */
  async beside(query: Query, now: ClockReading) {
    const answers = await this.#answersFor(query, this.#index.today(now).today);
    const isOfCurrent = conditionsOf(query).some(({ kind }) => kind === 'current-deck');
    const currentDeckId = isOfCurrent && this.#db ? await readLastDeckId(this.#db) : undefined;
    return { now, ...(answers && { answers }), ...(currentDeckId && { currentDeckId }) };
  }

  /** What statistics are made of besides cards and notes, as it is now. */
  async forInsights(): Promise<ForInsights> {
    if (!this.#db) throw new Error('it is not open');
    const [columns, beside] = await Promise.all([
      this.#columns.upToDate(this.#db),
      readBesideAnswers(this.#db),
    ]);
    this.#soon();
    return { columns, ...beside };
  }

  /**
   * Searches by turns; changes wait meanwhile. A
   * problem where it takes too long, or where `watch`, asked at each turn, wants no more of it.
   */
  async byTurns<Outcome>(
    begin: (index: LibraryIndex) => Generator<undefined, Outcome>,
    watch: Watch,
  ): Promise<Result<Outcome>> {
    const steps = begin(this.#index);
    this.#holds++;
    try {
      return await searchedByTurns(steps, watch, this.#limitMillis);
    } finally {
      this.#holds--;
      this.#applyWaiting();
    }
  }

  async #answersFor(query: Query, today: StudyDay): Promise<PastAnswers | undefined> {
    const days = answerDaysNeeded(query);
    if (days === 0 || !this.#db) return undefined;
    const since = Math.max(0, today - days + 1);
    if (this.#answers && this.#answers.since <= since) return this.#answers;
    const version = this.#version;
    const answers = await readAnswers(this.#db, since);
    if (version === this.#version) this.#answers = answers;
    return answers;
  }
}

/** The library, or what it needs, could not be read. */
export function libraryProblem(error: unknown): Problem {
  const name = error instanceof Error ? error.name : String(error);
  return {
    what: t`The library could not be read (${name}).`,
    kept: t`Your cards are as they were.`,
    todo: t`Load this page again.`,
  };
}
