import { expect, test } from 'vitest';
import { learningOf } from '../../../../../src/domain/study/queue/steps/learning.ts';
import { aCard, inLearning, NOW } from '../../../../support/collection.ts';
import { aMoment } from '../../../../support/study.ts';

const at = (id: string, minutes: number) =>
  aCard(id, { schedule: inLearning(NOW + minutes * 60_000) });
const ids = (cards: readonly { readonly id: string }[]) => cards.map(({ id }) => id);

test('[QUEUE-1] cards whose instant has come are due, in the order they came due', () => {
  const { due } = learningOf([at('a/1', -9), at('b/1', -1), at('c/1', 0), at('d/1', 1)], aMoment());
  expect(ids(due)).toEqual(['a/1', 'b/1', 'c/1']);
});

test('[QUEUE-8] those within the learn-ahead time can come early, and no others', () => {
  const cards = [at('a/1', 5), at('b/1', 20), at('c/1', 20.1)];
  expect(ids(learningOf(cards, aMoment()).early)).toEqual(['a/1', 'b/1']);
});

test('[TODAY-1] those of the day are left, later ones not, and the next one’s instant is told', () => {
  const moment = aMoment({ endOfDayMillis: NOW + 3_600_000 });
  const { left, nextAtMillis } = learningOf([at('a/1', 5), at('b/1', 59), at('c/1', 60)], moment);
  expect({ left, nextAtMillis }).toEqual({ left: 2, nextAtMillis: NOW + 300_000 });
  expect(learningOf([at('c/1', 60)], moment)).toMatchObject({ left: 0, nextAtMillis: undefined });
});
