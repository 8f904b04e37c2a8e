import { expect, test } from 'vitest';
import type { SessionPlan } from '../../../../src/domain/study/source.ts';
import type { CardId } from '../../../../src/kernel/ids.ts';
import { aCard, inLearning, inReview, NOW, TODAY } from '../../../support/collection.ts';
import { aCollection, aMoment, rangesIn } from '../../../support/study.ts';
import { buildQueue } from '../../../../src/domain/study/queue/build.ts';
import { isPutOff } from '../../../../src/domain/study/queue/planned.ts';

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

test('[EXAM-17] a plan of which nothing is left asks the database for no cards', async () => {
  const ranges = rangesIn(aCollection({ cards }));
  const asked: number[] = [];
  const watched: typeof ranges = {
    ...ranges,
    cards: (wanted) => {
      asked.push(wanted.length);
      return ranges.cards(wanted);
    },
  };
  const progress = { answered: new Set(plan.cards.map(({ cardId }) => cardId)), spentMillis: 0 };
  const source = { kind: 'planned', plan, progress } as const;
  await buildQueue(source, watched, aMoment(), 9);
  expect(asked.filter((count) => count === 0)).toEqual([]);
});

test('[EXAM-17] nothing is asked when the time is spent', async () => {
  expect(await queue(['a/1'], 25_000)).toEqual({
    cards: [],
    left: { new: 0, learning: 0, review: 0 },
    nextLearningAtMillis: undefined,
  });
});

test('[EXAM-21] burying keeps a planned card away, but not the sibling that an exam asks for', () => {
  const buried = { ...ahead('a/1'), buriedUntil: TODAY + 1 };
  const planned = (why: object) => ({ ...plan.cards[0], why }) as SessionPlan['cards'][number];
  const puts = (card: typeof buried, why?: object) =>
    isPutOff(card, why === undefined ? undefined : planned(why), TODAY);
  expect(puts(buried)).toBe(true);
  expect(puts(buried, { kind: 'due', gain: 0 })).toBe(true);
  expect(puts({ ...buried, buriedUntil: TODAY }, { kind: 'due', gain: 0 })).toBe(false);
  expect(puts({ ...buried, buriedUntil: TODAY }, { kind: 'exam', overlayId: 'e' })).toBe(false);
  for (const kind of ['exam', 'floor']) {
    const why = { kind, overlayId: 'e' };
    expect(puts(buried, why)).toBe(false);
    expect(puts({ ...buried, putAwayUntil: TODAY + 1 }, why)).toBe(true);
    expect(puts({ ...buried, putAwayUntil: TODAY }, why)).toBe(false);
  }
});
