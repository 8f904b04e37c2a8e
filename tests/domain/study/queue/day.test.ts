import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import type { Preset } from '../../../../src/domain/collection/deck.ts';
import { kindOf } from '../../../../src/domain/collection/review.ts';
import { buildQueue } from '../../../../src/domain/study/queue/build.ts';
import type { DueSource } from '../../../../src/domain/study/source.ts';
import { aCard, inLearning, inReview, NOW, TODAY } from '../../../support/collection.ts';
import {
  aCollection,
  aDeck,
  aMoment,
  answered,
  type Collection,
  rangesIn,
  todayIn,
} from '../../../support/study.ts';

/** A tree, with a deck of a heading without a row of its own, and a name that sorts between. */
const NAMES = ['M', 'M::A', 'M::A::x', 'M B', 'M::C', 'N', 'Gone::D'];
const DECKS = NAMES.map((name) => aDeck(name, { sections: ['S', 'S::t', 'U'] }));
const SECTIONS = [['S'], ['S::t'], ['U'], ['S::t', 'U']];

const preset = fc.record({
  newPerDay: fc.nat(7),
  reviewsPerDay: fc.nat(9),
  burySiblings: fc.boolean(),
  newWithinReviewLimit: fc.boolean(),
  newOrder: fc.constantFrom<Preset['newOrder']>('deck-order', 'random'),
  reviewOrder: fc.constantFrom<Preset['reviewOrder']>(
    'due-then-random',
    'due-then-random',
    'most-overdue-first',
    'least-retrievable-first',
  ),
  mixing: fc.constantFrom<Preset['mixing']>('mixed', 'reviews-first', 'new-first'),
  fuzz: fc.constant(false),
});

const card = fc.record({
  state: fc.constantFrom('new', 'new', 'review', 'review', 'learning', 'out'),
  daysAgo: fc.integer({ min: -1, max: 9 }),
  minutes: fc.integer({ min: -90, max: 90 }),
  isBuried: fc.constantFrom(false, false, false, true),
});
const note = fc.record({
  deck: fc.nat(NAMES.length - 1),
  section: fc.nat(SECTIONS.length - 1),
  cards: fc.array(card, { minLength: 1, maxLength: 3 }),
});

const collections = fc
  .record({
    notes: fc.array(note, { minLength: 1, maxLength: 30 }),
    presets: fc.array(preset, { minLength: NAMES.length, maxLength: NAMES.length }),
  })
  .map(({ notes, presets }) =>
    aCollection({
      decks: DECKS,
      presets,
      cards: notes.flatMap(({ deck, section, cards }, at) =>
        cards.map(({ state, daysAgo, minutes, isBuried }, slot): Card => {
          const common = {
            deckId: DECKS[deck]?.id ?? ('' as never),
            sections: SECTIONS[section] ?? [],
            position: at,
            suspended: state === 'out',
            buriedUntil: isBuried ? TODAY + 1 : 0,
          };
          const id = `n${at}/${slot + 1}`;
          if (state === 'review') {
            return aCard(id, { ...common, schedule: inReview(TODAY - daysAgo) });
          }
          if (state !== 'learning') return aCard(id, common);
          return aCard(id, { ...common, schedule: inLearning(NOW + minutes * 60_000) });
        }),
      ),
    }),
  );
const deckIds = [undefined, ...DECKS.map(({ id }) => id)];
const source = fc
  .record({
    deckId: fc.constantFrom(...deckIds),
    section: fc.constantFrom(undefined, undefined, 'S', 'S::t', 'U'),
  })
  .map(({ deckId, section }): DueSource => {
    // A section is studied from its deck's row.
    const inSection = deckId !== undefined && section !== undefined ? { section } : {};
    return { kind: 'due', ...(deckId === undefined ? {} : { deckId }), ...inSection };
  });

/** What Today says of `source`. */
function promised(collection: Collection, { deckId, section }: DueSource) {
  const view = todayIn(collection, aMoment());
  if (deckId === undefined) return view.total.left;
  const line = view.decks.find(({ deck }) => deck.id === deckId);
  if (section === undefined) return line?.left;
  const none = { new: 0, learning: 0, review: 0 };
  return line?.sections.find(({ name }) => name === section)?.left ?? none;
}

