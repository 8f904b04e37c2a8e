import { isActive } from '../../domain/collection/card.ts';
import { type StudySettings, schedulerOptions } from '../../domain/collection/deck.ts';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import { allowanceOf } from '../../domain/study/allowance.ts';
import { arrangeQueue } from '../../domain/study/arrange.ts';
import { inStep, orderNew, orderReviews } from '../../domain/study/order.ts';
import { type ClockReading, type StudyDay, startOfStudyDay } from '../../kernel/study-day.ts';
import { presetOf } from '../../domain/collection/presets.ts';
import type { Queue } from '../queue.ts';
import { withoutKeys } from '../reach.ts';
import type { CardRow, RoundsDatabase } from '../schema.ts';
import { byName } from './shares.ts';

/** What a queue of chosen cards is read at. */
interface Moment {
  readonly settings: StudySettings;
  readonly today: StudyDay;
  readonly now: ClockReading;
  readonly limit: number;
}

/**
 * The queue of chosen cards (QUEUE-11): those due and new among them, in the order and within the limits
 * of their decks. Time: proportional to the cards chosen. Inside the caller's transaction.
 */
export async function readChosen(
  db: RoundsDatabase,
  cardIds: readonly CardId[],
  { settings, today, now, limit }: Moment,
): Promise<Queue> {
  const [found, decks, presets, days] = await Promise.all([
    db.cards.bulkGet([...cardIds]),
    db.decks.toArray(),
    db.presets.toArray(),
    db.days.where('studyDay').equals(today).toArray(),
  ]);
  const rows = found.filter((card) => card !== undefined).filter(isActive);
  const presetOfDeck = new Map(decks.map((deck) => [deck.id, presetOf(deck, presets)]));
  const defaults = presetOf(undefined, presets);
  const presetIn = (deckId: DeckId) => presetOfDeck.get(deckId) ?? defaults;
  const decksOfRows = new Set(rows.map((card) => card.deckId));
  const deckIds = [...decks]
    .sort(byName)
    .map(({ id }) => id)
    .filter((id) => decksOfRows.has(id));
  const first = deckIds[0] === undefined ? defaults : presetIn(deckIds[0]);
  const options = new Map(deckIds.map((id) => [id, schedulerOptions(presetIn(id), settings)]));
  const fallback = schedulerOptions(defaults, settings);
  const isReady = (card: CardRow) => card.buriedUntil <= today;
  const inLane = (lane: CardRow['lane']) =>
    rows.filter((card) => card.lane === lane).sort((a, b) => a.readyAt - b.readyAt);
  const reviews = inLane('review').filter((card) => card.readyAt < today + 1);
  const newCards = inLane('new').filter(isReady);
  const fresh = deckIds.flatMap((id) =>
    orderNew(
      newCards.filter((card) => card.deckId === id),
      presetIn(id).newOrder,
      today,
    ),
  );
  const allowance = new Map(
    deckIds.map((id) => {
      const done = days.find((day) => day.deckId === id);
      return [id, allowanceOf(presetIn(id), done)] as const;
    }),
  );
  const within = (cards: readonly CardRow[], kind: 'new' | 'review'): number =>
    deckIds.reduce((sum, id) => {
      const own = cards.filter((card) => card.deckId === id).length;
      return sum + Math.min(own, allowance.get(id)?.[kind] ?? 0);
    }, 0);
  const left = { new: within(fresh, 'new'), review: within(reviews, 'review') };
  const learning = inLane('learning');
  const orders = [...new Set(deckIds.map((id) => presetIn(id).reviewOrder))];
  const cards = arrangeQueue({
    learning,
    reviews: inStep(
      orders.map((order) => {
        const own = reviews.filter((card) => presetIn(card.deckId).reviewOrder === order);
        const optionsOf = (card: CardRow) => options.get(card.deckId) ?? fallback;
        const cards = orderReviews(own, order, optionsOf, today);
        return { cards, left: within(own, 'review'), done: 0 };
      }),
    ),
    fresh,
    allowance,
    done: { new: 0, review: 0 },
    left,
    mixing: first.mixing,
    burying: new Set(deckIds.filter((id) => presetIn(id).burySiblings)),
    nowMillis: now.atMillis,
    learnAheadMinutes: settings.learnAheadMinutes,
    today,
  });
  const endOfDay = startOfStudyDay(today + 1, now.utcOffsetMinutes, settings.rolloverHour);
  const laterToday = learning.filter((card) => card.readyAt < endOfDay && isReady(card));
  return {
    cards: cards.slice(0, limit).map((card) => withoutKeys(card as CardRow)),
    left: { ...left, learning: laterToday.length },
    nextLearningAtMillis: laterToday[0]?.readyAt,
  };
}
