import type { Figure } from '../../../domain/statistics/absence.ts';
import { type RetentionCurve, retentionCurve } from '../../../domain/workload/retention-curve.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { type LibraryService, libraryProblem } from '../../workers/library-service.ts';
import { cardsOfDecks, inTurns } from './long-work.ts';

/** What each desired retention would cost, for decks that share study options (OPTIONS-6). */
export async function retentionCurveOf(
  { library, now, watch }: { library: LibraryService; now: ClockReading; watch: Watch },
  { deckIds }: { readonly deckIds: readonly DeckId[] },
): Promise<Result<Figure<RetentionCurve>>> {
  try {
    const ready = await library.ready();
    if (!ready.ok) return ready;
    const { columns } = await library.forInsights();
    const cards = await cardsOfDecks(library, deckIds, now, watch);
    if (!cards.ok) return cards;
    const { today } = library.index.today(now);
    return await inTurns(retentionCurve({ columns, cards: cards.value, today }), watch, STOPPED);
  } catch (error) {
    return { ok: false, problem: libraryProblem(error) };
  }
}

const STOPPED: Problem = {
  what: 'Reckoning what each retention costs was stopped.',
  kept: 'Nothing was changed.',
  todo: 'Start it again when you like.',
  isNoFault: true,
};
