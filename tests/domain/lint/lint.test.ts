import { expect, test } from 'vitest';
import { CARD_RULES } from '../../../src/domain/lint/rules.ts';
import { EXAMPLES } from './examples.ts';
import { GOOD_QUESTIONS, GOOD_SENTENCES } from './good-cards.ts';
import { basic, cloze, rulesOf } from './notes.ts';

for (const { id } of CARD_RULES) {
  const { bad, good } = EXAMPLES[id];
  test.each(bad.map((one) => [Object.values(one.fields).join(' / ').slice(0, 100), one] as const))(`[${id}] fires on: %s`, (_, written) => {
    expect(rulesOf(written)).toEqual([id]);
  });
  test.each(good.map((one) => [Object.values(one.fields).join(' / ').slice(0, 100), one] as const))(`[${id}] lets pass: %s`, (_, written) => {
    expect(rulesOf(written)).toEqual([]);
  });
}
test.each(GOOD_QUESTIONS)('[C5] %s', (question, answer) => {
  expect(rulesOf(basic(question, answer))).toEqual([]);
});
test.each(GOOD_SENTENCES)('[C5] %s', (text) => {
  expect(rulesOf(cloze(text))).toEqual([]);
});
