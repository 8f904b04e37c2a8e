import { expect, test } from 'vitest';
import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import { allTypes, noteTypeOf, STOCK_TYPES, stockType } from '../../../src/domain/content/stock.ts';
import { renderCard } from '../../../src/domain/template/render.ts';
import { slotsOfNote } from '../../../src/domain/template/slots.ts';
import { templateProblems } from '../../../src/domain/template/template-problems.ts';
import type { NoteTypeId } from '../../../src/kernel/ids.ts';

function stock(id: string): NoteType {
  const type = stockType(id as NoteTypeId);
  if (type === undefined) throw new Error(`no type ${id}`);
  return type;
}

/** Both sides of each card of a note, tags and all. */
function sidesOf(id: string, texts: Record<string, string>): [front: string, back: string][] {
  const type = stock(id);
  const fields = texts as FieldTexts;
  return slotsOfNote(type, fields, false).map((slot) => {
    const { front, back } = renderCard({ type, fields, slot, tags: [], deckName: '' });
    return [front, back];
  });
}
const LINE = '\n<hr id="answer">\n';

test('[TEMPLATE-34] the types that come with Rounds, their fields and cards, are named and without fault', () => {
  expect(
    STOCK_TYPES.map(({ id, name, kind, fields, templates, sortFieldId }) => [
      [id, name, kind, sortFieldId],
      fields.map((field) => `${field.id} ${field.name}`),
      templates.map((template) => `${template.slot} ${template.name}`),
    ]),
  ).toEqual([
    [
      ['basic', 'Basic', 'standard', 'front'],
      ['front Front', 'back Back', 'extra Extra', 'source Source'],
      ['1 Card 1'],
    ],
    [
      ['reversed', 'Basic and reversed', 'standard', 'front'],
      [
        'front Front',
        'back Back',
        'backQuestion Way back',
        'backAnswer Way back answer',
        'extra Extra',
        'source Source',
      ],
      ['1 Front to back', '2 Back to front'],
    ],
    [
      ['optional-reversed', 'Basic, reversed if asked', 'standard', 'front'],
      ['front Front', 'back Back', 'addReverse Add reverse', 'extra Extra', 'source Source'],
      ['1 Front to back', '2 Back to front'],
    ],
    [
      ['typed', 'Typed answer', 'standard', 'front'],
      ['front Front', 'back Back', 'extra Extra', 'source Source'],
      ['1 Card 1'],
    ],
    [
      ['cloze', 'Cloze', 'cloze', 'text'],
      ['text Text', 'extra Extra', 'source Source'],
      ['1 Cloze'],
    ],
    [
      ['occlusion', 'Image occlusion', 'occlusion', 'occlusion'],
      ['occlusion Occlusion', 'image Image', 'header Header', 'extra Extra', 'source Source'],
      ['1 Image occlusion'],
    ],
  ]);
  for (const type of STOCK_TYPES) {
    expect([type.id, templateProblems(type)]).toEqual([type.id, []]);
    const hints = type.fields.flatMap(({ hint }) => (hint === undefined ? [] : [hint]));
    for (const hint of hints) expect(hint).toMatch(/^\p{Lu}.{8,}/u);
    expect(type.fields.filter(({ isSticky }) => isSticky).map(({ id }) => id)).toEqual(['source']);
  }
});

test('[TEMPLATE-34] a card asks with its front, and repeats it above the answer, extra and source', () => {
  const texts = { front: 'Q', back: 'A', extra: 'E', source: 'S' };
  const under = '\n<div class="extra">E</div>\n<div class="source">S</div>';
  expect(sidesOf('basic', texts)).toEqual([['Q', `Q${LINE}A${under}`]]);
  expect(sidesOf('basic', { front: 'Q', back: 'A' })).toEqual([['Q', `Q${LINE}A\n\n`]]);
  expect(sidesOf('reversed', texts)).toEqual([
    ['Q', `Q${LINE}A${under}`],
    ['A', `A${LINE}Q${under}`],
  ]);
  expect(sidesOf('optional-reversed', texts)).toHaveLength(1);
  expect(sidesOf('optional-reversed', { ...texts, addReverse: 'y' })).toEqual([
    ['Q', `Q${LINE}A${under}`],
    ['A', `A${LINE}Q${under}`],
  ]);
});

test('[TEMPLATE-34] typed answers, deletions and masks are drawn on both sides', () => {
  const [typed] = sidesOf('typed', { front: 'Q', back: 'A' });
  expect(typed?.[0]).toMatch(/^Q\n\n<span class="typed-input">/);
  expect(typed?.[1]).toMatch(/^Q\n<hr id="answer">\n<(?!span class="typed-input")/);
  const [cloze] = sidesOf('cloze', { text: 'The {{c1::aorta}} is wide.', source: 'S' });
  expect(cloze?.[0]).not.toContain('aorta');
  expect(cloze?.[1]).toContain('aorta');
  expect(cloze?.[1]).toMatch(/\n\n<div class="source">S<\/div>$/);
  const masked = {
    occlusion: '{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}',
    image: '<img src="a.png">',
    header: 'The heart',
  };
  const [mask] = sidesOf('occlusion', masked);
  for (const side of mask ?? []) {
    expect(side).toMatch(/^<div class="header">The heart<\/div>\n/);
    expect(side).toContain('a.png');
  }
  expect(mask?.[1]).not.toBe(mask?.[0]);
});

test('[NOTE-6] a person’s version of a type stands in its place, and own types come after by name', () => {
  const own = (id: string, name: string): NoteType => ({
    ...stock('basic'),
    id: id as NoteTypeId,
    name,
  });
  const changed = own('cloze', 'My cloze');
  const rows = new Map(
    [own('z', 'Alpha'), own('a', 'Beta'), changed].map((each) => [each.id, each]),
  );
  expect(allTypes(rows.values()).map(({ name }) => name)).toEqual([
    'Basic',
    'Basic and reversed',
    'Basic, reversed if asked',
    'Typed answer',
    'My cloze',
    'Image occlusion',
    'Alpha',
    'Beta',
  ]);
  expect(noteTypeOf('cloze' as NoteTypeId, rows)).toBe(changed);
  expect(noteTypeOf('basic' as NoteTypeId, rows)).toBe(stock('basic'));
  expect(noteTypeOf('gone' as NoteTypeId, rows)).toBeUndefined();
});

test('[TEMPLATE-18] a cloze type can show the deletions alone, hints on the front and answers on the back', () => {
  const cloze = stock('cloze');
  const side = '{{cloze-only:Text}}';
  const type = {
    ...cloze,
    templates: cloze.templates.map((template) => ({ ...template, front: side, back: side })),
  };
  const fields = {
    text: 'The {{c1::aorta::vessel}} and {{c1::vena cava}}.',
  } as unknown as FieldTexts;
  const { front, back } = renderCard({ type, fields, slot: 1, tags: [], deckName: '' });
  expect([front, back]).toEqual(['vessel, …', 'aorta, vena cava']);
});
