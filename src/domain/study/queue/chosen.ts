import { type Card, isActive } from '../../collection/card.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import { type CardInLane, laneOf } from '../lane.ts';
import { TallyChanges } from '../tally.ts';
import { byNote } from '../waiting.ts';
import type { LaneRange, Ranges } from './ranges.ts';

/**
 * `ranges` as if there were no cards but `cards`: the steps of a queue then see those alone (QUEUE-11).
 * Time: proportional to them.
 */
export function rangesOver(ranges: Ranges, cards: readonly (Card | undefined)[]): Ranges {
  const rows = cards
    .filter((card) => card !== undefined)
    .filter(isActive)
    .map((card): CardInLane => ({ ...card, ...laneOf(card) }))
    .sort((a, b) => a.readyAt - b.readyAt || (a.id < b.id ? -1 : 1));
  const deckIds = new Set(rows.map(({ deckId }) => deckId));
  const inRange = ({ lane, deckId, below }: LaneRange): CardInLane[] =>
    rows.filter(
      (row) =>
        row.lane === lane && (deckId === undefined || row.deckId === deckId) && row.readyAt < below,
    );
  return {
    decks: async () => (await ranges.decks()).filter(({ id }) => deckIds.has(id)),
    presets: () => ranges.presets(),
    tallies: async (section) => {
      const counted = new TallyChanges();
      for (const own of byNote(rows).values()) counted.count(own, 1);
      return new Map([...deckIds].map((deckId) => [deckId, counted.tally(deckId, section)]));
    },
    dueByDay: () => ranges.dueByDay(),
    totals: (studyDay) => ranges.totals(studyDay, [...deckIds]),
    inSteps: async () => rows.filter(({ lane }) => lane === 'learning'),
    lane: async (range, from = Number.NEGATIVE_INFINITY, count) =>
      inRange(range)
        .filter(({ readyAt }) => readyAt >= from)
        .slice(0, count),
    laneIds: async (range) => inRange(range).map(({ id }) => id),
    cards: (ids) => ranges.cards(ids),
    cardsOfNotes: async (noteIds) => rows.filter(({ id }) => noteIds.has(noteIdOf(id))),
  };
}
