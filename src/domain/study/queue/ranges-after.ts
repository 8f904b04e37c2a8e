import { withMoreDue } from '../../balance/days-ahead.ts';
import type { Card } from '../../collection/card.ts';
import { ALL_DECKS, countReview, emptyDay, type Review } from '../../collection/review.ts';
import type { Change } from '../../collection/rows.ts';
import { type CardId, noteIdOf } from '../../../kernel/ids.ts';
import { type CardInLane, laneOf } from '../lane.ts';
import { keyOfName } from '../../text/same-name.ts';
import { talliesChanged } from '../tallies-changed.ts';
import type { Histogram, Tally, TallyChanges } from '../tally.ts';
import { EMPTY_TALLY } from '../tally.ts';
import type { LaneRange, Ranges } from './ranges.ts';

/** What an answer changed. */
export interface StepDone {
  readonly changes: readonly Change[];
  readonly review: Review | undefined;
  /** As they were, every card of the notes that changed. */
  readonly cards: ReadonlyMap<string, Card>;
}

/**
 * `ranges` as they will be after a step. It may change cards, and of other tables only what no queue
 * is read from. Reads: as `ranges`, and of a lane as many rows more as cards changed.
 */
export function rangesAfter(ranges: Ranges, { changes, review, cards }: StepDone): Ranges {
  const after = new Map<string, CardInLane | undefined>();
  for (const { table, key, after: card } of changes) {
    if (table === 'cards') after.set(key, card && { ...card, ...laneOf(card) });
  }
  const tallyChanges = talliesChanged(changes, cards);
  /** `rows` with the changed cards in their places. */
  const patched = (rows: readonly CardInLane[], isWithin: (card: CardInLane) => boolean) => {
    const changed = [...after.values()].filter((card) => card !== undefined).filter(isWithin);
    return [...rows.filter(({ id }) => !after.has(id)), ...changed].sort(byPlace);
  };
  return {
    decks: () => ranges.decks(),
    presets: () => ranges.presets(),
    tallies: async (section, deckIds, until) => {
      const tallies = new Map(await ranges.tallies(section, deckIds, until));
      for (const deckId of decksIn(tallyChanges, section)) {
        if (deckIds && !(deckIds as readonly string[]).includes(deckId)) continue;
        const tally = tallies.get(deckId) ?? EMPTY_TALLY;
        tallies.set(deckId, sumOf(tally, tallyChanges.tally(deckId, section)));
      }
      return tallies;
    },
    dueByDay: async () => {
      const changed = decksIn(tallyChanges, '').map((deckId) => tallyChanges.tally(deckId, ''));
      const more = changed.map(({ reviewCards }) => reviewCards);
      return withMoreDue(await ranges.dueByDay(), more);
    },
    totals: async (studyDay, deckIds) => {
      const totals = new Map(await ranges.totals(studyDay, deckIds));
      if (review?.studyDay !== studyDay) return totals;
      for (const deckId of [review.deckId, ALL_DECKS]) {
        if (deckIds && !deckIds.includes(deckId)) continue;
        const day = totals.get(deckId) ?? emptyDay(deckId, studyDay);
        totals.set(deckId, countReview(day, review, 1));
      }
      return totals;
    },
    inSteps: async () => patched(await ranges.inSteps(), ({ lane }) => lane === 'learning'),
    lane: async (range, from, count) => {
      const rows = await ranges.lane(range, from, count + after.size);
      return patched(rows, (card) => isWithin(card, range, from)).slice(0, count);
    },
    laneIds: async (range) => {
      const ids = (await ranges.laneIds(range)).filter((id) => !after.has(id));
      // Where among them a changed card stands is not known from ids; who draws from them, sorts.
      const within = patched([], (card) => isWithin(card, range, undefined));
      return [...ids, ...within.map(({ id }) => id)];
    },
    cards: async (ids: readonly CardId[]) => {
      const found = await ranges.cards(ids);
      return ids.map((id, index) => (after.has(id) ? after.get(id) : found[index]));
    },
    cardsOfNotes: async (noteIds) =>
      patched(await ranges.cardsOfNotes(noteIds), ({ id }) => noteIds.has(noteIdOf(id))),
  };
}

function isWithin(
  card: CardInLane,
  { lane, deckId, below }: LaneRange,
  from = Number.NEGATIVE_INFINITY,
): boolean {
  return (
    card.lane === lane &&
    (deckId === undefined || card.deckId === deckId) &&
    card.readyAt >= from &&
    card.readyAt < below
  );
}

/** As rows lie in a lane. */
function byPlace(a: CardInLane, b: CardInLane): number {
  return a.readyAt - b.readyAt || (a.id < b.id ? -1 : 1);
}

function decksIn({ byKey }: TallyChanges, section: string): string[] {
  return [...byKey.keys()]
    .map((key) => key.split('\n') as [deckId: string, section: string])
    .filter((key) => key[1] === keyOfName(section))
    .map(([deckId]) => deckId);
}

function sumOf(a: Tally, b: Tally): Tally {
  return {
    newCards: added(a.newCards, b.newCards),
    newNotes: added(a.newNotes, b.newNotes),
    reviewCards: added(a.reviewCards, b.reviewCards),
    reviewNotes: added(a.reviewNotes, b.reviewNotes),
    newNotesInReview: added(a.newNotesInReview, b.newNotesInReview),
  };
}

function added(a: Histogram, b: Histogram): Histogram {
  const sum: Record<number, number> = { ...a };
  for (const [day, change] of Object.entries(b))
    sum[Number(day)] = (sum[Number(day)] ?? 0) + change;
  return sum;
}
