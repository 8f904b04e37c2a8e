import { Dexie } from 'dexie';
import type { Card } from '../domain/collection/card.ts';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import { emptyDay } from '../domain/collection/review.ts';
import { noteIdOf } from '../domain/ids.ts';
import { allowanceOf, type KindCounts, leftToday } from '../domain/queue/allowance.ts';
import { arrangeQueue, newAmong } from '../domain/queue/arrange.ts';
import { availableBy, EMPTY_TALLY } from '../domain/queue/tally.ts';
import {
  type ClockReading,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../domain/scheduling/study-day.ts';
import {
  type DeckShare,
  type Reading,
  readLearning,
  readNew,
  readReviews,
  type Scope,
} from './queue-cards.ts';
import { withoutKeys } from './reach.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';
import { tallyOf } from './tally-row.ts';

export type { Scope };

export interface Queue {
  /** At most `limit` cards, the one to show now first. */
  readonly cards: readonly Card[];
  /** What is left today, beyond the limit too. */
  readonly left: KindCounts;
  /** When the next learning card comes, where none is due now; ms. */
  readonly nextLearningAtMillis: number | undefined;
}

/** The queue of `scope` at `now`. Rows read: proportional to `limit` and to decks, not to cards. */
export function readQueue(
  db: RoundsDatabase,
  scope: Scope,
  now: ClockReading,
  limit = 200,
): Promise<Queue> {
  const tables = [db.settings, db.presets, db.decks, db.tallies, db.days, db.cards];
  return db.transaction('r', tables, async () => {
    // Read for the usual rollover hour without waiting for the settings, which most often agree.
    const usualDay = studyDayOf(now, DEFAULT_STUDY_SETTINGS.rolloverHour);
    const [settings = DEFAULT_STUDY_SETTINGS, usualShares, learning] = await Promise.all([
      db.settings.get('study'),
      readShares(db, scope, usualDay),
      readLearning(db, scope),
    ]);
    const today = studyDayOf(now, settings.rolloverHour);
    const shares = today === usualDay ? usualShares : await readShares(db, scope, today);
    const { mixing, burySiblings } = shares[0]?.preset ?? DEFAULT_PRESET;
    const waiting = burySiblings ? learning.filter((card) => card.buriedUntil <= today) : [];
    const inSteps = new Set(waiting.map((card) => noteIdOf(card.id)));
    const reading: Reading = { scope, settings, today, burySiblings, inSteps };
    const left = sum(shares, (share) => share.left);
    const done = sum(shares, ({ done }) => ({
      new: done.byKind.new.answers,
      review: done.byKind.review.answers,
    }));
    const { reviews, fresh } = await readEnough(
      db,
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
      burySiblings,
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
  db: RoundsDatabase,
  shares: readonly DeckShare[],
  reading: Reading,
  limit: number,
  newWanted: number,
): Promise<{ readonly reviews: readonly Card[]; readonly fresh: readonly Card[] }> {
  const read = async (reviewCount: number, newCount: number) => {
    const [reviews, fresh] = await Promise.all([
      readReviews(db, shares, reading, reviewCount),
      readNew(db, shares, reading, newCount),
    ]);
    return { reviews, fresh };
  };
  const found = await read(limit - newWanted, newWanted);
  const isShort = found.reviews.length + found.fresh.length < limit;
  const left = sum(shares, (share) => share.left);
  const hasMore = newWanted < Math.min(limit, left.new) || limit - newWanted < left.review;
  return isShort && hasMore ? read(limit, limit) : found;
}

/** The decks that `scope` covers, with their limits and what they have left. */
async function readShares(db: RoundsDatabase, scope: Scope, today: StudyDay): Promise<DeckShare[]> {
  const { deckId, section = '' } = scope;
  const [decks, presets, tallies, days] = await Promise.all([
    deckId === undefined ? db.decks.toArray() : db.decks.bulkGet([deckId]),
    db.presets.toArray(),
    deckId === undefined
      ? db.tallies
          .where('[section+deckId]')
          .between([section, Dexie.minKey], [section, Dexie.maxKey])
          .toArray()
      : db.tallies.bulkGet([[section, deckId]]),
    deckId === undefined
      ? db.days.where('studyDay').equals(today).toArray()
      : db.days.bulkGet([[deckId, today]]),
  ]);
  const presetOf = new Map(presets.map((preset) => [preset.id, preset]));
  const tallyOfDeck = new Map(tallies.flatMap((row) => (row ? [[row.deckId, row]] : [])));
  const doneIn = new Map(days.flatMap((day) => (day ? [[day.deckId, day]] : [])));
  return decks.flatMap((deck): DeckShare[] => {
    if (!deck) return [];
    const row = tallyOfDeck.get(deck.id);
    const tally = row ? tallyOf(row, today) : EMPTY_TALLY;
    const preset = presetOf.get(deck.presetId) ?? DEFAULT_PRESET;
    const done = doneIn.get(deck.id);
    const allowance = allowanceOf(preset, done);
    const due = {
      cards: availableBy(tally.reviewCards, today),
      notes: availableBy(tally.reviewNotes, today),
    };
    return [
      {
        deck,
        preset,
        allowance,
        left: leftToday(tally, preset, allowance, today),
        done: done ?? emptyDay(deck.id, today),
        due,
        hasNewAndDue: availableBy(tally.newNotesInReview, today) > 0,
      },
    ];
  });
}

function sum(
  shares: readonly DeckShare[],
  part: (share: DeckShare) => { readonly new: number; readonly review: number },
): { readonly new: number; readonly review: number } {
  return {
    new: shares.reduce((sum, share) => sum + part(share).new, 0),
    review: shares.reduce((sum, share) => sum + part(share).review, 0),
  };
}
