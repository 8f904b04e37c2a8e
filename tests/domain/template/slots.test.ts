import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardClasses, type NoteType } from '../../../src/domain/content/note-type.ts';
import { BASIC, stockType } from '../../../src/domain/content/stock.ts';
import type { NoteTypeId, Slot } from '../../../src/kernel/ids.ts';
import { isEmptyHtml, textOfHtml } from '../../../src/domain/template/html-text.ts';
import { renderCard } from '../../../src/domain/template/render.ts';
import { slotsOfNote } from '../../../src/domain/template/slots.ts';
import { anyText } from './hostile.ts';
import { frontOf, texts, typeOf } from './note-types.ts';

const stock = (id: string, fields: Record<string, string>) =>
  slotsOfNote(stockType(id as NoteTypeId) as NoteType, texts(fields), false);
const standard = (front: string, fields: Record<string, string>) =>
  slotsOfNote(typeOf('standard', { front }), texts(fields), false).length === 1;

describe('cards of a standard note', () => {
  test('[TEMPLATE-25] a template makes a card when its front shows something of a field', () => {
    expect(stock('basic', { front: 'q', back: 'a' })).toEqual([1]);
    expect(stock('basic', { front: '<br> <div></div>', back: 'a' })).toEqual([]);
    // What is filled by markup that shows nothing is filled, as in Anki.
    expect(stock('basic', { front: '<p></p>', back: 'a' })).toEqual([1]);
    expect(stock('basic', { front: '<img src="a.png">' })).toEqual([1]);
    expect(stock('reversed', { front: 'q', back: 'a' })).toEqual([1, 2]);
    expect(stock('reversed', { back: 'a' })).toEqual([2]);
    expect(stock('optional-reversed', { front: 'q', back: 'a' })).toEqual([1]);
    expect(stock('optional-reversed', { front: 'q', back: 'a', addReverse: 'y' })).toEqual([1, 2]);
    expect(stock('typed', { front: 'q', back: 'a' })).toEqual([1]);
  });

  test('[TEMPLATE-25] fixed text alone makes no card, special names that are filled do', () => {
    expect(standard('Hello {{Tags}} {{FrontSide}}', { a: 'x' })).toBe(false);
    expect(standard('Hello {{Deck}}', { a: 'x' })).toBe(true);
    expect(standard('{{#A}}{{CardID}}{{/A}}', { a: 'x' })).toBe(true);
    expect(slotsOfNote(typeOf('standard', { front: '{{Tags}}' }), texts({}), true)).toEqual([1]);
    expect(standard('{{^A}}none{{/A}}', {})).toBe(false);
    expect(standard('{{^A}}none{{/A}}', { b: 'x' })).toBe(false);
    expect(standard('{{^A}}{{B}}{{/A}}', { b: 'x' })).toBe(true);
    expect(standard('{{^A}}{{B}}{{/A}}', { a: 'y', b: 'x' })).toBe(false);
    expect(standard('{{Foo}}{{#Foo}}x{{/Foo}}{{^Foo}}{{A}}{{/Foo}}', { a: 'x' })).toBe(false);
    expect(standard('<!-- {{A}} -->', { a: 'x' })).toBe(false);
  });

  test('[TEMPLATE-25] a section about a filled field counts if it shows a field', () => {
    expect(standard('{{#A}}What is this?{{/A}}', { a: 'x' })).toBe(false);
    expect(standard('{{#A}}What is this?{{/A}}', { b: 'x' })).toBe(false);
    expect(standard('{{#A}}<b class="{{B}}"></b>{{/A}}', { a: 'x' })).toBe(false);
    expect(standard('{{#A}}{{#B}}{{C}}{{/B}}{{/A}}', { a: 'x', c: 'y' })).toBe(false);
    expect(standard('{{#Tags}}{{A}}{{/Tags}}', { a: 'x' })).toBe(false);
    expect(standard('{{^Tags}}{{A}}{{/Tags}}', { a: 'x' })).toBe(true);
    expect(standard('{{^Deck}}{{A}}{{/Deck}}', { a: 'x' })).toBe(false);
    expect(standard('{{#c1}}{{A}}{{/c1}}', { a: 'x' })).toBe(false);
    expect(standard('{{^c1}}{{A}}{{/c1}}', { a: 'x' })).toBe(true);
    expect(standard('{{#c2}}{{A}}{{/c2}}', { a: 'x' })).toBe(false);
  });

  test('[TEMPLATE-25] filters do not decide', () => {
    for (const filter of ['text', 'hint', 'type', 'tts en_US', 'foo']) {
      expect(standard(`{{${filter}:A}}`, { a: 'x' })).toBe(true);
    }
  });

  test('[TEMPLATE-25] slots are those of the templates, ascending, each once', () => {
    const type = typeOf('standard', { front: '{{A}}' }, { front: '{{B}}' }, { front: '{{A}}' });
    const slots = [7, 3, 3];
    const templates = type.templates.map((each, index) => ({ ...each, slot: slots[index] ?? 0 }));
    expect(slotsOfNote({ ...type, templates }, texts({ a: 'x' }), false)).toEqual([3, 7]);
  });

  test('[TEMPLATE-25] a note of empty fields has no card, and a card made shows more than that', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (front, a, b) => {
        const isSpecial = /Deck|Type|Card/.test(front);
        if (!isSpecial) expect(standard(front, {})).toBe(false);
        if (
          standard(front, { a, b }) &&
          !isSpecial &&
          !/tts|type|cloze|hint|Tags|c1|\^/.test(front)
        ) {
          expect(frontOf(front, { a, b })).not.toBe(frontOf(front, {}));
        }
        if (!isEmptyHtml(a)) expect(standard(`x{{A}}${front}`, { a })).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('cards of cloze and occlusion notes', () => {
  test('[TEMPLATE-26] a cloze note has a card for each number in any of its fields', () => {
    expect(stock('cloze', { text: '{{c3::a}} {{c1,2::b}}', extra: '{{c9::x}}' })).toEqual([
      1, 2, 3, 9,
    ]);
    expect(stock('cloze', { text: 'no deletion' })).toEqual([]);
    const two = typeOf('cloze', { front: '{{#A}}{{text:cloze:A}}{{/A}}{{cloze:B}}{{C}}' });
    const fields = texts({ a: '{{c2::x}}', b: '{{c1::y}}', c: '{{c5::z}}' });
    expect(slotsOfNote(two, fields, false)).toEqual([1, 2, 5]);
  });

  test('[TEMPLATE-26] an occlusion note has a card for each number of its masks, none for labels', () => {
    const mask = (numbers: string) =>
      `{{c${numbers}::image-occlusion:rect:left=0:top=0:width=1:height=1}}`;
    const occlusion = `${mask('2')}<br>${mask('1,2')}${mask('0')}{{c7::word}}{{c8::image-occlusion:x}}`;
    expect(stock('occlusion', { occlusion, image: '{{c4::x}}' })).toEqual([1, 2]);
    expect(stock('occlusion', { image: '<img src="a.png">' })).toEqual([]);
  });
});

test('[TEMPLATE-25] a section about what is in no field shows its field, about the front it does not', () => {
  for (const name of ['Type', 'Deck', 'Subdeck', 'Card', 'CardFlag']) {
    expect(standard(`{{#${name}}}{{A}}{{/${name}}}`, { a: 'x' })).toBe(true);
    expect(standard(`{{^${name}}}{{A}}{{/${name}}}`, { a: 'x' })).toBe(false);
  }
  for (const sign of ['#', '^']) {
    expect(standard(`{{${sign}Nothing}}{{A}}{{/Nothing}}`, { a: 'x' })).toBe(false);
  }
  expect(standard('{{#FrontSide}}{{A}}{{/FrontSide}}', { a: 'x' })).toBe(false);
  expect(standard('{{^c2}}{{A}}{{/c2}}', { a: 'x' })).toBe(true);
  expect(standard('{{#c0}}{{A}}{{/c0}}', { a: 'x' })).toBe(false);
});

describe('Anki’s number of a card', () => {
  const of = (...slots: number[]): NoteType => ({
    ...BASIC,
    templates: slots.map((slot) => ({
      slot: slot as Slot,
      name: `${slot}`,
      front: '[{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}] {{cloze:Front}}',
      back: '',
    })),
  });

  test('[TEMPLATE-39] is the place of its template, also after one before it was taken out', () => {
    expect(cardClasses(of(1, 2), 2 as Slot)).toBe('card card2');
    expect(cardClasses(of(2, 4), 2 as Slot)).toBe('card card1');
    expect(cardClasses(of(2, 4), 4 as Slot)).toBe('card card2');
    expect(cardClasses(stockType('cloze' as NoteTypeId) as NoteType, 7 as Slot)).toBe('card card7');
  });

  // As the real Anki drew a note whose type had lost its first template.
  test('[TEMPLATE-39] conditions and deletions go by it', () => {
    const { front } = renderCard({
      type: of(2, 4),
      fields: texts({ front: '{{c1::a}} {{c2::b}}' }),
      slot: 2 as Slot,
      tags: [],
      deckName: '',
    });
    expect(textOfHtml(front)).toBe('[one] […] b');
  });
});
