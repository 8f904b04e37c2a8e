import type { Preset } from '../../collection/deck.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { type DeckShare, leftOf, type NewAndDue, sharesOf } from '../limits.ts';
import { availableBy, EMPTY_TALLY, type Tally } from '../tally.ts';
import { type HeldNote, heldOf } from '../waiting.ts';

/** What a coming day asks for. */
export interface WeekDay {
  readonly studyDay: StudyDay;
  readonly reviews: number;
  readonly new: number;
}

export const FORECAST_DAYS = 7;

/** What the coming days follow from. */
interface Ahead {
  readonly today: StudyDay;
  /** The shares of all decks today. */
  readonly shares: readonly DeckShare[];
  readonly tallyOf: (share: DeckShare) => Tally | undefined;
  readonly firstInterval: (preset: Preset) => number;
  /** Notes that tomorrow holds back, if what is left today is done. */
  readonly heldTomorrow: readonly HeldNote[];
}

/**
 * The coming days (TODAY-3), tomorrow first, if each day's work is done: what waits by then and was
 * not taken before, within the limits, and new cards' first return. Where nothing is left today,
 * the first of them is what tomorrow shows.
 */
export function weekAhead({
  today,
  shares,
  tallyOf,
  firstInterval,
  heldTomorrow,
}: Ahead): WeekDay[] {
  const taken = takenOf(shares);
  const decks = shares.map((share) => {
    const { deck, preset } = share;
    const wait = firstInterval(preset);
    const { new: fresh, review } = taken.get(deck.id) ?? { new: 0, review: 0 };
    return {
      deck,
      preset,
      tally: tallyOf(share) ?? EMPTY_TALLY,
      wait,
      /** Cards asked for on the days before. */
      taken: { new: fresh, review },
      /** First reviews of new cards, by the day on which they come. */
      returning: [{ day: today + wait, count: fresh }],
    };
  });
  return Array.from({ length: FORECAST_DAYS }, (_, index) => {
    const studyDay = today + 1 + index;
    const held = index === 0 ? heldTomorrow : [];
    const ofDay = sharesOf(
      decks.map(({ deck, preset, tally, taken, returning }) => {
        const by = (part: keyof Tally): number => availableBy(tally[part], studyDay);
        const returned = returning.reduce((sum, { day, count }) => {
          return day <= studyDay ? sum + count : sum;
        }, 0);
        const isByNote = preset.burySiblings;
        const held1 = heldOf(held, deck.id, '');
        // Of notes that also have a review due, those whose review was not asked for yet.
        const inReview = Math.max(0, by('newNotesInReview') - taken.review);
        const most: NewAndDue = isByNote
          ? {
              new: by('newNotes') - inReview - held1.new,
              review: by('reviewNotes') + returned - held1.review,
            }
          : { new: Number.POSITIVE_INFINITY, review: Number.POSITIVE_INFINITY };
        const waiting: NewAndDue = {
          new: within(by('newCards') - taken.new, most.new),
          review: within(by('reviewCards') + returned - taken.review, most.review),
        };
        return { deck, preset, done: { new: 0, review: 0 }, waiting };
      }),
    );
    const takenThen = takenOf(ofDay);
    for (const deck of decks) {
      const own = takenThen.get(deck.deck.id) ?? { new: 0, review: 0 };
      deck.taken.new += own.new;
      deck.taken.review += own.review;
      deck.returning.push({ day: studyDay + deck.wait, count: own.new });
    }
    const { new: fresh, review } = leftOf(ofDay);
    return { studyDay, reviews: review, new: fresh };
  });
}

/** What is taken from each deck itself where all that `shares` ask for is done. */
function takenOf(shares: readonly DeckShare[]): ReadonlyMap<DeckId, NewAndDue> {
  const taken = new Map<DeckId, NewAndDue>();
  /** How many reviews each deck with those below it may still give. */
  const room = new Map<DeckId, number>();
  // In tree order a deck comes after the one above it. Which deck a shared limit's reviews come from
  // follows their order and is not known here: those of the decks above and before are taken first.
  for (const { deck, above, left, waiting, ownNew } of shares) {
    const most = Math.min(left.review, above === undefined ? left.review : (room.get(above) ?? 0));
    const review = Math.min(most, waiting.review);
    taken.set(deck.id, { new: ownNew, review });
    room.set(deck.id, most - review);
    if (above !== undefined) room.set(above, (room.get(above) ?? 0) - most);
  }
  return taken;
}

function within(count: number, most: number): number {
  return Math.max(0, Math.min(count, most));
}
