import { expect, test } from 'vitest';
import type { LintCard } from '../../../src/domain/lint/lint-card.ts';
import { siblingGiveaway } from '../../../src/domain/lint/rules/giveaway.ts';

const card = (slot: number, question: string, answer: string): LintCard => ({
  kind: 'question',
  slot,
  question,
  answer,
});

/** Whether the question of another card gives away the answer 'urate' to `question`. */
const tells = (question: string, other: string) =>
  siblingGiveaway(card(1, question, 'urate'), [card(2, other, 'a toe')]) !== undefined;

test('CR6 another card’s question that is about the same and shows the answer gives it away', () => {
  expect(siblingGiveaway(card(1, 'Which salt fills a tophus?', 'urate'), [])).toBeUndefined();
  expect(tells('Which salt fills a tophus?', 'Where lies urate salt that fills a tophus?')).toBe(
    true,
  );
  // Half of what tells what it is about will do; words that only ask do not count.
  expect(tells('Which salt fills gout?', 'Where lies urate salt?')).toBe(false);
  for (const asker of ['Which', 'What', 'How', 'Why', 'When', 'Where', 'Who', 'Whose']) {
    expect([asker, tells(`${asker} salt tophus?`, 'There lies urate in a salt?')]).toEqual([
      asker,
      true,
    ]);
  }
});

test('CR6 the answer must be shown by another card, and not by the question itself', () => {
  const question = 'Which salt fills a tophus?';
  const own = card(1, question, 'urate');
  const other = card(2, `${question} urate`, 'a toe');
  expect(siblingGiveaway(own, [own])).toBeUndefined();
  expect(siblingGiveaway(own, [{ ...other, slot: 1 }])).toBeUndefined();
  expect(siblingGiveaway(own, [other])).toMatchObject({ ruleId: 'CR6', slot: 1 });
  expect(tells('Which urate salt fills a tophus?', 'Where lies urate salt of a tophus?')).toBe(
    false,
  );
  // Each other’s way round is no giveaway.
  const round = card(2, 'Where lies urate salt of a tophus?', 'tophus');
  expect(siblingGiveaway(own, [round])).toBeUndefined();
});
