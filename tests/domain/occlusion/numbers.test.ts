import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicating, pasting } from '../../../src/domain/occlusion/copy.ts';
import {
  alsoAssigned,
  assigned,
  grouped,
  groupNumbers,
  highestNumber,
  nextNumber,
  numbersFrom,
  ungrouped,
} from '../../../src/domain/occlusion/numbers.ts';
import { adding, removing, selecting, sheetOf } from '../../../src/domain/occlusion/sheet.ts';
import { numbersOfShapes, parseOcclusions } from '../../../src/domain/template/occlusion.ts';
import type { OcclusionShape } from '../../../src/domain/template/occlusion/shapes.ts';
import { anyShape } from './any-shape.ts';

const on = (...numbers: number[]): OcclusionShape => ({
  kind: 'rect',
  left: 0.1,
  top: 0.1,
  width: 0.1,
  height: 0.1,
  numbers,
});
const label: OcclusionShape = { kind: 'text', left: 0, top: 0, text: 'x', numbers: [0] };
const numbersOf = (shapes: readonly OcclusionShape[]) => shapes.map(({ numbers }) => numbers);

describe('[MASK-5] a new mask', () => {
  test('gets the number after all in use and all there ever were', () => {
    expect(nextNumber([], 0)).toBe(1);
    expect(nextNumber([on(1), on(4), label], 0)).toBe(5);
    expect(nextNumber([on(1)], 4)).toBe(5);
  });

  test('also after those of what could not be read', () => {
    expect(highestNumber(parseOcclusions('{{c7::image-occlusion:spiral:turns=3}}<br>'))).toBe(7);
    expect(highestNumber(parseOcclusions(''))).toBe(0);
  });

  test('past the highest number there is gets the lowest free one', () => {
    expect(nextNumber([on(1), on(500)], 0)).toBe(2);
    expect(nextNumber([on(2)], 500)).toBe(1);
  });

  test('renumbers no other, nor does removing one', () => {
    fc.assert(
      fc.property(fc.array(anyShape, { maxLength: 6 }), fc.array(fc.nat(5)), (shapes, places) => {
        const sheet = selecting(sheetOf({ shapes, hidesAll: true }), places);
        const left = removing(sheet).occlusions.shapes;
        expect(left).toEqual(shapes.filter((_, place) => !places.includes(place)));
        const added = adding(sheet, [on(nextNumber(shapes, 0))]).occlusions.shapes;
        expect(added.slice(0, shapes.length)).toEqual(shapes);
      }),
    );
  });
});

