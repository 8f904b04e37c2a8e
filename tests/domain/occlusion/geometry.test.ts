import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  boundsOfAll,
  pivotOf,
  turned,
  uprightBox,
} from '../../../src/domain/occlusion/bounds.ts';
import {
  labelAt,
  polygonOf,
  shapeBetween,
  shapeInMiddle,
} from '../../../src/domain/occlusion/draw.ts';
import { movedTogether, shifted } from '../../../src/domain/occlusion/move.ts';
import {
  cornerAdded,
  cornerMoved,
  cornerRemoved,
  drawOn,
  enclose,
  sideMiddles,
} from '../../../src/domain/occlusion/polygon.ts';
import {
  handlePoint,
  handlesOf,
  MIN_SIDE,
  resized,
  stretched,
} from '../../../src/domain/occlusion/resize.ts';
import type { OcclusionShape } from '../../../src/domain/template/occlusion/shapes.ts';
import { anyAspect, anyPoint, anyShape, anyShapeOnPicture, anyStep, outside } from './any-shape.ts';

const RECT = { kind: 'rect', left: 0.2, top: 0.2, width: 0.4, height: 0.2, numbers: [1] } as const;
const anyHandle = fc.constantFrom('nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w');

describe('[MASK-1] no part of a mask leaves the picture', () => {
  test('drawn from any point to any other, also outside', () => {
    fc.assert(
      fc.property(fc.constantFrom('rect', 'ellipse'), anyPoint, anyPoint, (kind, a, b) => {
        expect(outside(boundsOf(shapeBetween(kind, a, b, 1), 1))).toBe(0);
      }),
    );
  });

  test('put in the middle of any part in view, beside the ones already there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rect', 'ellipse', 'polygon'),
        fc.tuple(
          fc.double({ min: 0, max: 0.9, noNaN: true }),
          fc.double({ min: 0.1, max: 1, noNaN: true }),
        ),
        fc.integer({ min: 0, max: 20 }),
        (kind, [start, size], before) => {
          const side = Math.min(size, 1 - start);
          const view = { left: start, top: start, width: side, height: side };
          const shapes: OcclusionShape[] = [];
          for (let n = 1; n <= before + 1; n++) shapes.push(shapeInMiddle(kind, view, shapes, n));
          for (const shape of shapes) expect(outside(boundsOf(shape, 1))).toBe(0);
        },
      ),
    );
  });

  test('moved by whatever', () => {
    fc.assert(
      fc.property(anyShapeOnPicture, anyStep, ({ shape, aspect }, by) => {
        const [next] = movedTogether([shape], by, aspect);
        expect(next && outside(boundsOf(next, aspect))).toBe(0);
      }),
    );
  });

  test('resized by any handle to anywhere', () => {
    fc.assert(
      fc.property(anyShapeOnPicture, anyHandle, anyPoint, ({ shape, aspect }, handle, to) => {
        fc.pre(handlesOf(shape).includes(handle));
        fc.pre(isLargeEnough(shape, aspect));
        expect(outside(boundsOf(resized(shape, handle, to, aspect), aspect))).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test('made larger or smaller by keys', () => {
    fc.assert(
      fc.property(anyShapeOnPicture, anyStep, ({ shape, aspect }, by) => {
        fc.pre(isLargeEnough(shape, aspect));
        expect(outside(boundsOf(stretched(shape, by, aspect), aspect))).toBeLessThan(1e-6);
      }),
    );
  });

  test('with a corner moved anywhere', () => {
    fc.assert(
      fc.property(anyShapeOnPicture, anyPoint, fc.nat(7), ({ shape, aspect }, to, corner) => {
        fc.pre(shape.kind === 'polygon');
        const next = cornerMoved(shape, corner % shape.points.length, to);
        expect(outside(boundsOf(next, aspect))).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

test('[MASK-1] masks moved together keep their places to each other', () => {
  fc.assert(
    fc.property(
      fc.array(anyShape, { minLength: 2, maxLength: 5 }),
      anyStep,
      anyAspect,
      (shapes, by, aspect) => {
        const next = movedTogether(shapes, by, aspect);
        const [before, after] = [shapes, next].map((all) =>
          all.map((shape) => boundsOf(shape, aspect)),
        );
        const steps = before?.map((box, at) => ({
          x: (after?.[at]?.left ?? Number.NaN) - box.left,
          y: (after?.[at]?.top ?? Number.NaN) - box.top,
        }));
        for (const step of steps ?? []) {
          expect(step.x).toBeCloseTo(steps?.[0]?.x ?? Number.NaN, 9);
          expect(step.y).toBeCloseTo(steps?.[0]?.y ?? Number.NaN, 9);
        }
      },
    ),
  );
});

test('[MASK-1] what lies outside may come in, and never goes further out', () => {
  const half = { ...RECT, left: 0.8 };
  expect(movedTogether([half], { x: 0.1, y: 0 }, 1)).toEqual([half]);
  expect(movedTogether([half], { x: -0.3, y: 0 }, 1)).toEqual([{ ...half, left: 0.5 }]);
  fc.assert(
    fc.property(anyShape, anyStep, anyAspect, (shape, by, aspect) => {
      const [next = shape] = movedTogether([shape], by, aspect);
      const before = outside(boundsOf(shape, aspect));
      expect(outside(boundsOf(next, aspect))).toBeLessThanOrEqual(before + 1e-9);
    }),
  );
});

describe('[MASK-2] resizing', () => {
  test.each([
    ['nw', { x: 0.1, y: 0.1 }, { left: 0.1, top: 0.1, width: 0.5, height: 0.3 }],
    ['n', { x: 0.9, y: 0.1 }, { left: 0.2, top: 0.1, width: 0.4, height: 0.3 }],
    ['e', { x: 0.9, y: 0.9 }, { left: 0.2, top: 0.2, width: 0.7, height: 0.2 }],
    ['sw', { x: 0.3, y: 0.6 }, { left: 0.3, top: 0.2, width: 0.3, height: 0.4 }],
  ] as const)('by %s moves that side alone', (handle, to, box) => {
    const next = uprightBox(resized(RECT, handle, to, 1.4), 1.4);
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      expect(next[side]).toBeCloseTo(box[side], 12);
    }
  });

  test('keeps the opposite side, whatever the kind', () => {
    fc.assert(
      fc.property(anyShapeOnPicture, anyHandle, anyPoint, ({ shape, aspect }, handle, to) => {
        fc.pre(shape.kind !== 'text' && (shape.angle ?? 0) === 0);
        const before = boundsOf(shape, aspect);
        const after = boundsOf(resized(shape, handle, to, aspect), aspect);
        const right = (box: typeof before) => box.left + box.width;
        const foot = (box: typeof before) => box.top + box.height;
        if (!handle.includes('w')) expect(after.left).toBeCloseTo(before.left, 9);
        if (!handle.includes('e')) expect(right(after)).toBeCloseTo(right(before), 9);
        if (!handle.includes('n')) expect(after.top).toBeCloseTo(before.top, 9);
        if (!handle.includes('s')) expect(foot(after)).toBeCloseTo(foot(before), 9);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves 1 % at least, and never turns a mask inside out', () => {
    fc.assert(
      fc.property(anyHandle, anyPoint, (handle, to) => {
        const { width, height } = uprightBox(resized(RECT, handle, to, 1), 1);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(MIN_SIDE - 1e-12);
      }),
    );
  });

  test('keeps the angle of a turned mask and the corner it turns about', () => {
    const turnedRect = { ...RECT, angle: 30 };
    expect(handlesOf(turnedRect)).toEqual(['e', 'se', 's']);
    const to = handlePoint({ ...turnedRect, width: 0.5 }, 'e', 1.5);
    const next = resized(turnedRect, 'e', to, 1.5);
    expect(next).toMatchObject({ angle: 30, left: 0.2, top: 0.2, height: 0.2 });
    expect(next.kind === 'rect' && next.width).toBeCloseTo(0.5, 9);
  });

  test('a handle of a turned mask lies on its turned outline', () => {
    const shape = { ...RECT, angle: 90 };
    // Turned by 90° about its top left corner, on a picture twice as wide as high.
    expect(handlePoint(shape, 'e', 2).x).toBeCloseTo(0.2 - 0.1 / 2, 12);
    expect(handlePoint(shape, 'e', 2).y).toBeCloseTo(0.2 + 0.4 * 2, 12);
  });

  test('a label grows as a whole: wider and taller in the same measure', () => {
    const label = labelAt({ x: 0.1, y: 0.1 }, 'Aorta');
    const [before, after] = [label, stretched(label, { x: 0.1, y: 0 }, 1)].map((s) =>
      uprightBox(s, 1),
    );
    expect(after?.width).toBeCloseTo((before?.width ?? 0) + 0.1, 9);
    expect((after?.width ?? 0) / (before?.width ?? 1)).toBeCloseTo(
      (after?.height ?? 0) / (before?.height ?? 1),
      9,
    );
  });
});

describe('[MASK-4] a polygon', () => {
  const triangle = polygonOf(
    [
      { x: 0.1, y: 0.1 },
      { x: 0.5, y: 0.1 },
      { x: 0.5, y: 0.5 },
    ],
    1,
  );
  const reach = { x: 0.02, y: 0.02 };

  test('closes at its first corner, or by the last corner again, once it encloses something', () => {
    const points = triangle.kind === 'polygon' ? triangle.points : [];
    expect(drawOn(points, { x: 0.11, y: 0.11 }, reach)).toEqual({ kind: 'closed' });
    expect(drawOn(points, { x: 0.5, y: 0.505 }, reach)).toEqual({ kind: 'closed' });
    expect(drawOn(points, { x: 0.5, y: 0.51 }, reach)).toMatchObject({ kind: 'more' });
    expect(drawOn(points.slice(0, 2), { x: 0.1, y: 0.1 }, reach)).toEqual({ kind: 'too-few' });
    expect(drawOn(points, { x: 0.3, y: 0.9 }, reach)).toMatchObject({ kind: 'more' });
  });

  test('grows by the point, which is brought onto the picture', () => {
    const drawn = drawOn([{ x: 0.1, y: 0.1 }], { x: 0.5, y: 1.2 }, reach);
    expect(drawn).toEqual({
      kind: 'more',
      points: [
        { x: 0.1, y: 0.1 },
        { x: 0.5, y: 1 },
      ],
    });
  });

  test('has the middle of each side after its corner, the last side back to the first', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 0.4, y: 0 },
      { x: 0.4, y: 0.6 },
    ];
    expect(sideMiddles(square)).toEqual([
      { x: 0.2, y: 0 },
      { x: 0.4, y: 0.3 },
      { x: 0.2, y: 0.3 },
    ]);
  });

  test('does not close on one line', () => {
    const line = [0.1, 0.2, 0.3, 0.4].map((x) => ({ x, y: x / 2 }));
    expect(enclose(line)).toBe(false);
    expect(enclose([...line, { x: 0.4, y: 0.9 }])).toBe(true);
    expect(enclose(line.slice(0, 2))).toBe(false);
  });

  test('gets a corner in the middle of a side and loses it again', () => {
    if (triangle.kind !== 'polygon') throw new Error('no polygon');
    const four = cornerAdded(triangle, 2);
    expect(four.points[3]).toEqual({ x: 0.3, y: 0.3 });
    expect(cornerRemoved(four, 3)).toEqual(triangle);
    expect(cornerRemoved(triangle, 0)).toBeUndefined();
  });

  test('has its angle in its points already, as in Anki', () => {
    const angled = { ...triangle, angle: 40 };
    expect(boundsOf(angled, 1.5)).toEqual(boundsOf(triangle, 1.5));
    expect(handlesOf(angled)).toHaveLength(8);
    expect(stretched(angled, { x: 0.1, y: 0 }, 1.5)).toMatchObject({ angle: 40 });
  });
});

test('[MASK-1] the bounds of a turned ellipse hold every point of its edge, and no more', () => {
  fc.assert(
    fc.property(anyShape, anyAspect, (shape, aspect) => {
      fc.pre(shape.kind === 'ellipse');
      const box = boundsOf(shape, aspect);
      const pivot = pivotOf(shape, aspect);
      const edge = Array.from({ length: 720 }, (_, step) => {
        const around = (step * Math.PI) / 360;
        const own = {
          x: shape.left + shape.rx * (1 + Math.cos(around)),
          y: shape.top + shape.ry * (1 + Math.sin(around)),
        };
        return turned(own, shape.angle ?? 0, pivot, aspect);
      });
      const xs = edge.map(({ x }) => x);
      const ys = edge.map(({ y }) => y);
      expect(Math.min(...xs)).toBeCloseTo(box.left, 4);
      expect(Math.max(...ys)).toBeCloseTo(box.top + box.height, 4);
    }),
    { numRuns: 60 },
  );
});

test('[MASK-1] bounds of several hold each of them', () => {
  fc.assert(
    fc.property(fc.array(anyShape, { minLength: 1, maxLength: 4 }), anyAspect, (shapes, aspect) => {
      const all = boundsOfAll(shapes, aspect);
      if (!all) throw new Error('no bounds');
      for (const box of shapes.map((shape) => boundsOf(shape, aspect))) {
        expect(box.left).toBeGreaterThanOrEqual(all.left - 1e-12);
        expect(box.top + box.height).toBeLessThanOrEqual(all.top + all.height + 1e-12);
      }
    }),
  );
  expect(boundsOfAll([], 1)).toBeUndefined();
});

test('[MASK-1] a shape shifted and shifted back is where it was', () => {
  fc.assert(
    fc.property(anyShape, anyStep, (shape, by) => {
      const back = shifted(shifted(shape, by), { x: -by.x, y: -by.y });
      const [before, after] = [shape, back].map((each) => boundsOf(each, 1));
      expect(after?.left).toBeCloseTo(before?.left ?? Number.NaN, 9);
      expect(after?.top).toBeCloseTo(before?.top ?? Number.NaN, 9);
    }),
  );
});

/** One thinner than the least size may grow to it. */
function isLargeEnough(shape: OcclusionShape, aspect: number): boolean {
  const { width, height } = uprightBox(shape, aspect);
  return Math.min(width, height) >= MIN_SIDE;
}

describe('[MASK-1] a mask put in the middle', () => {
  const view = { left: 0.2, top: 0.1, width: 0.5, height: 0.4 };

  test('has a fifth of what is in view, in its middle, as each kind of shape', () => {
    const put = (kind: 'rect' | 'ellipse' | 'polygon') => shapeInMiddle(kind, view, [], 3);
    const near = (value: number) => expect.closeTo(value, 9) as number;
    const corner = { left: near(0.4), top: near(0.26) };
    expect(put('rect')).toEqual({
      kind: 'rect',
      ...corner,
      width: near(0.1),
      height: near(0.08),
      numbers: [3],
    });
    expect(put('ellipse')).toEqual({
      kind: 'ellipse',
      ...corner,
      rx: near(0.05),
      ry: near(0.04),
      numbers: [3],
    });
    expect(put('polygon')).toEqual({
      kind: 'polygon',
      numbers: [3],
      points: [
        { x: near(0.45), y: near(0.26) },
        { x: near(0.5), y: near(0.3) },
        { x: near(0.45), y: near(0.34) },
        { x: near(0.4), y: near(0.3) },
      ],
    });
  });

  test.each(['rect', 'ellipse', 'polygon'] as const)(
    'lies beside a %s that is there, and not on it',
    (kind) => {
      const first = shapeInMiddle(kind, view, [], 1);
      const second = shapeInMiddle('rect', view, [first], 2);
      const third = shapeInMiddle('rect', view, [first, second], 3);
      const at = ({ left, top }: OcclusionShape & { left: number; top: number }) => [left, top];
      const places = [boundsOf(first, 1), second, third].map((shape) => at(shape as never));
      for (const [one = [], other = []] of [places.slice(0, 2), places.slice(1)]) {
        expect((other[0] ?? 0) - (one[0] ?? 0)).toBeCloseTo(0.03 * view.width, 9);
        expect((other[1] ?? 0) - (one[1] ?? 0)).toBeCloseTo(0.03 * view.height, 9);
      }
      expect(shapeInMiddle('rect', view, [second], 4)).toMatchObject({
        left: expect.closeTo(0.4, 9) as number,
      });
    },
  );

  test('a label is always shown, and a polygon keeps its corners on the picture', () => {
    expect(labelAt({ x: 0.3, y: 2 }, 'Aorta')).toMatchObject({
      kind: 'text',
      left: 0.3,
      top: 1,
      text: 'Aorta',
      numbers: [0],
    });
    expect(
      polygonOf(
        [
          { x: -1, y: 0.5 },
          { x: 0.5, y: 3 },
          { x: 0, y: 0 },
        ],
        7,
      ),
    ).toEqual({
      kind: 'polygon',
      points: [
        { x: 0, y: 0.5 },
        { x: 0.5, y: 1 },
        { x: 0, y: 0 },
      ],
      numbers: [7],
    });
    expect(shapeBetween('rect', { x: 0.6, y: 0.5 }, { x: 0.2, y: 0.1 }, 1)).toMatchObject({
      left: 0.2,
      top: 0.1,
      width: expect.closeTo(0.4, 9) as number,
      height: expect.closeTo(0.4, 9) as number,
    });
    expect(shapeBetween('rect', { x: 1, y: 1 }, { x: 1, y: 1 }, 1)).toMatchObject({
      left: 1 - MIN_SIDE,
      top: 1 - MIN_SIDE,
      width: MIN_SIDE,
      height: MIN_SIDE,
    });
  });
});

test('[MASK-1] a label is as wide as its longest line and one character, and as tall as its lines', () => {
  const label = { kind: 'text', left: 0.1, top: 0.2, text: 'abc\nabcde', numbers: [0] } as const;
  const box = uprightBox(label, 2);
  expect(box.left).toBe(0.1);
  expect(box.top).toBe(0.2);
  expect(box.width).toBeCloseTo((6 * 0.56 * 0.045) / 2, 12);
  expect(box.height).toBeCloseTo(2 * 1.4 * 0.045, 12);
  const large = uprightBox({ ...label, fontSize: 0.1, scale: 2 }, 1);
  expect(large.width).toBeCloseTo(6 * 0.56 * 0.2, 12);
  expect(large.height).toBeCloseTo(2 * 1.4 * 0.2, 12);
});

test('[MASK-1] boxes of a rectangle and an ellipse are their own', () => {
  expect(uprightBox(RECT, 1.5)).toEqual({ left: 0.2, top: 0.2, width: 0.4, height: 0.2 });
  const ellipse = { kind: 'ellipse', left: 0.1, top: 0.2, rx: 0.2, ry: 0.1, numbers: [1] } as const;
  expect(uprightBox(ellipse, 1.5)).toEqual({ left: 0.1, top: 0.2, width: 0.4, height: 0.2 });
});
