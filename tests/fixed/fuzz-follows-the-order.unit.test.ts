import { expect, test } from 'vitest';
import type { CardId } from '../../src/kernel/ids.ts';
import { laneOf } from '../../src/domain/study/lane.ts';
import { fuzzFraction } from '../../src/domain/memory/fuzz.ts';
import { aCard, inReview, TODAY } from '../support/collection.ts';

// One seed gave both the order within the day and the fuzz of the answer that follows: who came
// first always got the shortest interval, and again and again where a limit cut the day short.
test('[QUEUE-4] a card’s place within the day says nothing about the fuzz of its next interval', () => {
  const pairs = Array.from({ length: 400 }, (_, index) => {
    const card = aCard(`deck:fact-${index}/1`, { schedule: inReview(TODAY) });
    const place = laneOf(card).readyAt - TODAY;
    return { place, fuzz: fuzzFraction(card.id as CardId, card.schedule.reps) };
  });
  const early = pairs.filter(({ place }) => place < 0.5);
  const shortened = early.filter(({ fuzz }) => fuzz < 0.5);
  expect(early.length).toBeGreaterThan(150);
  expect(shortened.length / early.length).toBeGreaterThan(0.35);
  expect(shortened.length / early.length).toBeLessThan(0.65);
});
