import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, pivotOf, turned, uprightBox } from '../../../src/domain/occlusion/bounds.ts';
import { gripAt, gripsOf } from '../../../src/domain/occlusion/grip.ts';
import { isOn, shapeAt, shapesIn } from '../../../src/domain/occlusion/hit.ts';
import { selecting, sheetOf } from '../../../src/domain/occlusion/sheet.ts';
import type { OcclusionShape } from '../../../src/domain/template/occlusion/shapes.ts';
import { anyAspect, anyPoint, anyShape } from './any-shape.ts';

const NONE = { x: 0, y: 0 };
const REACH = { x: 0.02, y: 0.03 };
const rect = (left: number, top: number, width: number, height: number): OcclusionShape => ({
  kind: 'rect',
  left,
  top,
  width,
  height,
  numbers: [1],
});

describe('[MASK-3] a click', () => {
  test('finds the mask that lies on top', () => {
    const shapes = [rect(0, 0, 0.5, 0.5), rect(0.2, 0.2, 0.5, 0.5)];
    expect(shapeAt(shapes, { x: 0.3, y: 0.3 }, 1, NONE)).toBe(1);
    expect(shapeAt(shapes, { x: 0.1, y: 0.1 }, 1, NONE)).toBe(0);
    expect(shapeAt(shapes, { x: 0.9, y: 0.1 }, 1, NONE)).toBeUndefined();
  });

  test('finds a small mask from nearby, but not through one that lies there', () => {
    const small = rect(0.5, 0.5, 0.01, 0.01);
    expect(shapeAt([small], { x: 0.525, y: 0.5 }, 1, REACH)).toBe(0);
    expect(shapeAt([small], { x: 0.535, y: 0.5 }, 1, REACH)).toBeUndefined();
    expect(shapeAt([rect(0.515, 0.4, 0.4, 0.4), small], { x: 0.525, y: 0.5 }, 1, REACH)).toBe(0);
    expect(shapeAt([small, rect(0.515, 0.4, 0.4, 0.4)], { x: 0.505, y: 0.505 }, 1, REACH)).toBe(0);
  });

  test('does not reach beyond a mask that is large enough', () => {
    expect(isOn(rect(0.4, 0.4, 0.2, 0.2), { x: 0.61, y: 0.5 }, 1, REACH)).toBe(false);
  });

  test('goes by the figure and not by its box', () => {
    const ellipse = { kind: 'ellipse', left: 0, top: 0, rx: 0.5, ry: 0.5, numbers: [1] } as const;
    expect(isOn(ellipse, { x: 0.5, y: 0.02 }, 1, NONE)).toBe(true);
    expect(isOn(ellipse, { x: 0.05, y: 0.05 }, 1, NONE)).toBe(false);
    const points = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0.9, y: 0.1 },
    ];
    const hook = { kind: 'polygon', points, numbers: [1] } as const;
    expect(isOn(hook, { x: 0.95, y: 0.5 }, 1, NONE)).toBe(true);
    expect(isOn(hook, { x: 0.5, y: 0.5 }, 1, NONE)).toBe(false);
  });

  test('finds the middle of a box however it is turned, and nothing outside its bounds', () => {
    fc.assert(
      fc.property(anyShape, anyAspect, anyPoint, (shape, aspect, point) => {
        const { left, top, width, height } = uprightBox(shape, aspect);
        const middle = turned(
          { x: left + width / 2, y: top + height / 2 },
          shape.angle ?? 0,
          pivotOf(shape, aspect),
          aspect,
        );
        if (shape.kind !== 'polygon') {
          expect(isOn(shape, middle, aspect, { x: 1e-9, y: 1e-9 })).toBe(true);
        }
        const box = boundsOf(shape, aspect);
        const isOutside =
          point.x < box.left - 1e-9 ||
          point.x > box.left + box.width + 1e-9 ||
          point.y < box.top - 1e-9 ||
          point.y > box.top + box.height + 1e-9;
        if (isOutside) expect(isOn(shape, point, aspect, NONE)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

test('[MASK-17] a box around masks finds those it touches', () => {
  const shapes = [rect(0, 0, 0.2, 0.2), rect(0.4, 0.4, 0.2, 0.2), rect(0.8, 0.8, 0.1, 0.1)];
  expect(shapesIn(shapes, { left: 0.1, top: 0.1, width: 0.4, height: 0.4 }, 1)).toEqual([0, 1]);
  expect(shapesIn(shapes, { left: 0.25, top: 0, width: 0.1, height: 1 }, 1)).toEqual([]);
});

describe('[MASK-3] grips', () => {
  const sheet = (shape: OcclusionShape) =>
    selecting(sheetOf({ shapes: [shape], hidesAll: true }), [0]);

  test('a box has eight, a small one those of its corners, several masks none', () => {
    expect(gripsOf(sheet(rect(0.1, 0.1, 0.5, 0.5)), 1, REACH)).toHaveLength(8);
    expect(gripsOf(sheet(rect(0.1, 0.1, 0.05, 0.05)), 1, REACH)).toHaveLength(4);
    const two = { shapes: [rect(0, 0, 0.5, 0.5), rect(0.5, 0, 0.5, 0.5)], hidesAll: true };
    expect(gripsOf(selecting(sheetOf(two), [0, 1]), 1, REACH)).toEqual([]);
  });

  test('the nearest within reach is taken', () => {
    const large = sheet(rect(0.1, 0.1, 0.5, 0.5));
    expect(gripAt(large, { x: 0.085, y: 0.1 }, 1, REACH)).toMatchObject({ handle: 'nw' });
    expect(gripAt(large, { x: 0.6, y: 0.36 }, 1, REACH)).toMatchObject({ handle: 'e' });
    expect(gripAt(large, { x: 0.35, y: 0.35 }, 1, REACH)).toBeUndefined();
  });

  test('the middle of a small mask is left for moving', () => {
    const small = sheet(rect(0.5, 0.5, 0.02, 0.03));
    expect(gripAt(small, { x: 0.51, y: 0.515 }, 1, REACH)).toBeUndefined();
    expect(gripAt(small, { x: 0.495, y: 0.495 }, 1, REACH)).toMatchObject({ handle: 'nw' });
  });

  test('a polygon has one at each corner and in the middle of each long side', () => {
    const points = [
      { x: 0.1, y: 0.1 },
      { x: 0.6, y: 0.1 },
      { x: 0.6, y: 0.15 },
    ];
    const grips = gripsOf(sheet({ kind: 'polygon', points, numbers: [1] }), 1, REACH);
    expect(grips.map(({ kind }) => kind)).toEqual(['corner', 'corner', 'corner', 'side', 'side']);
    expect(grips[3]?.at).toEqual({ x: 0.35, y: 0.1 });
  });
});

test('[MASK-3] a mask has its edges, and a small one those of what is near it', () => {
  const box = rect(0.25, 0.25, 0.5, 0.5);
  for (const point of [
    { x: 0.25, y: 0.5 },
    { x: 0.75, y: 0.5 },
    { x: 0.5, y: 0.25 },
    { x: 0.5, y: 0.75 },
  ]) {
    expect(isOn(box, point, 1, NONE)).toBe(true);
    const out = { x: point.x + (point.x - 0.5) / 10, y: point.y + (point.y - 0.5) / 10 };
    expect(isOn(box, out, 1, NONE)).toBe(false);
  }
  const reach = { x: 0.125, y: 0.125 };
  const beside = { x: 0.125, y: 0.25 };
  const below = { x: 0.25, y: 0.5 };
  // Twice the reach is no longer small, be it across or down.
  expect(isOn(rect(0.25, 0.25, 0.25, 0.25), beside, 1, reach)).toBe(false);
  expect(isOn(rect(0.25, 0.25, 0.125, 0.25), beside, 1, reach)).toBe(true);
  expect(isOn(rect(0.25, 0.25, 0.25, 0.125), below, 1, reach)).toBe(true);
  expect(isOn(rect(0.25, 0.25, 0.25, 0.125), { x: 0.25, y: 0.51 }, 1, reach)).toBe(false);
});

test('[MASK-17] a box that touches an edge of a mask finds it, on each of the four sides', () => {
  const mask = rect(0.25, 0.25, 0.5, 0.5);
  const at = (left: number, top: number) =>
    shapesIn([mask], { left, top, width: 0.125, height: 0.125 }, 1);
  expect([at(0.125, 0.5), at(0.75, 0.5), at(0.5, 0.125), at(0.5, 0.75)]).toEqual([
    [0],
    [0],
    [0],
    [0],
  ]);
  expect([at(0.12, 0.5), at(0.76, 0.5), at(0.5, 0.12), at(0.5, 0.76)]).toEqual([[], [], [], []]);
});

test('[MASK-3] in a polygon, the corners at a point’s own height count once', () => {
  const points = [
    { x: 0.25, y: 0.5 },
    { x: 0.5, y: 0.25 },
    { x: 0.75, y: 0.5 },
    { x: 0.5, y: 0.75 },
  ];
  const diamond = { kind: 'polygon', points, numbers: [1] } as const;
  expect(isOn(diamond, { x: 0.4, y: 0.5 }, 1, NONE)).toBe(true);
  expect(isOn(diamond, { x: 0.3, y: 0.3 }, 1, NONE)).toBe(false);
  expect(isOn(diamond, { x: 0.7, y: 0.3 }, 1, NONE)).toBe(false);
  expect(isOn(diamond, { x: 0.3, y: 0.7 }, 1, NONE)).toBe(false);
});
