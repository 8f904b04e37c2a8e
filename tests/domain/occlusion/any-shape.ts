import fc from 'fast-check';
import { type Box, boundsOf } from '../../../src/domain/occlusion/bounds.ts';
import { broughtIn } from '../../../src/domain/occlusion/move.ts';
import type { OcclusionShape } from '../../../src/domain/template/occlusion/shapes.ts';

const fraction = (min = 0, max = 1) => fc.double({ min, max, noNaN: true });
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 });
const angle = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 1, max: 359 }).map((a) => ({ angle: a })),
);

/** Width divided by height, of scans, photos and long diagrams. */
export const anyAspect = fraction(0.3, 4);
export const anyPoint = fc.record({ x: fraction(-1, 2), y: fraction(-1, 2) });
export const anyStep = fc.record({ x: fraction(-1.5, 1.5), y: fraction(-1.5, 1.5) });

/** Shapes as they come from a field, wholly on the picture or not, turned or not. */
export const anyShape: fc.Arbitrary<OcclusionShape> = fc.oneof(
  fc
    .tuple(fraction(), fraction(), fraction(), fraction(), numbers, angle)
    .map(([left, top, width, height, numbers, turn]) => ({
      kind: 'rect' as const,
      left,
      top,
      width,
      height,
      numbers,
      ...turn,
    })),
  fc
    .tuple(fraction(), fraction(), fraction(0, 0.5), fraction(0, 0.5), numbers, angle)
    .map(([left, top, rx, ry, numbers, turn]) => ({
      kind: 'ellipse' as const,
      left,
      top,
      rx,
      ry,
      numbers,
      ...turn,
    })),
  fc
    .tuple(
      fc.array(fc.record({ x: fraction(), y: fraction() }), { minLength: 3, maxLength: 8 }),
      numbers,
      angle,
    )
    .map(([points, numbers, turn]) => ({ kind: 'polygon' as const, points, numbers, ...turn })),
  fc
    .tuple(fraction(), fraction(), fc.string({ minLength: 1, maxLength: 12 }))
    .map(([left, top, text]) => ({
      kind: 'text' as const,
      left,
      top,
      text,
      numbers: [0],
    })),
);

/** A shape and a picture, the shape wholly on it. */
export const anyShapeOnPicture: fc.Arbitrary<{ shape: OcclusionShape; aspect: number }> = fc
  .record({ shape: anyShape, aspect: anyAspect })
  .map(({ shape, aspect }) => ({ shape: broughtIn(shape, aspect), aspect }))
  .filter(({ shape, aspect }) => outside(boundsOf(shape, aspect)) === 0);

/** By how much a box reaches beyond the picture; rounding errors are none. */
export function outside({ left, top, width, height }: Box): number {
  const out = Math.max(0, -left, -top, left + width - 1, top + height - 1);
  return out < 1e-9 ? 0 : out;
}
