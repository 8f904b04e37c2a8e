import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import { type DeckStanding, leftOf, sharesOf } from '../../../src/domain/study/limits.ts';
import { type AddedNew, addedNew } from '../../../src/domain/study/added-new.ts';
import { moreToday } from '../../../src/domain/study/more-new.ts';
import { newBeyond } from '../../../src/domain/study/today/today.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { TODAY } from '../../support/collection.ts';
import { aDeck } from '../../support/study.ts';

const NAMES = ['A', 'A::B', 'A::B::C', 'A::D', 'E', 'F::G'];
const counts = fc.record({ new: fc.nat(12), review: fc.nat(12) });
const standings = fc
  .array(
    fc.record({
      newPerDay: fc.nat(8),
      reviewsPerDay: fc.nat(15),
      newWithinReviewLimit: fc.boolean(),
      waiting: counts,
      done: counts,
    }),
    { minLength: NAMES.length, maxLength: NAMES.length },
  )
  .map((parts) =>
    parts.map(({ waiting, done, ...limits }, at): DeckStanding => {
      const deck = aDeck(NAMES[at] ?? '');
      return { deck, preset: { ...DEFAULT_PRESET, ...limits }, waiting, done };
    }),
  );

/** The decks once `added` was let through, as the operation does it. */
function after(decks: readonly DeckStanding[], added: readonly AddedNew[]): DeckStanding[] {
  return decks.map((each) => {
    const own = added.find(({ deckId }) => deckId === each.deck.id);
    const count = (each.more?.count ?? 0) + (own?.count ?? 0);
    return own ? { ...each, more: { count, after: own.after } } : each;
  });
}

test('[TODAY-13] each press lets through as many more as it says, and no review less', () => {
  fc.assert(
    fc.property(
      standings,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (decks, count, again) => {
        const once = after(decks, addedNew(sharesOf(decks), count));
        for (const [before, now, asked] of [
          [decks, once, count],
          [once, after(once, addedNew(sharesOf(once), again)), again],
        ] as const) {
          const [was, is] = [sharesOf(before), sharesOf(now)];
          const more = Math.min(asked, newBeyond(was));
          expect(leftOf(is)).toEqual({ new: leftOf(was).new + more, review: leftOf(was).review });
          expect(newBeyond(is)).toBe(newBeyond(was) - more);
        }
      },
    ),
  );
});

test('[TODAY-13] what is let through is used up by answering it, and uses up no review', () => {
  fc.assert(
    fc.property(standings, (decks) => {
      const shares = sharesOf(decks);
      let now = after(decks, addedNew(shares, 20));
      const review = leftOf(shares).review;
      for (
        let left = leftOf(sharesOf(now)).new, beyond = left - leftOf(shares).new;
        beyond > 0;
        beyond--
      ) {
        const next = sharesOf(now).find(({ ownNew }) => ownNew > 0);
        now = now.map((each) =>
          each.deck.id === next?.deck.id
            ? {
                ...each,
                waiting: { ...each.waiting, new: each.waiting.new - 1 },
                done: { ...each.done, new: each.done.new + 1 },
              }
            : each,
        );
        expect(leftOf(sharesOf(now))).toEqual({ new: --left, review });
      }
    }),
  );
});

test('[TODAY-13] the next in their order come, and on another day none more', () => {
  const decks = NAMES.map((name): DeckStanding => {
    const preset = { ...DEFAULT_PRESET, newPerDay: 5 };
    return {
      deck: aDeck(name),
      preset,
      waiting: { new: 15, review: 0 },
      done: { new: 5, review: 0 },
    };
  });
  const ids = decks.map(({ deck }) => deck.id);
  const added = addedNew(sharesOf(decks), 20);
  expect(new Map(added.map(({ deckId, count }) => [deckId, count]))).toEqual(
    new Map<DeckId | undefined, number>([
      [ids[0], 20],
      [ids[1], 5],
    ]),
  );
  const moreNew = { studyDay: TODAY, count: 20, after: 5 };
  expect(moreToday({ ...aDeck('A'), moreNew }, TODAY)).toEqual(moreNew);
  expect(moreToday({ ...aDeck('A'), moreNew }, TODAY + 1)).toBeUndefined();
});
