import type { OcclusionShape } from '../template/occlusion/shapes.ts';
import {
  type Box,
  boundsOf,
  fontSizeOf,
  onPicture,
  type Point,
  pivotOf,
  turned,
  turnOf,
  uprightBox,
} from './bounds.ts';

/** A side or corner of a shape's box that can be taken hold of, by compass point. */
export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w';

/** The least width and height that a mask can be given, in fractions of the picture. */
export const MIN_SIDE = 0.01;

const ALL: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];
/** A turned shape turns about its top left corner, so that corner stays. */
const OF_TURNED: readonly Handle[] = ['e', 'se', 's'];
/** The least size of a label's letters, in fractions of the picture's height. */
const MIN_LETTERS = 0.01;

/** The handles a shape has. A label's one makes its letters larger. */
export function handlesOf(shape: OcclusionShape): readonly Handle[] {
  if (shape.kind === 'text') return ['se'];
  return turnOf(shape) !== 0 ? OF_TURNED : ALL;
}

/** Where a handle of the shape is on the picture. */
export function handlePoint(shape: OcclusionShape, handle: Handle, aspect: number): Point {
  const { left, top, width, height } = uprightBox(shape, aspect);
  const own = {
    x: left + width * (handle.includes('w') ? 0 : handle.includes('e') ? 1 : 0.5),
    y: top + height * (handle.includes('n') ? 0 : handle.includes('s') ? 1 : 0.5),
  };
  return turned(own, turnOf(shape), pivotOf(shape, aspect), aspect);
}

/**
 * The shape with `handle` brought to `to`, as near as the picture's edge and the least size allow;
 * the opposite side stays where it is.
 */
export function resized(
  shape: OcclusionShape,
  handle: Handle,
  to: Point,
  aspect: number,
): OcclusionShape {
  if (shape.kind === 'polygon') return polygonResized(shape, handle, to, aspect);
  const own = turned(onPicture(to), -turnOf(shape), pivotOf(shape, aspect), aspect);
  const from = uprightBox(shape, aspect);
  const box = boxWith(from, handle, own);
  const isPlain = shape.kind !== 'text' && turnOf(shape) === 0;
  return isPlain ? fitted(shape, from, box) : largestInside(shape, from, box, aspect);
}

/** The shape made wider by `by.x` and taller by `by.y` at its right and lower side. */
export function stretched(shape: OcclusionShape, by: Point, aspect: number): OcclusionShape {
  const { left, top, width, height } = uprightBox(shape, aspect);
  const corner = { x: left + width + by.x, y: top + height + by.y };
  const handle = by.y === 0 ? 'e' : by.x === 0 ? 's' : 'se';
  const to = turned(corner, turnOf(shape), pivotOf(shape, aspect), aspect);
  return resized(shape, handle, to, aspect);
}

function boxWith(box: Box, handle: Handle, to: Point): Box {
  const across = sideWith(box.left, box.width, to.x, handle.includes('w'), handle.includes('e'));
  const down = sideWith(box.top, box.height, to.y, handle.includes('n'), handle.includes('s'));
  return { left: across.start, width: across.size, top: down.start, height: down.size };
}

function sideWith(
  start: number,
  size: number,
  to: number,
  movesStart: boolean,
  movesEnd: boolean,
): { readonly start: number; readonly size: number } {
  const end = start + size;
  const least = Math.min(MIN_SIDE, size);
  if (movesStart) {
    const moved = Math.min(to, end - least);
    return { start: moved, size: end - moved };
  }
  return { start, size: movesEnd ? Math.max(least, to - start) : size };
}

function fitted(shape: OcclusionShape, from: Box, to: Box): OcclusionShape {
  const { left, top, width, height } = to;
  if (shape.kind === 'rect') return { ...shape, left, top, width, height };
  if (shape.kind === 'ellipse') return { ...shape, left, top, rx: width / 2, ry: height / 2 };
  if (shape.kind !== 'text') return shape;
  const across = width / from.width;
  const factor = across === 1 ? height / from.height : across;
  const letters = Math.max(MIN_LETTERS, fontSizeOf(shape) * factor);
  return { ...shape, fontSize: Math.min(1, letters / (shape.scale ?? 1)) };
}

/** A turned shape's or a label's far corner can leave the picture although the handle does not. */
function largestInside(shape: OcclusionShape, from: Box, to: Box, aspect: number): OcclusionShape {
  const at = (share: number): OcclusionShape =>
    fitted(shape, from, {
      left: from.left,
      top: from.top,
      width: from.width + (to.width - from.width) * share,
      height: from.height + (to.height - from.height) * share,
    });
  const out = outside(boundsOf(shape, aspect));
  const isWithin = (share: number) => outside(boundsOf(at(share), aspect)) <= out + 1e-9;
  if (isWithin(1)) return at(1);
  let [least, most] = [0, 1];
  for (let step = 0; step < 24; step++) {
    const middle = (least + most) / 2;
    if (isWithin(middle)) least = middle;
    else most = middle;
  }
  return at(least);
}

function outside({ left, top, width, height }: Box): number {
  return Math.max(0, -left, -top, left + width - 1, top + height - 1);
}

function polygonResized(
  shape: OcclusionShape & { kind: 'polygon' },
  handle: Handle,
  to: Point,
  aspect: number,
): OcclusionShape {
  const from = boundsOf(shape, aspect);
  const box = boxWith(from, handle, onPicture(to));
  const along = (at: number, start: number, size: number, newStart: number, newSize: number) =>
    size === 0 ? newStart : newStart + ((at - start) / size) * newSize;
  return {
    ...shape,
    points: shape.points.map(({ x, y }) => ({
      x: along(x, from.left, from.width, box.left, box.width),
      y: along(y, from.top, from.height, box.top, box.height),
    })),
  };
}
