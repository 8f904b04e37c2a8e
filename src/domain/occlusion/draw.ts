import type { OcclusionShape } from '../template/occlusion/shapes.ts';
import { type Box, boxBetween, LABEL_FONT_SIZE, onPicture, type Point } from './bounds.ts';
import { MIN_SIDE } from './resize.ts';

/** The kinds of mask that are drawn from corner to corner. */
export type BoxKind = 'rect' | 'ellipse';

/** A mask from one corner to the opposite one, at least of the least size and on the picture. */
export function shapeBetween(kind: BoxKind, a: Point, b: Point, number: number): OcclusionShape {
  const { left, top, width, height } = boxBetween(onPicture(a), onPicture(b));
  return inBox(kind, number, {
    left: Math.min(left, 1 - MIN_SIDE),
    top: Math.min(top, 1 - MIN_SIDE),
    width: Math.max(width, MIN_SIDE),
    height: Math.max(height, MIN_SIDE),
  });
}

export function polygonOf(points: readonly Point[], number: number): OcclusionShape {
  return { kind: 'polygon', points: points.map(onPicture), numbers: [number] };
}

/** A label, always shown and so without a card, that begins at `point`. */
export function labelAt(point: Point, text: string): OcclusionShape {
  const { x, y } = onPicture(point);
  return { kind: 'text', left: x, top: y, text, fontSize: LABEL_FONT_SIZE, numbers: [0] };
}

/**
 * A mask of a fifth of what is in view, in its middle; a little lower and to the right for each
 * mask that begins there already, so that no two lie exactly on each other.
 */
export function shapeInMiddle(
  kind: 'rect' | 'ellipse' | 'polygon',
  view: Box,
  shapes: readonly OcclusionShape[],
  number: number,
): OcclusionShape {
  const width = Math.max(MIN_SIDE, view.width / 5);
  const height = Math.max(MIN_SIDE, view.height / 5);
  for (let step = 0; ; step++) {
    const aside = step * STEP;
    const box = {
      left: Math.min(view.left + (view.width - width) / 2 + aside * view.width, 1 - width),
      top: Math.min(view.top + (view.height - height) / 2 + aside * view.height, 1 - height),
      width,
      height,
    };
    if (step > MOST_STEPS || !shapes.some((shape) => beginsAt(shape, box))) {
      return inBox(kind, number, box);
    }
  }
}

const STEP = 0.03;
const MOST_STEPS = 12;

function inBox(kind: 'rect' | 'ellipse' | 'polygon', number: number, box: Box): OcclusionShape {
  const { left, top, width, height } = box;
  const numbers = [number];
  if (kind === 'rect') return { kind, left, top, width, height, numbers };
  if (kind === 'ellipse') return { kind, left, top, rx: width / 2, ry: height / 2, numbers };
  const points = [
    { x: left + width / 2, y: top },
    { x: left + width, y: top + height / 2 },
    { x: left + width / 2, y: top + height },
    { x: left, y: top + height / 2 },
  ];
  return { kind, points, numbers };
}

function beginsAt(shape: OcclusionShape, { left, top, width }: Box): boolean {
  const x = shape.kind === 'polygon' ? Math.min(...shape.points.map((p) => p.x)) : shape.left;
  const y = shape.kind === 'polygon' ? Math.min(...shape.points.map((p) => p.y)) : shape.top;
  return Math.abs(x - left) < width / 20 && Math.abs(y - top) < width / 20;
}
