import type { Figure } from '../../domain/statistics/absence.ts';
import { insightsOf } from '../../domain/statistics/insights-of.ts';
import type { Insights, InsightsAsked } from '../../domain/statistics/insights.ts';
import { searchOfScope } from '../../domain/statistics/scope.ts';
import type { SimilarNote } from '../../domain/duplicates/duplicate-index.ts';
import type { DuplicateNotes } from '../../domain/library/texts/duplicate-notes.ts';
import type {
  FindRequest,
  FindResult,
  LibraryCounts,
  LibraryRow,
  SearchCounts,
} from '../../domain/library/library.ts';
import type { Vocabulary } from '../../domain/search/complete.ts';
import type { RetentionCurve } from '../../domain/workload/retention-curve.ts';
import type { Simulation, SimulatorAsked } from '../../domain/workload/simulator/simulator.ts';
import { explain } from '../../domain/search/explain.ts';
import { parseSearch } from '../../domain/search/parse-query.ts';
import type { DeckId, NoteId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { type LibraryService, libraryProblem } from '../workers/library/library-service.ts';
import type { InWorker } from './context.ts';
import {
  learnWeights,
  type OwnWeights,
  type OwnWeightsAsked,
  predictedAnswers,
} from './answers/own-weights.ts';
import { retentionCurveOf } from './answers/retention.ts';
import { simulated } from './answers/simulator.ts';

interface Context extends InWorker {
  readonly library: LibraryService;
}

/** Where it is the search of the scope that is wrong, the problem says where in it. */
export type InsightsResult = Result<Insights> | Extract<FindResult, { readonly ok: false }>;

/**
 * What the library's worker answers: the collection as the library sees it. No query changes a
 * card. All but rows and ids wait until the collection has been read.
 */
export const LIBRARY = {
  /** Cards or notes by a search; the listing is kept under a token. */
  async find({ library, now, watch }: Context, request: FindRequest): Promise<FindResult> {
    const ready = await library.ready();
    if (!ready.ok) return ready;
    const parsed = parseSearch(request.text, { fieldNames: ready.value.fieldNames() });
    if (!parsed.ok) return parsed;
    const { query } = parsed;
    try {
      const asked = { ...request, ...(await library.beside(query, now)) };
      const listing = await library.byTurns((index) => index.search(query, asked), watch);
      if (!listing.ok) return listing;
      const { mode, cardCount, noteCount, entries } = listing.value;
      return ok({
        token: library.listings.remember(listing.value),
        mode,
        total: entries.length,
        cards: cardCount,
        notes: noteCount,
        explanation: explain(query),
      });
    } catch (error) {
      return { ok: false, problem: libraryProblem(error) };
    }
  },

  /** Rows `from` up to, not including, `to` of a listing; none once its token is forgotten. */
  async rows(
    { library, now }: Context,
    { token, from, to }: { readonly token: string; readonly from: number; readonly to: number },
  ): Promise<Result<readonly LibraryRow[]>> {
    const listing = library.listings.recalled(token);
    return ok(listing ? library.index.rows(listing, from, to, now) : []);
  },

  /** The ids of all rows of a listing, in its order; none once its token is forgotten. */
  async ids(
    { library }: Context,
    { token }: { readonly token: string },
  ): Promise<Result<readonly string[]>> {
    const listing = library.listings.recalled(token);
    return ok(listing ? library.index.ids(listing) : []);
  },

  async counts({ library, now }: Context): Promise<Result<LibraryCounts>> {
    const ready = await library.ready();
    return ready.ok ? ok(ready.value.counts(now)) : ready;
  },

  /**
   * How many cards each saved search finds, by its id; without those that cannot be searched.
   * Looked for one by one, so that a search that a person waits for gets its turn in between.
   */
  async searchCounts({ library, now, watch }: Context): Promise<Result<SearchCounts>> {
    const ready = await library.ready();
    if (!ready.ok) return ready;
    const counts: Record<string, number> = {};
    for (const { id, text } of ready.value.savedSearches()) {
      const parsed = parseSearch(text, { fieldNames: ready.value.fieldNames() });
      if (!parsed.ok) continue;
      const { query } = parsed;
      try {
        const asked = await library.beside(query, now);
        const cards = await library.byTurns((index) => index.count(query, asked), watch);
        if (cards.ok) counts[id] = cards.value;
      } catch {
        // Its answers could not be read: it stands without a number, and says why once it is chosen.
      }
    }
    return ok(counts);
  },

  /**
   * Every figure of the statistics (docs/rules/insights.md). Answers are read once, at the first
   * question; after a change, those of the cards that it names.
   */
  async insights({ library, now, watch }: Context, asked: InsightsAsked): Promise<InsightsResult> {
    const ready = await library.ready();
    if (!ready.ok) return ready;
    const text = searchOfScope(asked.scope);
    const parsed = parseSearch(text, { fieldNames: ready.value.fieldNames() });
    if (!parsed.ok) return parsed;
    const { query } = parsed;
    try {
      const beside = await library.forInsights();
      const circumstances = await library.beside(query, now);
      const found = await library.byTurns((index) => index.cards(query, circumstances), watch);
      if (!found.ok) return found;
      const { today } = library.index.today(now);
      const { rolloverHour } = library.index;
      return ok(insightsOf({ asked, cards: found.value, now, today, rolloverHour, ...beside }));
    } catch (error) {
      return { ok: false, problem: libraryProblem(error) };
    }
  },

  /** FSRS weights learnt from the answers, and what they are worth. */
  learnWeights: (context: Context, asked: OwnWeightsAsked): Promise<Result<OwnWeights>> =>
    learnWeights(context, asked),

  /** How many answers there are to learn them from. */
  predictedAnswers: (
    context: Context,
    asked: Pick<OwnWeightsAsked, 'deckIds'>,
  ): Promise<Result<number>> => predictedAnswers(context, asked),

  /** What each desired retention would cost the decks of some study options. */
  retentionCurve: (
    context: Context,
    asked: { readonly deckIds: readonly DeckId[] },
  ): Promise<Result<Figure<RetentionCurve>>> => retentionCurveOf(context, asked),

  /** The coming days of some decks under today's study options and under other ones. */
  simulated: (context: Context, asked: SimulatorAsked): Promise<Result<Figure<Simulation>>> =>
    simulated(context, asked),

  /** The names there are, for what is being typed. */
  async vocabulary({ library }: Context): Promise<Result<Vocabulary>> {
    const ready = await library.ready();
    return ready.ok ? ok(ready.value.vocabulary()) : ready;
  },

  /** Notes whose sort fields are the same, or similar from `similarity` on (0.5 to 1). */
  async duplicates(
    { library }: Context,
    { similarity }: { readonly similarity: number },
  ): Promise<Result<readonly DuplicateNotes[]>> {
    const ready = await library.ready();
    return ready.ok ? ok(ready.value.duplicates(similarity)) : ready;
  },

  /** The note that says nearly what `text` (textOfNote) says, most alike first; not `except`. */
  async nearest(
    { library, watch }: Context,
    { text, except }: { readonly text: string; readonly except?: NoteId },
  ): Promise<Result<SimilarNote | undefined>> {
    const ready = await library.ready();
    return ready.ok ? library.byTurns((index) => index.nearest(text, except), watch) : ready;
  },
};
