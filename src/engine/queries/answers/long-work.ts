import type { Query } from '../../../domain/search/query.ts';
import type { CardToTell } from '../../../domain/statistics/columns/scoped.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { ok, type Problem, type Result } from '../../../kernel/problem.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import type { Watch } from '../../../kernel/watch.ts';
import {
  type ForInsights,
  type LibraryService,
  libraryProblem,
} from '../../workers/library/library-service.ts';
import { inTurns } from './in-turns.ts';

const ALL: Query = { kind: 'all' };

/** Whom long work asks, when, and whom it tells how far it is. */
export interface LongWork {
  readonly library: LibraryService;
  readonly now: ClockReading;
  readonly watch: Watch;
}

/** What long work over some decks is done on. */
export interface DecksRead extends ForInsights {
  readonly cards: readonly CardToTell[];
  /** All other cards in sight. */
  readonly others: readonly CardToTell[];
  readonly today: StudyDay;
}

/** Does long work on the answers and the cards in sight of these decks, by turns. */
export async function workOnDecks<Outcome>(
  { library, now, watch }: LongWork,
  deckIds: readonly DeckId[],
  begin: (read: DecksRead) => Generator<number, Outcome>,
  stopped: Problem,
): Promise<Result<Outcome>> {
  try {
    const ready = await library.ready();
    if (!ready.ok) return ready;
    const read = await library.forInsights();
    const cards = await cardsOfDecks(library, deckIds, now, watch);
    if (!cards.ok) return cards;
    const { today } = library.index.today(now);
    return await inTurns(begin({ ...read, ...cards.value, today }), watch, stopped);
  } catch (error) {
    return { ok: false, problem: libraryProblem(error) };
  }
}

/** The cards in sight of these decks, each deck by itself, and all others. */
export async function cardsOfDecks(
  library: LibraryService,
  deckIds: readonly DeckId[],
  now: ClockReading,
  watch: Watch,
): Promise<Result<Pick<DecksRead, 'cards' | 'others'>>> {
  const beside = await library.beside(ALL, now);
  const found = await library.byTurns((index) => index.cards(ALL, beside), watch);
  if (!found.ok) return found;
  const wanted = new Set(deckIds);
  const isWanted = ({ deck }: CardToTell) => wanted.has(deck.id);
  return ok({
    cards: found.value.filter(isWanted),
    others: found.value.filter((card) => !isWanted(card)),
  });
}
