import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  masksFor,
  occlusionNumbersIn,
  parseOcclusions,
  printOcclusions,
} from '../../../src/domain/template/occlusion.ts';
import type { OcclusionShape, Occlusions } from '../../../src/domain/template/occlusion/shapes.ts';
import { anyText, hostileText } from './hostile.ts';

const RECT = '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}';

describe('reading masks', () => {
  test('[TEMPLATE-22] rectangles, ellipses, polygons and texts as Anki writes them', () => {
    const html = `${RECT}<br>
      {{c2::image-occlusion:ellipse:left=.1:top=0:rx=.25:ry=0.5:angle=-30:oi=1}}
      {{c2,3::image-occlusion:polygon:left=.1:top=.2:points=.1,.2 .5,.2 1,1:fill=#ff000080}}
      {{c0::image-occlusion:text:left=.5:top=.6:text=a\\: b \\\\ c &lt;:scale=1.5:fs=.05}}`;
    expect(parseOcclusions(html)).toEqual({
      hidesAll: true,
      shapes: [
        { kind: 'rect', numbers: [1], left: 0.1, top: 0.2, width: 0.3, height: 0.4 },
        { kind: 'ellipse', numbers: [2], left: 0.1, top: 0, rx: 0.25, ry: 0.5, angle: -30 },
        {
          kind: 'polygon',
          numbers: [2, 3],
          points: [
            { x: 0.1, y: 0.2 },
            { x: 0.5, y: 0.2 },
            { x: 1, y: 1 },
          ],
          fill: '#ff000080',
        },
        {
          kind: 'text',
          numbers: [0],
          left: 0.5,
          top: 0.6,
          text: 'a: b \\ c <',
          scale: 1.5,
          fontSize: 0.05,
        },
      ],
    });
    expect(occlusionNumbersIn(html)).toEqual([1, 2, 3]);
  });

  test('[TEMPLATE-22] fractions beyond the image are brought to its edge', () => {
    const html = '{{c1::image-occlusion:rect:left=-1:top=1e-1:width=7:height= .5 }}';
    expect(parseOcclusions(html).shapes).toMatchObject([
      { left: 0, top: 0.1, width: 1, height: 0.5 },
    ]);
  });

  test('[TEMPLATE-22] a mask may have a text alternative of its own', () => {
    const html = '{{c1::image-occlusion:rect:left=0:top=0:width=1:height=1:alt=nerve\\: VII}}';
    expect(parseOcclusions(html).shapes).toMatchObject([{ alt: 'nerve: VII' }]);
  });

  test('[TEMPLATE-22] what is no mask is kept where it stood', () => {
    const bad = '{{c1::image-occlusion:rect:left=abc:top=.2:width=.3:height=.4}}';
    const found = parseOcclusions(`note<br>${RECT}<br>${bad}{{c4::word}}<br>${RECT}<br><div>`);
    expect(found).toMatchObject({
      shapes: [{ kind: 'rect' }, { kind: 'rect' }],
      unread: [
        { at: 0, text: 'note' },
        { at: 1, text: `${bad}{{c4::word}}` },
      ],
    });
    expect(printOcclusions(found)).toBe(`note<br>${RECT}<br>${bad}{{c4::word}}<br>${RECT}<br>`);
    const others = [
      '{{c1::image-occlusion:star:left=.1}}',
      RECT.replace('c1', 'c501'),
      RECT.slice(1),
    ];
    for (const other of others) {
      expect(parseOcclusions(other)).toEqual({
        shapes: [],
        hidesAll: false,
        unread: [{ at: 0, text: other }],
      });
    }
  });

  test('[TEMPLATE-22] keys that are not known stay with their mask; a mask before it that never ends is no mask', () => {
    const odd = '{{c1::image-occlusion:rect:left=0:top=0:width=1:height=1:new=a\\:b::hint}}';
    expect(printOcclusions(parseOcclusions(odd))).toBe(`${odd}<br>`);
    expect(
      parseOcclusions('{{c0::image-occlusion:text:left=0:top=0:text=a\\}}').shapes,
    ).toMatchObject([{ text: 'a\\' }]);
    for (const open of ['{{c2::image-occlusion:rect:left=.1 ', `${RECT.slice(0, -2)}:more`]) {
      expect(parseOcclusions(open + RECT)).toMatchObject({
        shapes: [{ numbers: [1], left: 0.1 }],
        unread: [{ at: 0, text: open.trim() }],
      });
    }
  });

  const fraction = fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000);
  const label = fc
    .array(fc.constantFrom('a', ':', '\\', '}', '{', '{{c1::', '<b>', '&', '&amp;', ' b', '=', '"'))
    .map((parts) => parts.join(''));
  const shared = {
    numbers: fc.oneof(
      fc.constant([0]),
      fc.uniqueArray(fc.integer({ min: 1, max: 499 }), { minLength: 1, maxLength: 3 }),
    ),
    alt: label,
    angle: fc.integer({ min: -359, max: 359 }).map((angle) => angle || 1),
    fill: fc.constantFrom('#fff', '#12aBcD'),
  };
  const corner = { left: fraction, top: fraction };
  const shape = fc.oneof(
    fc.record(
      {
        kind: fc.constant('rect' as const),
        ...shared,
        ...corner,
        width: fraction,
        height: fraction,
      },
      { requiredKeys: ['kind', 'numbers', 'left', 'top', 'width', 'height'] },
    ),
    fc.record(
      { kind: fc.constant('ellipse' as const), ...shared, ...corner, rx: fraction, ry: fraction },
      { requiredKeys: ['kind', 'numbers', 'left', 'top', 'rx', 'ry'] },
    ),
    fc.record(
      {
        kind: fc.constant('polygon' as const),
        ...shared,
        points: fc.array(fc.record({ x: fraction, y: fraction }), { minLength: 3, maxLength: 6 }),
      },
      { requiredKeys: ['kind', 'numbers', 'points'] },
    ),
    fc.record(
      {
        kind: fc.constant('text' as const),
        ...shared,
        ...corner,
        text: label,
        scale: fc.constantFrom(0.5, 1, 2.25),
        fontSize: fraction,
      },
      { requiredKeys: ['kind', 'numbers', 'left', 'top', 'text'] },
    ),
  ) as fc.Arbitrary<OcclusionShape>;

  test('[TEMPLATE-22] masks, printed and read, are the same masks', () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 5 }), fc.boolean(), (shapes, isAll) => {
        const occlusions: Occlusions = { shapes, hidesAll: isAll && shapes.length > 0 };
        expect(parseOcclusions(printOcclusions(occlusions))).toEqual(occlusions);
      }),
      { numRuns: 300 },
    );
  });

  test('[TEMPLATE-22] any field, read and printed, reads the same again, and nothing in it is lost', () => {
    const masks = fc
      .array(fc.oneof(fc.constantFrom(RECT, '<br>', RECT.replace('c1', 'c2,0')), hostileText))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText, masks), (html) => {
        const printed = printOcclusions(parseOcclusions(html));
        expect(printOcclusions(parseOcclusions(printed))).toBe(printed);
        expect(parseOcclusions(printed).shapes).toEqual(parseOcclusions(html).shapes);
        for (const word of html.match(/[a-zé漢]+/g) ?? []) {
          if (!/^(br|p|div|nbsp)$/.test(word)) expect(printed).toContain(word);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('drawing masks', () => {
  const field = [
    '{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}',
    '{{c2::image-occlusion:rect:left=.2:top=.1:width=.1:height=.1}}',
    '{{c1,2::image-occlusion:ellipse:left=.3:top=.1:rx=.1:ry=.1}}',
    '{{c0::image-occlusion:text:left=.4:top=.1:text=T}}',
    '{{c0::image-occlusion:rect:left=.5:top=.1:width=.1:height=.1}}',
  ].join('');
  const states = (hidesAll: boolean, slot: number, side: 'front' | 'back') => {
    const { shapes } = parseOcclusions(field);
    return masksFor({ shapes, hidesAll }, slot, side).map(
      ({ shape, state }) => `${shapes.indexOf(shape)} ${state}`,
    );
  };

  test('[MASK-22] of the masks asked for so many are revealed already, in the order of the shapes', () => {
    const { shapes } = parseOcclusions(field);
    const shapesOf = (shown: number) =>
      masksFor({ shapes, hidesAll: false }, 1, 'front', shown).map(
        ({ shape, state }) => `${shapes.indexOf(shape)} ${state}`,
      );
    expect(shapesOf(0).filter((each) => each.endsWith('asked'))).toEqual(['0 asked', '2 asked']);
    expect(shapesOf(1)).toEqual(expect.arrayContaining(['0 revealed', '2 asked']));
    expect(shapesOf(2)).toEqual(expect.arrayContaining(['0 revealed', '2 revealed']));
  });

  test('[TEMPLATE-23] hide all: every mask covers, the group asked for is told apart, then revealed', () => {
    expect(states(true, 1, 'front')).toEqual([
      '0 asked',
      '1 covered',
      '2 asked',
      '3 label',
      '4 covered',
    ]);
    expect(states(true, 1, 'back')).toEqual([
      '0 revealed',
      '1 covered',
      '2 revealed',
      '3 label',
      '4 covered',
    ]);
  });

  test('[TEMPLATE-23] hide one: only the group asked for covers', () => {
    expect(states(false, 2, 'front')).toEqual(['1 asked', '2 asked', '3 label', '4 covered']);
    expect(states(false, 2, 'back')).toEqual(['1 revealed', '2 revealed', '3 label', '4 covered']);
  });
});

test('[TEMPLATE-22] a mask has numbers from 1 to 500, or 0 alone; with any other it is none', () => {
  const numbersOf = (numbers: string) =>
    parseOcclusions(
      `{{c${numbers}::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}`,
    ).shapes.flatMap((shape) => shape.numbers);
  expect(numbersOf('1')).toEqual([1]);
  expect(numbersOf('500')).toEqual([500]);
  expect(numbersOf('0')).toEqual([0]);
  expect(numbersOf('2,1,2')).toEqual([2, 1]);
  for (const wrong of ['501', '0,1', '1,0', '0,501', '1,501']) {
    expect([
      wrong,
      occlusionNumbersIn(`{{c${wrong}::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}`),
    ]).toEqual([wrong, []]);
  }
});

test('[TEMPLATE-30] another way of hiding than ours, oi=2, is kept when masks are printed', () => {
  const mask = '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=2}}<br>';
  expect(parseOcclusions(mask).hidesAll).toBe(false);
  expect(printOcclusions(parseOcclusions(mask))).toBe(mask);
  expect(printOcclusions({ ...parseOcclusions(mask), hidesAll: true })).toBe(
    mask.replace('oi=2', 'oi=1'),
  );
});
