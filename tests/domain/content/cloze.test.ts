import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faceOf, slotsOf, textOfFace } from '../../../src/domain/content/cards-of-note.ts';
import {
  clozeFace,
  clozeNumbers,
  clozePlainText,
  clozeProblems,
} from '../../../src/domain/content/cloze.ts';
import type { NoteContent } from '../../../src/domain/content/note.ts';

const asked = (text: string, number: number) => textOfFace(clozeFace(text, number).question);
const answered = (text: string, number: number) => textOfFace(clozeFace(text, number).answer);

describe('cards of a cloze', () => {
  test('[DECK-1] a cloze has one card for each number, ascending', () => {
    expect(clozeNumbers('{{c3::a}} {{c1::b}} {{c3::c}} {{c10::d}}')).toEqual([1, 3, 10]);
    expect(clozeNumbers('no deletion')).toEqual([]);
  });

  test('[DECK-1] the same number in two places is one card with two blanks', () => {
    expect(asked('{{c1::a}} and {{c1::b}}, {{c2::c}}', 1)).toBe('[…] and […], c');
    expect(answered('{{c1::a}} and {{c1::b}}, {{c2::c}}', 1)).toBe('a and b, c');
  });

  test('[DECK-1] one deletion may be on several cards', () => {
    expect(clozeNumbers('{{c1,2::a}} {{c2::b}}')).toEqual([1, 2]);
    expect(asked('{{c1,2::a}} {{c2::b}}', 1)).toBe('[…] b');
    expect(asked('{{c1,2::a}} {{c2::b}}', 2)).toBe('[…] […]');
  });

  test('[DECK-2] a blank shows its hint, the answer reveals the hidden words', () => {
    expect(clozeFace('In {{c1::1992::which year}}, x', 1)).toEqual({
      question: [
        { kind: 'text', text: 'In ' },
        { kind: 'blank', text: '[which year]', hint: 'which year' },
        { kind: 'text', text: ', x' },
      ],
      answer: [
        { kind: 'text', text: 'In ' },
        { kind: 'revealed', text: '1992' },
        { kind: 'text', text: ', x' },
      ],
    });
  });

  test('[DECK-2] an empty hint counts as none, and a hint keeps later colons', () => {
    expect(asked('{{c1::a::}}', 1)).toBe('[…]');
    expect(asked('{{c1::a::b::c}}', 1)).toBe('[b::c]');
  });

  test('[DECK-3] deletions nest: the outer hides the inner, the inner alone leaves the outer', () => {
    const text = '{{c1::the {{c2::left::side}} atrium}} beats';
    expect(asked(text, 1)).toBe('[…] beats');
    expect(answered(text, 1)).toBe('the left atrium beats');
    expect(asked(text, 2)).toBe('the [side] atrium beats');
    expect(clozePlainText(text)).toBe('the left atrium beats');
  });

  test('[DECK-3] an unclosed marker is reported and stays text, and what is closed in it makes no card', () => {
    const text = 'a {{c1::b {{c2::c}} d';
    expect(clozeProblems(text)).toEqual([{ offset: 2, reason: 'unclosed' }]);
    expect(clozeNumbers(text)).toEqual([]);
    expect(clozeNumbers(`${text} }}`)).toEqual([1, 2]);
    expect(asked(`{{c3::x}} ${text}`, 3)).toBe('[…] a {{c1::b c d');
  });

  test('[DECK-3] empty deletions, numbers out of range and depth are reported', () => {
    const reasons = (text: string) => clozeProblems(text).map(({ reason }) => reason);
    expect(reasons('{{c1::}}')).toEqual(['empty']);
    expect(reasons('{{c1:: ::hint}}')).toEqual(['empty']);
    expect(reasons('{{c0::a}}')).toEqual(['number']);
    expect(reasons('{{c501::a}}')).toEqual(['number']);
    expect(reasons(`${'{{c1::'.repeat(10)}a${'}}'.repeat(10)}`)).toEqual([]);
    expect(reasons(`${'{{c1::'.repeat(11)}a${'}}'.repeat(11)}`)).toEqual(['depth']);
    expect(reasons('a }} b :: c {{ d {{c::e}}')).toEqual([]);
  });

  const fragments = fc
    .array(fc.constantFrom('{{c1::', '{{c2::', '{{c1,3::', '}}', '::', 'a', ' ', '{', '}', 'β'))
    .map((parts) => parts.join(''));

  test('[DECK-5] any text can be read, and only its deletions make a difference to its faces', () => {
    fc.assert(
      fc.property(fragments, (text) => {
        clozeProblems(text);
        for (const number of clozeNumbers(text)) {
          const { question, answer } = clozeFace(text, number);
          expect(question.some(({ kind }) => kind === 'blank')).toBe(true);
          expect(textOfFace(answer)).toBe(clozePlainText(text));
          expect(question.length).toBe(answer.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('cards of a note', () => {
  test('[DECK-4] a basic note has one card, a reversed note two', () => {
    const basic: NoteContent = { type: 'basic', front: 'f', back: 'b' };
    const reversed: NoteContent = { type: 'reversed', front: 'f', back: 'b' };
    expect(slotsOf(basic)).toEqual([1]);
    expect(slotsOf(reversed)).toEqual([1, 2]);
    expect(textOfFace(faceOf(reversed, 2).question)).toBe('b');
    expect(textOfFace(faceOf(reversed, 2).answer)).toBe('f');
  });

  test('[DECK-4] a cue shows where its side asks and not where it answers', () => {
    const content: NoteContent = {
      type: 'reversed',
      front: 'EAE (model of?)',
      back: 'MS (model?)',
    };
    expect(textOfFace(faceOf(content, 1).question)).toBe('EAE (model of?)');
    expect(textOfFace(faceOf(content, 1).answer)).toBe('MS');
    expect(textOfFace(faceOf(content, 2).answer)).toBe('EAE');
    expect(textOfFace(faceOf({ ...content, type: 'basic' }, 1).answer)).toBe('MS (model?)');
    expect(textOfFace(faceOf({ ...content, back: '(what?)' }, 1).answer)).toBe('(what?)');
  });

  test('[DECK-4] sides are not parsed for deletions', () => {
    const content: NoteContent = { type: 'basic', front: '{{c1::a}}', back: 'b' };
    expect(slotsOf(content)).toEqual([1]);
    expect(textOfFace(faceOf(content, 1).question)).toBe('{{c1::a}}');
  });
});
