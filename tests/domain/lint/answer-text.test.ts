import { describe, expect, test } from 'vitest';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { answerText } from '../../../src/domain/lint/answer-text.ts';
import { stock } from './notes.ts';

const FIELDS = {
  front: 'Which drug?',
  back: '<b>aspirin</b> &amp; rest',
  extra: 'since 1899',
} as unknown as FieldTexts;

/** The answer of a card with these two sides. */
function answerOf(front: string, back: string, fields: FieldTexts = FIELDS): string {
  const basic = stock('basic');
  const templates = basic.templates.map((template) => ({ ...template, front, back }));
  return answerText({ ...basic, templates }, fields, 1);
}

describe('[ADVICE-5] what a card asks for is the first filled field that only its back shows', () => {
  const empty = { ...FIELDS, back: '<br>' } as FieldTexts;
  test.each([
    ['a field as it stands', answerOf('{{Front}}', '{{Back}}'), 'aspirin & rest'],
    ['a field without its tags', answerOf('{{Front}}', '{{text:Back}}'), 'aspirin & rest'],
    // Drawn, it would be a place to type in, and no text.
    ['a typed field', answerOf('{{Front}}', '{{type:Back}}'), 'aspirin & rest'],
    [
      'one that the front asks to type',
      answerOf('{{Front}} {{type:Back}}', '{{type:Back}}'),
      'aspirin & rest',
    ],
    [
      'not what the front shows',
      answerOf('{{Front}} {{Back}}', '{{Back}} {{Extra}}'),
      'since 1899',
    ],
    [
      'not what the front shows now and then',
      answerOf('{{#Extra}}{{Back}}{{/Extra}}{{Front}}', '{{Back}}{{Extra}}'),
      'since 1899',
    ],
    [
      'one that the back shows now and then',
      answerOf('{{Front}}', '{{#Extra}}{{Back}}{{/Extra}}'),
      'aspirin & rest',
    ],
    [
      'the next where the first is empty',
      answerOf('{{Front}}', '{{Back}}{{Extra}}', empty),
      'since 1899',
    ],
    [
      'nothing where the back shows nothing of its own',
      answerOf('{{Front}}', '{{FrontSide}} answer'),
      '',
    ],
    ['nothing where all of it is empty', answerOf('{{Front}}', '{{Back}}', empty), ''],
    ['nothing of a field that there is not', answerOf('{{Front}}', '{{Side}}'), ''],
  ])('%s', (_what, found, answer) => {
    expect(found).toBe(answer);
  });

  test('nothing of a card that the type does not have', () => {
    expect(answerText(stock('basic'), FIELDS, 2)).toBe('');
  });
});
