import { describe, expect, test } from 'vitest';
import {
  addingCorner,
  adding,
  atCorner,
  changing,
  nudging,
  removingCorner,
  replacing,
  type Sheet,
  selectedPolygon,
  selectedShapes,
  selecting,
  sheetOf,
  stretching,
  toggling,
} from '../../../src/domain/occlusion/sheet.ts';
import type { OcclusionShape } from '../../../src/domain/template/occlusion/shapes.ts';

/** Every number here is a sum of halves, which are exact. */
const rect = (left: number): OcclusionShape => ({
  kind: 'rect',
  left,
  top: 0.25,
  width: 0.125,
  height: 0.125,
  numbers: [1],
});
const POINTS = [
  { x: 0.25, y: 0.25 },
  { x: 0.75, y: 0.25 },
  { x: 0.75, y: 0.75 },
  { x: 0.25, y: 0.75 },
];
const polygon: OcclusionShape = { kind: 'polygon', points: POINTS, numbers: [2] };
/** Two rectangles with a polygon between them. */
const sheet = sheetOf({ shapes: [rect(0), polygon, rect(0.5)], hidesAll: true });
const onPolygon = selecting(sheet, [1]);
const points = (of: Sheet) => selectedPolygon(of)?.points;

describe('[MASK-17] what is selected', () => {
  test('is nothing at first, and then exactly what is there, in order and once', () => {
    expect(sheet).toMatchObject({ selected: [], corner: undefined });
    expect(selecting(sheet, [2, 0, 2, 7, -1]).selected).toEqual([0, 2]);
    expect(selectedShapes(selecting(sheet, [2, 0]))).toEqual([rect(0), rect(0.5)]);
  });

  test('takes another in, and lets it go', () => {
    const both = toggling(toggling(sheet, 2), 0);
    expect(both.selected).toEqual([0, 2]);
    expect(toggling(both, 2).selected).toEqual([0]);
  });

  test('is what was added last, on top of all', () => {
    const more = adding(selecting(sheet, [0]), [rect(0.125), rect(0.25)]);
    expect(more.selected).toEqual([3, 4]);
    expect(more.occlusions).toEqual({
      shapes: [rect(0), polygon, rect(0.5), rect(0.125), rect(0.25)],
      hidesAll: true,
    });
  });

  test('has corners to work on only where it is one polygon', () => {
    expect(selectedPolygon(onPolygon)).toEqual(polygon);
    for (const places of [[], [0], [0, 1], [1, 2]]) {
      expect(selectedPolygon(selecting(sheet, places)), String(places)).toBeUndefined();
    }
  });
});

describe('[MASK-17] masks changed', () => {
  test('are put in place of those selected, in order, and the others stay', () => {
    const { occlusions } = replacing(selecting(sheet, [0, 2]), [rect(0.25), rect(0.75)]);
    expect(occlusions.shapes).toEqual([rect(0.25), polygon, rect(0.75)]);
    const fewer = replacing(selecting(sheet, [0, 2]), [rect(0.25)]);
    expect(fewer.occlusions.shapes).toEqual([rect(0.25), polygon, rect(0.5)]);
  });

  test('are one by its place, whatever is selected', () => {
    const changed = changing(selecting(sheet, [0]), 2, rect(0.625));
    expect(changed.occlusions.shapes).toEqual([rect(0), polygon, rect(0.625)]);
    expect(changed.selected).toEqual([0]);
  });

  test('move together, and are made wider and taller one by one', () => {
    const both = selecting(sheet, [0, 2]);
    const moved = nudging(both, { x: 0.125, y: 0.25 }, 1);
    const lower = (left: number) => ({ ...rect(left), top: 0.5 });
    expect(moved.occlusions.shapes).toEqual([lower(0.125), polygon, lower(0.625)]);
    const larger = stretching(both, { x: 0.125, y: 0.25 }, 1);
    const large = (left: number) => ({ ...rect(left), width: 0.25, height: 0.375 });
    expect(larger.occlusions.shapes).toEqual([large(0), polygon, large(0.5)]);
  });
});

describe('[MASK-4] corners', () => {
  test('are gone through one after the other, from the first or from the last, and round again', () => {
    const along = (step: 1 | -1) => {
      let at: Sheet = onPolygon;
      return Array.from({ length: 5 }, () => {
        at = atCorner(at, step);
        return at.corner;
      });
    };
    expect(along(1)).toEqual([0, 1, 2, 3, 0]);
    expect(along(-1)).toEqual([3, 2, 1, 0, 3]);
    expect(atCorner(selecting(sheet, [0]), 1).corner).toBeUndefined();
  });

  test('move alone while one is worked on, and it is let go with the selection', () => {
    const moved = nudging(atCorner(onPolygon, 1), { x: -0.125, y: 0.125 }, 1);
    expect(points(moved)).toEqual([{ x: 0.125, y: 0.375 }, ...POINTS.slice(1)]);
    expect(moved.corner).toBe(0);
    const whole = nudging(onPolygon, { x: -0.125, y: 0.125 }, 1);
    expect(points(whole)).toEqual(POINTS.map(({ x, y }) => ({ x: x - 0.125, y: y + 0.125 })));
    expect(selecting(moved, [1]).corner).toBeUndefined();
  });

  test('are added halfway to the next, which is then worked on', () => {
    const added = addingCorner({ ...onPolygon, corner: 1 });
    expect(points(added)).toEqual(POINTS.toSpliced(2, 0, { x: 0.75, y: 0.5 }));
    expect(added.corner).toBe(2);
    expect(addingCorner(onPolygon, 3)).toMatchObject({ corner: 4 });
    expect(addingCorner(onPolygon)).toBe(onPolygon);
    const ofRect = { ...selecting(sheet, [0]), corner: 0 };
    expect(addingCorner(ofRect)).toBe(ofRect);
  });

  test('are taken away while three are left, and none is worked on then', () => {
    const three = removingCorner({ ...onPolygon, corner: 2 });
    if (!three) throw new Error('four corners are enough to take one away');
    expect(points(three)).toEqual(POINTS.toSpliced(2, 1));
    expect(three.corner).toBeUndefined();
    expect(removingCorner({ ...three, corner: 0 })).toBeUndefined();
    expect(removingCorner(onPolygon)).toBeUndefined();
    expect(removingCorner({ ...selecting(sheet, [0]), corner: 0 })).toBeUndefined();
  });
});
