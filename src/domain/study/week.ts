import type { Preset } from '../collection/deck.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { type DeckShare, leftOf, sharesOf } from './limits.ts';
import { availableOn, EMPTY_TALLY, type Histogram, type Tally } from './tally.ts';

/** A day to come: what it asks for, in cards. */
export interface WeekDay {
  readonly studyDay: StudyDay;
  readonly reviews: number;
  readonly new: number;
}

export const FORECAST_DAYS = 7;

/**
 * The coming days (TODAY-3), tomorrow first: reviews already scheduled, new cards, and new cards' first
 * return, within the limits. `today`: the shares of all decks today.
 */
export function weekAhead(
  today: StudyDay,
  shares: readonly DeckShare[],
  tallyOf: (share: DeckShare) => Tally | undefined,
  firstInterval: (preset: Preset) => number,
): WeekDay[] {
  const decks = shares.map((share) => {
    const tally = tallyOf(share) ?? EMPTY_TALLY;
    const { preset, ownNew } = share;
    return {
      share,
      tally,
      wait: firstInterval(preset),
      unseen: sumOf(tally.newCards) - ownNew,
      mostADay: preset.burySiblings ? sumOf(tally.newNotes) : Number.POSITIVE_INFINITY,
      /** First reviews of new cards, by the day on which they come. */
      returning: new Map([[today + firstInterval(preset), ownNew]]),
    };
  });
  return Array.from({ length: FORECAST_DAYS }, (_, index) => {
    const studyDay = today + 1 + index;
    const ofDay = sharesOf(
      decks.map(({ share, tally, unseen, mostADay, returning }) => ({
        deck: share.deck,
        preset: share.preset,
        done: { new: 0, review: 0 },
        waiting: {
          new: Math.min(unseen, mostADay),
          review: availableOn(tally.reviewCards, studyDay) + (returning.get(studyDay) ?? 0),
        },
      })),
    );
    const introduced = new Map(ofDay.map(({ deck, ownNew }) => [deck, ownNew]));
    for (const deck of decks) {
      const own = introduced.get(deck.share.deck) ?? 0;
      deck.unseen -= own;
      const back = studyDay + deck.wait;
      deck.returning.set(back, (deck.returning.get(back) ?? 0) + own);
    }
    const { new: fresh, review } = leftOf(ofDay);
    return { studyDay, reviews: review, new: fresh };
  });
}

function sumOf(histogram: Histogram): number {
  return Object.values(histogram).reduce((sum, number) => sum + number, 0);
}
