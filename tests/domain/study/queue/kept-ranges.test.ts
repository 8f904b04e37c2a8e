import { expect, test } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import { KeptRanges } from '../../../../src/domain/study/queue/kept-ranges.ts';
import { dueRange, newRange, type Ranges } from '../../../../src/domain/study/queue/ranges.ts';
import type { CardId, DeckId, NoteId } from '../../../../src/kernel/ids.ts';
import { aCard, DECK, inLearning, inReview, NOW, TODAY } from '../../../support/collection.ts';
import { aCollection, rangesIn } from '../../../support/study.ts';

const cards = [
  aCard('a/1', { position: 0 }),
  aCard('b/1', { position: 1 }),
  aCard('c/1', { position: 2 }),
  aCard('d/1', { schedule: inReview(TODAY) }),
  aCard('l/1', { schedule: inLearning(NOW) }),
];
const [A, B, C] = cards.map(({ id }) => id) as [CardId, CardId, CardId];
const OTHER = 'other' as DeckId;
const notes = (...ids: string[]) => new Set(ids as NoteId[]);

/** Ranges of some cards, and what was asked of them, in order. */
function watched(of: readonly Card[] = cards): {
  readonly ranges: Ranges;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const ranges = Object.fromEntries(
    Object.entries(rangesIn(aCollection({ cards: of }))).map(([name, read]) => [
      name,
      (...of: unknown[]) => {
        asked.push(name);
        return (read as (...of: unknown[]) => unknown)(...of);
      },
    ]),
  );
  return { ranges: ranges as unknown as Ranges, asked };
}

/** One question of each kind; each answer differs from what is given where nothing is kept. */
const questions: readonly [string, (ranges: Ranges) => Promise<unknown>, unknown][] = [
  ['decks', (ranges) => ranges.decks(), []],
  ['presets', (ranges) => ranges.presets(), []],
  ['tallies', (ranges) => ranges.tallies('', [DECK], TODAY), new Map()],
  ['dueByDay', (ranges) => ranges.dueByDay(), new Map()],
  ['totals', (ranges) => ranges.totals(TODAY, [DECK]), new Map()],
  ['inSteps', (ranges) => ranges.inSteps(), []],
  ['lane', (ranges) => ranges.lane(newRange(DECK), undefined, 2), []],
  ['laneIds', (ranges) => ranges.laneIds(newRange(DECK)), []],
  ['cards', (ranges) => ranges.cards([A, B]), [undefined, undefined]],
  ['cardsOfNotes', (ranges) => ranges.cardsOfNotes(notes('a')), []],
];

test.each(questions)(
  '[REVIEW-12] %s is read once, and closed it is answered as before',
  async (name, ask) => {
    const { ranges, asked } = watched();
    const kept = new KeptRanges(ranges);
    const first = await ask(kept);
    expect(first).toEqual(await ask(rangesIn(aCollection({ cards }))));
    expect(await ask(kept)).toEqual(first);
    kept.close();
    expect(await ask(kept)).toEqual(first);
    expect(asked).toEqual([name]);
    expect(kept.isBeyond).toBe(false);
  },
);

test.each(questions)(
  '[REVIEW-12] closed, %s that was not read before is nothing, and is said',
  async (_, ask, nothing) => {
    const { ranges, asked } = watched();
    const kept = new KeptRanges(ranges);
    kept.close();
    expect(kept.isBeyond).toBe(false);
    expect(await ask(kept)).toEqual(nothing);
    expect(kept.isBeyond).toBe(true);
    expect(asked).toEqual([]);
  },
);

test('[REVIEW-12] another question of the same kind is another answer', async () => {
  const { ranges, asked } = watched();
  const kept = new KeptRanges(ranges);
  const pairs: readonly [string, (() => Promise<unknown>)[]][] = [
    [
      'tallies',
      [
        () => kept.tallies('', [DECK], TODAY),
        () => kept.tallies('General', [DECK], TODAY),
        () => kept.tallies('', undefined, TODAY),
        () => kept.tallies('', [DECK], TODAY + 1),
      ],
    ],
    [
      'totals',
      [
        () => kept.totals(TODAY, [DECK]),
        () => kept.totals(TODAY - 1, [DECK]),
        () => kept.totals(TODAY, [OTHER]),
      ],
    ],
    [
      'lane',
      [
        () => kept.lane(newRange(DECK), 1, 2),
        () => kept.lane(newRange(DECK), undefined, 2),
        () => kept.lane(newRange(OTHER), undefined, 2),
        () => kept.lane({ ...newRange(DECK), deckId: undefined }, undefined, 2),
        () => kept.lane({ ...newRange(DECK), below: 2 }, undefined, 2),
        () => kept.lane(dueRange(DECK, TODAY), undefined, 2),
      ],
    ],
    ['laneIds', [() => kept.laneIds(newRange(DECK)), () => kept.laneIds(newRange(OTHER))]],
    [
      'cardsOfNotes',
      [
        () => kept.cardsOfNotes(notes('a')),
        () => kept.cardsOfNotes(notes('b')),
        () => kept.cardsOfNotes(notes('b', 'c')),
      ],
    ],
  ];
  for (const [name, asks] of pairs) {
    asked.length = 0;
    for (const ask of asks) await ask();
    expect(asked).toEqual(asks.map(() => name));
  }
  asked.length = 0;
  await kept.cardsOfNotes(notes('c', 'b', 'a'));
  expect(asked).toEqual([]);
});

