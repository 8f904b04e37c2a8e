import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/domain/deck-text/check-cards.ts';
import { parseDeck } from '../../../src/domain/deck-text/parse-deck.ts';

/** The warnings about facts written as in a file, with their lines. */
function warnings(body: string): string[] {
  const { drafts, places, problems } = parseDeck(`# T\n- deck: t\n- source: B\n## S\n${body}`);
  expect(problems).toEqual([]);
  return problemsOf(drafts, places).map(({ line, message }) => `${line}: ${message}`);
}

test.each([
  ['a yes/no question', 'Q: Is the aorta wide?\nA: It is', 'yes/no'],
  ['a yes as answer', 'Q: What about the aorta?\nA: Yes, wide', 'yes/no'],
  ['a list', 'Q: Which drugs?\nA: aspirin, heparin and warfarin', 'three or more'],
  ['a request for a list', 'Q: Name three drugs\nA: Several', 'three or more'],
  ['a list in a cloze', 'It has {{c1::bone, muscle and skin}}.', 'three or more'],
  ['an answer in its question', 'Q: What does the mitral valve do?\nA: Mitral valve', 'own answer'],
  ['an answer in its hint', 'It is {{c1::wide::how wide}}.', 'own answer'],
  ['an answer in the rest of its sentence', 'The {{c1::aorta}} is an aorta.', 'own answer'],
  [
    'an answer made of the question’s words',
    'Q: Is α4 or β1 meant, which one?\nA: The α4 one',
    'own answer',
  ],
  ['a long answer', `Q: Why so?\nA: ${'word '.repeat(21)}`, 'over 20 words'],
  ['a long deletion', `So {{c1::${'word '.repeat(11)}}}.`, 'over 10 words'],
  ['a cloze that hides everything', '{{c1::Aorta::vessel}}', 'everything is hidden'],
])('[DECK-25] %s is warned about', (_, text, message) => {
  const found = warnings(`### a\n${text}\n`);
  expect(found.some((one) => one.startsWith('5: ') && one.includes(message))).toBe(true);
});

test('[DECK-25] the same text twice is warned about at the second', () => {
  const found = warnings('### a\nThe {{c1::aorta}} is wide.\n### b\nThe aorta is {{c1::wide}}!\n');
  expect(found).toEqual(['7: The same text as "t:a". The fact was loaded; take one out.']);
});

test('[DECK-25] a fact without a source is warned about', () => {
  expect(warnings('### a\nThe {{c1::aorta}} is wide.\n- source:\n')).toHaveLength(1);
});

test('[DECK-25] good cards are left alone', () => {
  const good =
    '### a\nThe {{c1::aorta::which vessel}} is {{c2::wide::how wide is it}}.\n'.replace(
      'how wide is it',
      'of what width',
    ) +
    '### b\nQ: What is the aorta, seen from the heart?\nA: A vessel, the widest one\n' +
    '### c\nQ: EAE (model of?)\nA: MS (which model?)\n- reversed: yes\n' +
    '### d\nIt came in {{c1::phase II and III::which phases}}.\n';
  expect(warnings(good)).toEqual([]);
});