/** Everything that the day asks for, each card answered Good, in its order. */
async function studied(collection: Collection, source: DueSource): Promise<Card[]> {
  const asked: Card[] = [];
  let [now, nowMillis] = [collection, NOW];
  for (let answers = 0; answers < 400; answers++) {
    const moment = aMoment({ nowMillis });
    const queue = await buildQueue(source, rangesIn(now), moment, 3);
    const [next] = queue.cards;
    if (!next && queue.nextLearningAtMillis === undefined) return asked;
    if (!next) {
      nowMillis = Math.max(nowMillis + 1, queue.nextLearningAtMillis ?? 0);
      continue;
    }
    asked.push(next);
    now = answered(now, next, 3, moment);
  }
  throw new Error('the day never ends');
}

test('[TODAY-1][QUEUE-6][QUEUE-13][QUEUE-14][QUEUE-15] what Today counts is what is asked, in every row, whatever the limits', async () => {
  await fc.assert(
    fc.asyncProperty(collections, source, async (collection, source) => {
      const before = promised(collection, source);
      const queue = await buildQueue(source, rangesIn(collection), aMoment(), 0);
      expect(queue.left).toEqual(before);
      const asked = await studied(collection, source);
      const count = (kind: string) => asked.filter((card) => kindOf(card.schedule) === kind).length;
      expect({ new: count('new'), review: count('review') }).toEqual({
        new: before?.new,
        review: before?.review,
      });
    }),
    { numRuns: 400 },
  );
});

test('[QUEUE-10] the first cards do not depend on how many are asked for, in any tree of decks', async () => {
  await fc.assert(
    fc.asyncProperty(collections, source, async (collection, source) => {
      const ids = async (limit: number) =>
        (await buildQueue(source, rangesIn(collection), aMoment(), limit)).cards.map(
          ({ id }) => id,
        );
      const whole = await ids(500);
      for (const limit of [1, 2, 3, 5, 8, 13]) {
        expect([limit, await ids(limit)]).toEqual([limit, whole.slice(0, limit)]);
      }
    }),
    { numRuns: 300 },
  );
});

/** Deck by deck, a review due today in each, by the number of its note: limits above refuse some of them. */
const REFUSED: readonly [name: string, Partial<Preset>][][] = [
  [
    ['M', { reviewsPerDay: 1, reviewOrder: 'most-overdue-first' }],
    ['M::A', { reviewsPerDay: 0, reviewOrder: 'most-overdue-first' }],
    ['M::A::x', { reviewsPerDay: 2 }],
    ['M::A::x', { reviewsPerDay: 2 }],
    ['N', { reviewsPerDay: 1 }],
  ],
  [
    ['M', { reviewsPerDay: 1, reviewOrder: 'most-overdue-first' }],
    ['M::C', { reviewsPerDay: 1 }],
    ['N', { reviewsPerDay: 1, reviewOrder: 'most-overdue-first' }],
    ['Gone::D', { reviewsPerDay: 1 }],
  ],
];

// Seen by the properties, once in tens of thousands of runs.
test.each(REFUSED.map((decks, at) => ({ at, decks })))(
  '[QUEUE-10][QUEUE-12] reviews that a limit above refuses take no turn from others: $at',
  async ({ decks }) => {
    const options = new Map(decks);
    for (let rotated = 0; rotated < 64; rotated++) {
      const cards = decks.map(([name], at) =>
        aCard(`n${rotated}-${at}/1`, {
          deckId: DECKS[NAMES.indexOf(name)]?.id ?? ('' as never),
          schedule: inReview(TODAY - ((rotated >> at) & 1)),
        }),
      );
      const presets = NAMES.map((name) => options.get(name) ?? {});
      const collection = aCollection({ decks: DECKS, presets, cards });
      const ids = async (limit: number) =>
        (await buildQueue({ kind: 'due' }, rangesIn(collection), aMoment(), limit)).cards.map(
          ({ id }) => id,
        );
      const whole = await ids(9);
      for (const limit of [1, 2, 3]) expect(await ids(limit)).toEqual(whole.slice(0, limit));
      const asked = await studied(collection, { kind: 'due' });
      expect(asked.map(({ id }) => id)).toEqual(whole);
    }
  },
);

test('[QUEUE-3][QUEUE-12] through a day, reviews and new cards come in the order first promised', async () => {
  await fc.assert(
    fc.asyncProperty(collections, source, async (collection, source) => {
      const isMain = ({ schedule }: Card) =>
        schedule.state === 'new' || schedule.state === 'review';
      const ids = (cards: readonly Card[]) => cards.filter(isMain).map(({ id }) => id);
      const { cards } = await buildQueue(source, rangesIn(collection), aMoment(), 500);
      expect(ids(await studied(collection, source))).toEqual(ids(cards));
    }),
    { numRuns: 200 },
  );
});
