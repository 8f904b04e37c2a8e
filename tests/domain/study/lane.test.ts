import { expect, test } from 'vitest';
import { laneOf } from '../../../src/domain/study/lane.ts';
import { aCard, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';

test('[QUEUE-2] suspended and absent cards are in no lane, whatever their schedule', () => {
  for (const schedule of [aCard('a/1').schedule, inLearning(NOW), inReview(TODAY)]) {
    expect(laneOf(aCard('a/1', { schedule, suspended: true })).lane).toBe('out');
    expect(laneOf(aCard('a/1', { schedule, absent: true })).lane).toBe('out');
    expect(laneOf(aCard('a/1', { schedule })).lane).not.toBe('out');
  }
});

test('[QUEUE-4] reviews wait by due day, and within the day in an order steady for the answers given', () => {
  const place = (id: string, day: number, reps = 3) =>
    laneOf(aCard(id, { schedule: inReview(day, { reps }) })).readyAt;
  expect(place('a/1', TODAY)).toBe(place('a/1', TODAY));
  expect(place('a/1', TODAY)).not.toBe(place('a/1', TODAY, 4));
  const ids = Array.from({ length: 200 }, (_, index) => `deck:fact-${index}/1`);
  const places = ids.map((id) => place(id, TODAY));
  expect(places.every((at) => at >= TODAY && at < TODAY + 1)).toBe(true);
  const order = [...ids.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const ascents = order.filter((index, at) => index > (order[at - 1] ?? -1)).length;
  expect(ascents).toBeGreaterThan(70);
  expect(ascents).toBeLessThan(130);
});

test('[QUEUE-9] a buried review waits in the lane at the day it comes back', () => {
  const card = aCard('a/1', { schedule: inReview(TODAY - 5), buriedUntil: TODAY + 1 });
  expect(Math.floor(laneOf(card).readyAt)).toBe(TODAY + 1);
});

test('[QUEUE-5] new cards wait in the deck’s order, learning cards by their instant', () => {
  expect(laneOf(aCard('a/1', { position: 7 }))).toEqual({ lane: 'new', readyAt: 7 });
  expect(laneOf(aCard('a/1', { schedule: inLearning(NOW) }))).toEqual({
    lane: 'learning',
    readyAt: NOW,
  });
});
