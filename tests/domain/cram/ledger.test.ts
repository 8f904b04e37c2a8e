import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cramRound, readinessOf } from '../../../src/domain/cram/ledger.ts';
import { cramReport } from '../../../src/domain/cram/report.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { aCard } from '../../support/collection.ts';
import { aCramAnswer } from '../../support/cram.ts';

const ids = (count: number) => Array.from({ length: count }, (_, i) => `n${i}/1` as CardId);

/** The cards of a round in the order in which they are shown, graded as `gradeOf` says. */
function shown(cardIds: readonly CardId[], gradeOf: (turn: number) => Grade): CardId[] {
  const answers: { cardId: CardId; grade: Grade }[] = [];
  for (;;) {
    const { next } = cramRound(cardIds, answers);
    if (next === undefined) return answers.map(({ cardId }) => cardId);
    answers.push({ cardId: next, grade: gradeOf(answers.length) });
    if (answers.length > 1000) throw new Error('the round never ends');
  }
}

test('[CRAM-3] a forgotten card comes back after three others, a hard one after eight', () => {
  const cards = ids(12);
  expect(shown(cards, (turn) => (turn === 0 ? 1 : 3)).indexOf('n0/1' as CardId, 1)).toBe(4);
  expect(shown(cards, (turn) => (turn === 0 ? 2 : 3)).indexOf('n0/1' as CardId, 1)).toBe(9);
});

test('[CRAM-3] with no others left a forgotten card comes back at once', () => {
  expect(shown(ids(2), (turn) => (turn === 1 ? 1 : 3))).toEqual(['n0/1', 'n1/1', 'n1/1']);
});

test('[CRAM-3] whatever the grades, the round ends when every card was recalled, and not before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.constantFrom<Grade>(1, 2, 3, 4), { maxLength: 40 }),
      (size, grades) => {
        const cards = ids(size);
        const order = shown(cards, (turn) => grades[turn] ?? 3);
        for (const card of cards) {
          const last = order.lastIndexOf(card);
          expect(last).toBeGreaterThanOrEqual(0);
          expect(grades[last] ?? 3).toBeGreaterThanOrEqual(3);
        }
      },
    ),
  );
});

test('[CRAM-3] answers to cards that have left the round are passed over', () => {
  const answers = [{ cardId: 'gone/1' as CardId, grade: 1 as Grade }];
  expect(cramRound(ids(2), answers)).toEqual({ next: 'n0/1', recalled: 0, cards: 2 });
  expect(cramRound([], answers)).toEqual({ next: undefined, recalled: 0, cards: 0 });
});

test('[CRAM-4] readiness is told from the last open answer to each card', () => {
  const answers = [
    aCramAnswer('a/1', 3),
    aCramAnswer('b/1', 1),
    aCramAnswer('b/1', 4),
    aCramAnswer('a/1', 2),
    aCramAnswer('c/1', 4, { state: 'accepted' }),
    aCramAnswer('d/1', 4, { state: 'dropped' }),
    aCramAnswer('e/1', 4),
  ];
  const asked = new Set(['a/1', 'b/1', 'c/1', 'd/1'] as CardId[]);
  expect(readinessOf(asked, answers)).toEqual({ crammed: 2, recalled: 1 });
});

test('[CRAM-4] a round is told by first tries, by section, and by what became of its answers', () => {
  const cards = [
    aCard('a/1', { sections: ['Mechanism'] }),
    aCard('b/1', { sections: ['Safety', 'MS therapy'] }),
  ];
  const answers = [
    aCramAnswer('a/1', 1),
    aCramAnswer('b/1', 3),
    aCramAnswer('gone/1', 2),
    aCramAnswer('a/1', 3),
  ];
  expect(cramReport(cards, answers)).toEqual({
    cards: 3,
    atFirst: 1,
    answers: 4,
    millis: 16_000,
    hard: ['a/1', 'gone/1'],
    sections: [
      { name: 'Mechanism', crammed: 1, recalled: 1, atFirst: 0 },
      { name: 'Safety', crammed: 1, recalled: 1, atFirst: 1 },
      { name: 'MS therapy', crammed: 1, recalled: 1, atFirst: 1 },
      { name: '', crammed: 1, recalled: 0, atFirst: 0 },
    ],
    open: 4,
    accepted: 0,
  });
});