/** More new cards than are read ahead of a lane. */
const manyNew = Array.from({ length: 150 }, (_, at) => aCard(`${1000 + at}/1`, { position: at }));

test('[REVIEW-12] of a lane the first rows are those kept; more are read only where there may be more', async () => {
  const { ranges, asked } = watched(manyNew);
  const kept = new KeptRanges(ranges);
  const ids = async (count: number) =>
    (await kept.lane(newRange(DECK), undefined, count)).map(({ id }) => id);
  const first = (count: number) => manyNew.slice(0, count).map(({ id }) => id);
  for (const count of [2, 1, 60]) expect(await ids(count)).toEqual(first(count));
  expect(asked).toEqual(['lane']);
  expect(await ids(70)).toEqual(first(70));
  expect(asked).toEqual(['lane', 'lane']);
  expect(await ids(200)).toEqual(first(150));
  expect(asked).toEqual(['lane', 'lane', 'lane']);
  expect(await ids(900)).toEqual(first(150));
  expect(asked).toEqual(['lane', 'lane', 'lane']);
});

test('[REVIEW-12] the middle of a lane is what was read from its head on, where that reaches so far', async () => {
  const { ranges, asked } = watched(manyNew);
  const kept = new KeptRanges(ranges);
  const ids = async (from: number, count: number) =>
    (await kept.lane(newRange(DECK), from, count)).map(({ id }) => id);
  const rows = (from: number, count: number) =>
    manyNew.slice(from, from + count).map(({ id }) => id);
  await kept.lane(newRange(DECK), undefined, 6);
  expect(await ids(60, 10)).toEqual(rows(60, 10));
  expect(asked).toEqual(['lane']);
  expect(await ids(60, 11)).toEqual(rows(60, 11));
  expect(asked).toEqual(['lane', 'lane']);
  await kept.lane(newRange(DECK), undefined, 200);
  expect(await ids(149, 5)).toEqual(rows(149, 5));
  expect(asked).toEqual(['lane', 'lane', 'lane']);
});

test('[REVIEW-12] for a first card no row is read beyond those that are asked for', async () => {
  const { ranges } = watched(manyNew);
  const kept = new KeptRanges(ranges, 0);
  await kept.lane(newRange(DECK), undefined, 6);
  kept.close();
  expect(await kept.lane(newRange(DECK), undefined, 6)).toHaveLength(6);
  expect(await kept.lane(newRange(DECK), undefined, 7)).toEqual([]);
  expect(kept.isBeyond).toBe(true);
});

test('[REVIEW-12] closed, a lane that may have more rows than are kept is not made up from those', async () => {
  const kept = new KeptRanges(watched(manyNew).ranges);
  await kept.lane(newRange(DECK), undefined, 2);
  kept.close();
  expect(await kept.lane(newRange(DECK), undefined, 149)).toEqual([]);
  expect(kept.isBeyond).toBe(true);
});

test('[REVIEW-12] of some cards only those not kept are read, and all come in the order asked for', async () => {
  const { ranges, asked } = watched();
  const kept = new KeptRanges(ranges);
  const gone = 'gone/1' as CardId;
  await kept.cards([A, gone]);
  const found = await kept.cards([B, gone, A]);
  expect(found.map((card) => card?.id)).toEqual([B, undefined, A]);
  expect(asked).toEqual(['cards', 'cards']);
  await kept.cards([A, B, gone]);
  expect(asked).toEqual(['cards', 'cards']);
  kept.close();
  expect((await kept.cards([gone, B])).map((card) => card?.id)).toEqual([undefined, B]);
  expect(kept.isBeyond).toBe(false);
  expect(await kept.cards([A, C])).toEqual([undefined, undefined]);
  expect(kept.isBeyond).toBe(true);
});
