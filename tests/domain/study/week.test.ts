import { expect, test } from 'vitest';
import { DEFAULT_PRESET, type Preset } from '../../../src/domain/collection/deck.ts';
import { sharesOf } from '../../../src/domain/study/limits.ts';
import { EMPTY_TALLY, type Tally } from '../../../src/domain/study/tally.ts';
import { FORECAST_DAYS, weekAhead } from '../../../src/domain/study/today/week.ts';
import type { HeldNote } from '../../../src/domain/study/waiting.ts';
import { TODAY } from '../../support/collection.ts';
import { aDeck } from '../../support/study.ts';

interface Part {
  readonly name?: string;
  readonly limits?: readonly [fresh: number, reviews: number];
  /** Cards by the days from today on which they wait. */
  readonly fresh?: number;
  readonly due?: Readonly<Record<number, number>>;
  readonly preset?: Partial<Preset>;
}

/** The week of some decks whose new cards come back after three days. */
function week(parts: readonly Part[], heldTomorrow: readonly HeldNote[] = []) {
  const decks = parts.map(({ name = 'Deck', limits = [20, 200], fresh = 0, due = {}, preset }) => {
    const days = Object.entries(due).map(([day, count]) => [TODAY + Number(day), count] as const);
    const reviewCards = Object.fromEntries(days);
    const tally: Tally = {
      ...EMPTY_TALLY,
      newCards: { 0: fresh },
      newNotes: { 0: fresh },
      reviewCards,
      reviewNotes: reviewCards,
    };
    return {
      tally,
      deck: aDeck(name),
      preset: { ...DEFAULT_PRESET, newPerDay: limits[0], reviewsPerDay: limits[1], ...preset },
      done: { new: 0, review: 0 },
      waiting: {
        new: fresh,
        review: days.reduce((sum, [day, count]) => (day <= TODAY ? sum + count : sum), 0),
      },
    };
  });
  const days = weekAhead({
    today: TODAY,
    shares: sharesOf(decks),
    tallyOf: ({ deck }) => decks.find((each) => each.deck.id === deck.id)?.tally,
    firstInterval: () => 3,
    heldTomorrow,
  });
  expect(days.map(({ studyDay }) => studyDay - TODAY)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  return { reviews: days.map(({ reviews }) => reviews), new: days.map((day) => day.new) };
}
const NOTHING = Array.from({ length: FORECAST_DAYS }, () => 0);

test('[TODAY-3] without cards, and without decks, the week asks for nothing', () => {
  expect(week([])).toEqual({ reviews: NOTHING, new: NOTHING });
  expect(week([{}])).toEqual({ reviews: NOTHING, new: NOTHING });
});

test('[TODAY-3] reviews come on their days; what today takes is not asked again', () => {
  expect(week([{ due: { [-3]: 4, 0: 2, 1: 5, 3: 1, 7: 2, 8: 9 } }])).toEqual({
    reviews: [5, 0, 1, 0, 0, 0, 2],
    new: NOTHING,
  });
});

test('[TODAY-3] what a limit leaves waits for the days after', () => {
  expect(week([{ limits: [20, 4], due: { 0: 10, 2: 1 } }]).reviews).toEqual([4, 3, 0, 0, 0, 0, 0]);
});

test('[TODAY-3] new cards come by the limit, and back after their first interval', () => {
  expect(week([{ limits: [2, 200], fresh: 5 }])).toEqual({
    // Two of today, two of tomorrow, one of the day after.
    reviews: [0, 0, 2, 2, 1, 0, 0],
    new: [2, 1, 0, 0, 0, 0, 0],
  });
});

test('[TODAY-3] a deck’s limit holds for those below it, and each gives no more than it has', () => {
  const above = { name: 'A', limits: [20, 3], due: { 0: 1 } } as const;
  const below = { name: 'A::B', limits: [20, 200], due: { 0: 5 } } as const;
  expect(week([above, below]).reviews).toEqual([3, 0, 0, 0, 0, 0, 0]);
  const narrow = { ...below, limits: [20, 1] } as const;
  expect(week([above, narrow]).reviews).toEqual([1, 1, 1, 1, 0, 0, 0]);
});

test('[TODAY-3] what tomorrow holds back is asked on the day after, with sibling burying', () => {
  const held = (kind: HeldNote['kind']): HeldNote => ({
    deckId: aDeck('Deck').id,
    sections: [],
    kind,
  });
  const part = { due: { 1: 2 } };
  expect(week([part], [held('review')]).reviews).toEqual([1, 1, 0, 0, 0, 0, 0]);
  expect(week([{ ...part, preset: { burySiblings: false } }], [held('review')]).reviews).toEqual([
    2, 0, 0, 0, 0, 0, 0,
  ]);
});
