import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRange } from '../../../../../src/domain/study/queue/ranges.ts';
import { firstPicked, LaneReader } from '../../../../../src/domain/study/queue/steps/read-on.ts';
import type { CardId } from '../../../../../src/kernel/ids.ts';
import { aCard, DECK } from '../../../../support/collection.ts';
import { aCollection, rangesIn } from '../../../../support/study.ts';

/** New cards at places as given: siblings share one. */
function laneOf(places: readonly number[]) {
  const cards = places.map((position, at) =>
    aCard(`n${String(at).padStart(3, '0')}/1`, { position }),
  );
  const inOrder = [...cards].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const ranges = rangesIn(aCollection({ cards }));
  return { ranges, ids: inOrder.map(({ id }) => id) };
}
const places = fc.array(fc.nat(6), { maxLength: 60 });
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 });

test('[QUEUE-10] page after page, each row of a lane is read once, in its order, however many share a place', async () => {
  await fc.assert(
    fc.asyncProperty(places, sizes, async (places, sizes) => {
      const { ranges, ids } = laneOf(places);
      const reader = new LaneReader(ranges, newRange(DECK));
      const read: CardId[] = [];
      for (let page = 0; !reader.isAtEnd; page++) {
        const size = sizes[page % sizes.length] ?? 1;
        read.push(...(await reader.next(size)).map(({ id }) => id));
      }
      expect(read).toEqual(ids);
      expect(await reader.next(5)).toEqual([]);
    }),
  );
});

/** What is read of a lane of 2,000 cards until `count` are picked. */
async function readUntil(count: number, isPicked: (position: number) => boolean) {
  const { ranges, ids } = laneOf(Array.from({ length: 2000 }, (_, at) => at));
  const pages: number[] = [];
  const counted = {
    ...ranges,
    lane: async (...of: Parameters<typeof ranges.lane>) => {
      const found = await ranges.lane(...of);
      pages.push(found.length);
      return found;
    },
  };
  const reader = new LaneReader(counted, newRange(DECK));
  const picked = await firstPicked(reader, count, (page) =>
    page.filter(({ position }) => isPicked(position)),
  );
  const rows = pages.reduce((sum, page) => sum + page, 0);
  return { picked: picked.map(({ id }) => id), pages: pages.length, rows, ids };
}

test('[QUEUE-10] reads on until enough are picked, and stops there', async () => {
  const { picked, rows, ids } = await readUntil(4, (position) => position % 5 === 4);
  expect(picked).toEqual([4, 9, 14, 19].map((at) => ids[at]));
  expect(rows).toBeLessThan(60);
});

test('[QUEUE-10] a few that are missing are not looked for in twice as many rows again', async () => {
  const few = await readUntil(200, (position) => position % 4 !== 0);
  expect(few.picked).toHaveLength(200);
  expect([few.pages, few.rows]).toEqual([2, expect.toSatisfy((rows: number) => rows < 320)]);
});

test('[QUEUE-10] where the first rows have none, the pages grow', async () => {
  const late = await readUntil(10, (position) => position > 900);
  expect(late.picked).toEqual(late.ids.slice(901, 911));
  expect(late.pages).toBeLessThan(9);
});
