import { expect, test } from 'vitest';
import { BASIC, FIELD, stockType } from '../../../src/domain/content/stock.ts';
import { printedCard } from '../../../src/domain/printing/printed-card.ts';
import { cardIdOf, type NoteId, type NoteTypeId } from '../../../src/kernel/ids.ts';

const printed = (typeId: string, fields: Readonly<Record<string, string>>, slot = 1) => {
  const type = stockType(typeId as NoteTypeId);
  if (!type) throw new Error(typeId);
  const id = cardIdOf('note' as NoteId, slot);
  return printedCard(id, slot, { fields, sections: [], tags: [] }, type, 'Deck');
};

test('[ANKI-50] the answer on paper says nothing again that the question said', () => {
  const { question, answer } = printed('basic', {
    [FIELD.front]: 'Which <b>valve</b>?<img src="heart.png">',
    [FIELD.back]: 'Mitral<script>alert(1)</script><img src="heart.png"><img src="mitral.png">',
  });
  expect(question).toEqual({ text: 'Which valve?', pictures: ['heart.png'], masks: [] });
  expect(answer).toEqual({ text: 'Mitral', pictures: ['mitral.png'], masks: [] });
});

test('[ANKI-50] an occlusion asks with its mask on the picture, and answers with its outline', () => {
  const { question, answer } = printed('occlusion', {
    [FIELD.occlusion]:
      '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}{{c2::image-occlusion:rect:left=.5:top=.2:width=.3:height=.1:oi=1}}',
    [FIELD.image]: '<img src="heart.png">',
  });
  expect(question.pictures).toEqual(['heart.png']);
  expect(question.masks.map(({ state }) => state)).toEqual(['asked', 'covered']);
  expect(answer.pictures).toEqual(['heart.png']);
  expect(answer.masks.map(({ state }) => state)).toEqual(['revealed', 'covered']);
});

test('[ANKI-50] a picture in the header is no picture of the masks', () => {
  const { question } = printed('occlusion', {
    [FIELD.header]: '<img src="logo.png">',
    [FIELD.occlusion]: '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}',
    [FIELD.image]: '<img src="heart.png">',
  });
  expect(question).toMatchObject({ pictures: ['logo.png', 'heart.png'], masked: 'heart.png' });
});

test('[ANKI-50] a raised number stays raised on paper', () => {
  const { question, answer } = printed('basic', {
    [FIELD.front]: 'Platelets: 10<sup>9</sup>/l?',
    [FIELD.back]: '150–400 × 10<sup>9</sup>/l',
  });
  expect(question.text).toBe('Platelets: 10⁹/l?');
  expect(answer.text).toBe('150–400 × 10⁹/l');
  const hidden = printed('cloze', {
    [FIELD.text]: 'Platelets: 150–400 × 10<sup>{{c1::9}}</sup>/l',
  });
  expect(hidden.answer.text).toBe('Platelets: 150–400 × 10⁹/l');
});

test('[ANKI-50] an answer that begins with the letters of its question is printed whole', () => {
  const type = {
    ...BASIC,
    templates: [{ slot: 1, name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
  };
  const fields = { [FIELD.front]: 'Na', [FIELD.back]: 'Natrium (sodium)' };
  const id = cardIdOf('note' as NoteId, 1);
  const { answer } = printedCard(id, 1, { fields, sections: [], tags: [] }, type, 'Deck');
  expect(answer.text).toBe('Natrium (sodium)');
});

test.each<[string, string, string]>([
  ['{{Front}}{{hint:Extra}}', 'Which drug?\nExtra', 'Ethosuximide'],
  ['{{Front}}<div style="display: none">{{Extra}}</div>!', 'Which drug?!', 'Ethosuximide'],
  ['<p>{{Front}}</p><p hidden>{{Extra}}<img src="x.png"></p>', 'Which drug?', 'Ethosuximide'],
  ['<details open><summary>a</summary>{{Front}}</details>', 'a\nWhich drug?', 'Ethosuximide'],
  [
    '<details><summary>a<b>b</b></summary><p>{{Extra}}</p></details>{{Front}}',
    'ab\nWhich drug?',
    'Ethosuximide',
  ],
])('[ANKI-50] what %s hides at first is not on the question’s paper', (front, asked, answered) => {
  const back = '{{FrontSide}}<hr id="answer">{{Back}}';
  const type = { ...BASIC, templates: [{ slot: 1, name: 'Card 1', front, back }] };
  const fields = {
    [FIELD.front]: 'Which drug?',
    [FIELD.back]: 'Ethosuximide',
    [FIELD.extra]: 'It begins with E<br>and ends with e',
  };
  const id = cardIdOf('note' as NoteId, 1);
  const { question, answer } = printedCard(id, 1, { fields, sections: [], tags: [] }, type, 'Deck');
  expect([question.text, answer.text]).toEqual([asked, answered]);
  expect(question.pictures).toEqual([]);
});
