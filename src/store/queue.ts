import type { Card } from '../domain/collection/card.ts';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import { noteIdOf } from '../kernel/ids.ts';
import type { KindCounts } from '../domain/study/allowance.ts';
import { arrangeQueue, newAmong } from '../domain/study/arrange.ts';
import { type ClockReading, startOfStudyDay, studyDayOf } from '../kernel/study-day.ts';
import { readChosen } from './queue/chosen.ts';
import { Lanes } from './queue/lanes.ts';
import { readLearning } from './queue/learning.ts';
import { type Progress, readPlanned } from './queue/planned.ts';
import { readNew } from './queue/new-cards.ts';
import { readReviews } from './queue/reviews.ts';
import { isWithin, type KnownScope, type Scope } from './queue/scope.ts';
import { buryingDecks, type DeckShare, type Reading, readShares, sum } from './queue/shares.ts';
import { withoutKeys } from './reach.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

export type { Scope };
export { type Progress, progressOf, type SessionPlan } from './queue/planned.ts';

export interface Queue {
  /** At most `limit` cards, the one to show now first. */
  readonly cards: readonly Card[];
  /** What is left today, beyond the limit too. */
  readonly left: KindCounts;
  /** When the next learning card comes, where none is due now; ms. */
  readonly nextLearningAtMillis: number | undefined;
}

const NOT_BEGUN: Progress = { answered: new Set(), spentMillis: 0 };

/** The queue of `scope` at `now`. Rows read: proportional to `limit` and to decks, not to cards. */
export function readQueue(
  db: RoundsDatabase,
  scope: Scope,
  now: ClockReading,
  limit = 200,
  progress: Progress = NOT_BEGUN,
): Promise<Queue> {
  const tables = [db.settings, db.presets, db.decks, db.tallies, db.days, db.cards];
  return db.transaction('r', tables, async () => {
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    const today = studyDayOf(now, settings.rolloverHour);
    const lanes = new Lanes(db, today);
    if (scope.plan) return readPlanned(db, scope.plan, progress, settings, now, limit);
    if (scope.cardIds) return readChosen(db, scope.cardIds, { settings, today, now, limit });
    const [shares, inLearning] = await Promise.all([
      readShares(db, scope, today),
      readLearning(db),
    ]);
    const known: KnownScope = {
      deckIds: scope.deckId === undefined ? undefined : new Set(shares.map((each) => each.deck.id)),
      section: scope.section,
    };
    const learning = inLearning.filter((card) => isWithin(card, known));
    const { mixing } = shares[0]?.preset ?? DEFAULT_PRESET;
    const burying = buryingDecks(shares);
    const waiting = learning.filter((card) => card.buriedUntil <= today);
    const inSteps = new Set(waiting.map((card) => noteIdOf(card.id)));
    const reading: Reading = { scope: known, settings, today, burying, inSteps };
    const left = sum(shares, (share) => share.left);
    const done = sum(shares, ({ done }) => ({
      new: done.byKind.new.answers,
      review: done.byKind.review.answers,
    }));
    const { reviews, fresh } = await readEnough(
      lanes,
      shares,
      reading,
      limit,
      newAmong(limit, { mixing, done, left }),
    );
    const cards = arrangeQueue({
      learning,
      reviews,
      fresh,
      allowance: new Map(shares.map((share) => [share.deck.id, share.allowance])),
      done,
      left,
      mixing,
      burying,
      nowMillis: now.atMillis,
      learnAheadMinutes: settings.learnAheadMinutes,
      today,
    });
    const endOfDay = startOfStudyDay(today + 1, now.utcOffsetMinutes, settings.rolloverHour);
    const learningToday = learning.filter(
      (card) => card.readyAt < endOfDay && card.buriedUntil <= today,
    );
    return {
      cards: cards.slice(0, limit).map((card) => withoutKeys(card as CardRow)),
      left: { ...left, learning: learningToday.length },
      nextLearningAtMillis: learningToday[0]?.readyAt,
    };
  });
}

/**
 * `limit` reviews and new cards in the proportion that the queue will have; all of either where
 * the counts promised more than there is.
 */
async function readEnough(
  lanes: Lanes,
  shares: readonly DeckShare[],
  reading: Reading,
  limit: number,
  newWanted: number,
): Promise<{ readonly reviews: readonly Card[]; readonly fresh: readonly Card[] }> {
  const read = async (reviewCount: number, newCount: number) => {
    const [reviews, fresh] = await Promise.all([
      readReviews(lanes, shares, reading, reviewCount),
      readNew(lanes, shares, reading, newCount),
    ]);
    return { reviews, fresh };
  };
  const found = await read(limit - newWanted, newWanted);
  const isShort = found.reviews.length + found.fresh.length < limit;
  const left = sum(shares, (share) => share.left);
  const hasMore = newWanted < Math.min(limit, left.new) || limit - newWanted < left.review;
  return isShort && hasMore ? read(limit, limit) : found;
}