describe('[MASK-6]', () => {
  test('grouped masks are on the card of the lowest number among them', () => {
    expect(numbersOf(grouped([on(3), on(1), on(2)], [0, 2]))).toEqual([[2], [1], [2]]);
    expect(numbersOf(grouped([label, on(2)], [0, 1]))).toEqual([[0], [2]]);
    expect(grouped([label], [0])).toEqual([label]);
  });

  test('ungrouped, the first of a card keeps its number', () => {
    expect(numbersOf(ungrouped([on(1), on(1), on(2), on(1)], [0, 1, 2, 3], 0))).toEqual([
      [1],
      [3],
      [2],
      [4],
    ]);
    expect(numbersOf(ungrouped([on(1), on(1)], [1], 6))).toEqual([[1], [7]]);
  });

  test('ungrouped masks share no card, and every card that was stays', () => {
    fc.assert(
      fc.property(fc.array(anyShape, { minLength: 1, maxLength: 6 }), (shapes) => {
        const next = ungrouped(shapes, [...shapes.keys()], 0);
        const all = next.flatMap(({ numbers }) => numbers).filter((number) => number > 0);
        expect(new Set(all).size).toBe(all.length);
        for (const number of numbersOfShapes(shapes)) expect(all).toContain(number);
      }),
    );
  });

  test('a mask can be on several cards, and is never on none', () => {
    expect(numbersOf(alsoAssigned([on(2)], [0], 1))).toEqual([[1, 2]]);
    expect(numbersOf(alsoAssigned([on(1, 2)], [0], 1))).toEqual([[2]]);
    expect(numbersOf(alsoAssigned([on(1)], [0], 1))).toEqual([[1]]);
    expect(numbersOf(alsoAssigned([on(1), on(2)], [0, 1], 2))).toEqual([[1, 2], [2]]);
  });

  test('labels are on no card, whatever is asked', () => {
    for (const change of [
      assigned([label], [0], [3]),
      alsoAssigned([label], [0], 3),
      ungrouped([label], [0], 0),
    ]) {
      expect(change).toEqual([label]);
    }
  });

  test('copies get cards of their own, shared where their models shared one', () => {
    const shapes = [on(1), on(1), on(2), label];
    const sheet = selecting(sheetOf({ shapes, hidesAll: true }), [0, 1, 2, 3]);
    const { occlusions, selected } = duplicating(sheet, 5, 1);
    expect(numbersOf(occlusions.shapes)).toEqual([[1], [1], [2], [0], [6], [6], [7], [0]]);
    expect(selected).toEqual([4, 5, 6, 7]);
  });

  test('a copy lies beside its model, and says nothing of what the model hides', () => {
    const sheet = selecting(sheetOf({ shapes: [{ ...on(1), alt: 'aorta' }], hidesAll: true }), [0]);
    const copy = duplicating(sheet, 0, 1).occlusions.shapes[1];
    expect(copy).toEqual({ ...on(2), left: 0.13, top: 0.13 });
    const pasted = pasting(
      sheetOf({ shapes: [], hidesAll: true }),
      [{ ...on(9), alt: 'aorta' }],
      0,
      1,
    );
    expect(pasted.occlusions.shapes).toEqual([{ ...on(1), alt: 'aorta' }]);
  });

  test('a copy moves aside only of a shape of its kind in its very place', () => {
    const there = on(1);
    const others: OcclusionShape[] = [
      { ...on(1), left: 0.2 } as OcclusionShape,
      { ...on(1), top: 0.2 } as OcclusionShape,
      { ...on(1), width: 0.2 } as OcclusionShape,
      { ...on(1), height: 0.2 } as OcclusionShape,
      { kind: 'ellipse', left: 0.1, top: 0.1, rx: 0.05, ry: 0.05, numbers: [1] },
    ];
    for (const other of others) {
      const pasted = pasting(sheetOf({ shapes: [there], hidesAll: true }), [other], 1, 1);
      expect(pasted.occlusions.shapes[1]).toEqual({ ...other, numbers: [2] });
    }
  });
});

test.each([
  ['2', [2]],
  [' 5, 2 ', [2, 5]],
  ['2,2;3 4', [2, 3, 4]],
  ['', undefined],
  ['0', undefined],
  ['501', undefined],
  ['2, x', undefined],
  ['-1', undefined],
  ['1.5', undefined],
])('[MASK-6] card numbers written as %j are %j', (text, numbers) => {
  expect(numbersFrom(text)).toEqual(numbers);
});

test('[MASK-6] whether a card is added or taken away goes by the chosen masks alone', () => {
  expect(numbersOf(alsoAssigned([on(2, 3), on(1)], [0], 2))).toEqual([[3], [1]]);
  expect(numbersOf(alsoAssigned([label, on(2, 3), on(1)], [0, 1], 2))).toEqual([[0], [3], [1]]);
});

test('[MASK-6] card numbers are read from the first to the highest, once each, however they are parted', () => {
  expect(numbersFrom('1')).toEqual([1]);
  expect(numbersFrom(' 3,, 1 ;3\t2 ')).toEqual([1, 2, 3]);
  expect(numbersFrom('500')).toEqual([500]);
  for (const none of ['', ' , ', '0', '501', '1 0', '1 x', '-1', '1.5', '0001']) {
    expect(numbersFrom(none)).toBeUndefined();
  }
});

test('[MASK-6] a group is two masks or more on one card; labels are none', () => {
  expect([...groupNumbers([label, label, on(1), on(2, 3), on(3), on(2)])]).toEqual([3, 2]);
  expect([...groupNumbers([label, on(1), on(2)])]).toEqual([]);
});
