import { expect, test } from 'vitest';
import { buildQueue } from '../../../../src/domain/study/queue/build.ts';
import type { CramAnswer } from '../../../../src/domain/cram/ledger.ts';
import type { CardId } from '../../../../src/kernel/ids.ts';
import { aCard, inReview, TODAY } from '../../../support/collection.ts';
import { aCollection, aMoment, rangesIn } from '../../../support/study.ts';

const cards = [
  aCard('a/1', { schedule: inReview(TODAY + 40) }),
  aCard('b/1', { suspended: true }),
  aCard('c/1', { buriedUntil: TODAY + 1 }),
];
const answers = (...graded: readonly (readonly [string, 1 | 3])[]) =>
  graded.map(([cardId, grade]) => ({ cardId, grade }) as CramAnswer);

function queue(cardIds: readonly string[], given: readonly CramAnswer[] = []) {
  const source = { kind: 'crammed', cardIds: cardIds as CardId[], answers: given } as const;
  return buildQueue(source, rangesIn(aCollection({ cards })), aMoment(), 1);
}

test('[CRAM-2] a round asks for cards of any day, buried ones too, and passes over what is out of study', async () => {
  const all = ['b/1', 'gone/1', 'a/1', 'c/1'];
  expect(await queue(all)).toMatchObject({
    cards: [{ id: 'a/1' }],
    left: { new: 0, learning: 0, review: 2 },
    recalled: 0,
  });
  expect(await queue(all, answers(['a/1', 3]))).toMatchObject({
    cards: [{ id: 'c/1' }],
    recalled: 1,
  });
});

test('[CRAM-3] it is over when every card was recalled', async () => {
  const given = answers(['a/1', 3], ['c/1', 1], ['c/1', 3]);
  expect(await queue(['a/1', 'c/1'], given)).toMatchObject({
    cards: [],
    left: { review: 0 },
    recalled: 2,
  });
});
