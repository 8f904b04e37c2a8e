import { expect, test } from 'vitest';
import type { SessionPlan } from '../../../../src/domain/study/source.ts';
import type { CardId } from '../../../../src/kernel/ids.ts';
import { aCard, inLearning, inReview, NOW, TODAY } from '../../../support/collection.ts';
import { aCollection, aMoment, rangesIn } from '../../../support/study.ts';
import { buildQueue } from '../../../../src/domain/study/queue/build.ts';

const ahead = (id: string) => aCard(id, { schedule: inReview(TODAY + 9) });
const cards = [
  ahead('a/1'),
  aCard('b/1'),
  { ...ahead('c/1'), suspended: true },
  aCard('l/1', { schedule: inLearning(NOW - 1) }),
];
const plan: SessionPlan = {
  studyDay: TODAY,
  budgetMillis: 25_000,
  cards: ['a/1', 'gone/1', 'b/1', 'c/1'].map((id) => ({
    cardId: id as CardId,
    seconds: 10,
    isNew: id === 'b/1',
    why: { kind: 'due', gain: 0 },
  })),
};

async function queue(answered: readonly string[] = [], spentMillis = 0) {
  const progress = { answered: new Set(answered as CardId[]), spentMillis };
  const source = { kind: 'planned', plan, progress } as const;
  return buildQueue(source, rangesIn(aCollection({ cards })), aMoment(), 9);
}
const ids = async (...of: Parameters<typeof queue>) =>
  (await queue(...of)).cards.map(({ id }) => id);

test('[EXAM-17] what is in steps and due comes first, then the plan’s cards in turn, without what is gone', async () => {
  expect(await ids()).toEqual(['l/1', 'a/1', 'b/1']);
  expect(await ids(['a/1'], 9000)).toEqual(['l/1', 'b/1']);
});

test('[EXAM-17] as many are left as the time has room for, the one that overruns it too', async () => {
  expect((await queue()).left).toEqual({ new: 1, learning: 1, review: 2 });
  expect((await queue(['a/1'], 20_000)).left).toEqual({ new: 0, learning: 1, review: 1 });
});

test('[EXAM-17] nothing is asked when the time is spent', async () => {
  expect(await queue(['a/1'], 25_000)).toEqual({
    cards: [],
    left: { new: 0, learning: 0, review: 0 },
    nextLearningAtMillis: undefined,
  });
});
