import { expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/domain/memory/weights.ts';
import type { AnkiCard, AnkiReviews } from '../../../src/exchange/anki/anki-collection.ts';
import { entryKind } from '../../../src/exchange/anki/mapping/answers/histories.ts';
import {
  memoryFromEase,
  memoryOfCard,
} from '../../../src/exchange/anki/mapping/answers/memories.ts';
import memories from './fixtures/memories.json';

const RULES = {
  weights: DEFAULT_WEIGHTS,
  historicalRetention: 0.9,
  ignoreBeforeMillis: 0,
  utcOffsetMinutes: 0,
  rolloverHour: 4,
};

function reviewsOf(rows: readonly (readonly number[])[]): AnkiReviews {
  const column = (at: number) => rows.map((row) => row[at] ?? 0);
  return {
    length: rows.length,
    ids: Float64Array.from(column(0)),
    cardIds: new Float64Array(rows.length),
    ease: Int8Array.from(column(1)),
    intervals: Int32Array.from(column(2)),
    lastIntervals: new Int32Array(rows.length),
    factors: Int32Array.from(column(3)),
    millis: new Int32Array(rows.length),
    types: Int8Array.from(column(4)),
    usns: new Int32Array(rows.length),
  };
}

const card = { ivl: 30, factor: 2500, data: '' } as AnkiCard;

test('[ANKI-9] in 200 histories made by chance the memory is Anki’s own, within 1 %', () => {
  let compared = 0;
  for (const { rows, memory } of memories) {
    const reviews = reviewsOf(rows);
    const found = memoryOfCard(card, reviews, Int32Array.from(rows.keys()), RULES);
    if (memory === null) {
      // Anki finds one when the card is next answered, and does so from ease and interval.
      expect(found?.from).toBe('ease');
      continue;
    }
    const [stability = 0, difficulty = 0] = memory;
    expect(found?.from).toBe('history');
    expect(Math.abs((found?.memory.stability ?? 0) / stability - 1)).toBeLessThan(0.01);
    expect(Math.abs((found?.memory.difficulty ?? 0) / difficulty - 1)).toBeLessThan(0.01);
    compared++;
  }
  expect(compared).toBeGreaterThan(150);
});

test('[ANKI-8] what a row of the log is', () => {
  const kinds = reviewsOf([
    [1, 3, 1, 2500, 1],
    [2, 3, 1, 0, 3],
    [3, 3, 1, 2500, 3],
    [4, 0, 1, 2500, 4],
    [5, 0, 1, 0, 4],
    [6, 0, 1, 600, 5],
    [7, 9, 1, 600, 1],
  ]);
  expect([0, 1, 2, 3, 4, 5, 6].map((at) => entryKind(kinds, at))).toEqual([
    'answer',
    'cramming',
    'answer',
    'manual',
    'reset',
    'manual',
    'manual',
  ]);
});

test('[ANKI-9] what was answered until a day that the options name counts for nothing', () => {
  const day = 24 * 3_600_000;
  const at = 1_700_000_000_000;
  const reviews = reviewsOf([
    [at, 3, 4, 0, 0],
    [at + 4 * day, 3, 9, 2500, 1],
    [at + 13 * day, 3, 20, 2500, 1],
  ]);
  const rows = Int32Array.from([0, 1, 2]);
  const all = memoryOfCard(card, reviews, rows, RULES);
  const some = memoryOfCard(card, reviews, rows, { ...RULES, ignoreBeforeMillis: at + day });
  expect(all?.memory).not.toEqual(some?.memory);
  const none = memoryOfCard(card, reviews, rows, { ...RULES, ignoreBeforeMillis: at + 99 * day });
  expect(none?.from).toBe('ease');
});

test('[ANKI-9] a damaged row of a card is none', () => {
  const none = reviewsOf([]);
  for (const data of ['{', '{"s":-1,"d":5}', '{"s":"1","d":5}', '[]', '{"s":null}']) {
    expect(memoryOfCard({ ...card, data }, none, new Int32Array(), RULES)?.from).toBe('ease');
  }
  const nothing = memoryOfCard({ ...card, ivl: 0 }, none, new Int32Array(), RULES);
  expect(nothing).toBeUndefined();
  // However strange the numbers, what comes of them is within FSRS's bounds.
  for (const [ease, interval] of [
    [0, 1],
    [99, 1e9],
    [1.3, 0],
  ] as const) {
    const { stability, difficulty } = memoryFromEase(ease, interval, RULES);
    expect(stability).toBeGreaterThan(0);
    expect(stability).toBeLessThanOrEqual(36_500);
    expect(difficulty).toBeGreaterThanOrEqual(1);
    expect(difficulty).toBeLessThanOrEqual(10);
  }
});
