import type { OcclusionShape } from '../template/occlusion/shapes.ts';
import { type Box, boundsOf, type Point, pivotOf, turned, turnOf, uprightBox } from './bounds.ts';

/** How near counts as touching, in fractions of the picture across and down. */
export type TouchReach = Point;

/** Whether `point` lies on the shape or within `reach` of its box. */
export function isOn(
  shape: OcclusionShape,
  point: Point,
  aspect: number,
  reach: TouchReach,
): boolean {
  const own = turned(point, -turnOf(shape), pivotOf(shape, aspect), aspect);
  const box = uprightBox(shape, aspect);
  const isSmall = box.width < 2 * reach.x || box.height < 2 * reach.y;
  if (isSmall && isInBox(own, box, reach)) return true;
  if (!isInBox(own, box, { x: 0, y: 0 })) return false;
  if (shape.kind === 'ellipse') return isInEllipse(own, box);
  return shape.kind === 'polygon' ? isInPolygon(own, shape.points) : true;
}

/**
 * The place of the shape at `point`; undefined where there is none. The later shape lies on top;
 * one that is only near gives way to one that is there, so small masks stay easy to touch.
 */
export function shapeAt(
  shapes: readonly OcclusionShape[],
  point: Point,
  aspect: number,
  reach: TouchReach,
): number | undefined {
  const none = { x: 0, y: 0 };
  const exact = shapes.findLastIndex((shape) => isOn(shape, point, aspect, none));
  if (exact >= 0) return exact;
  const near = shapes.findLastIndex((shape) => isOn(shape, point, aspect, reach));
  return near >= 0 ? near : undefined;
}

/** The places of the shapes whose bounds meet `box`. */
export function shapesIn(shapes: readonly OcclusionShape[], box: Box, aspect: number): number[] {
  return shapes.flatMap((shape, index) => (meet(boundsOf(shape, aspect), box) ? [index] : []));
}

function meet(a: Box, b: Box): boolean {
  return (
    a.left <= b.left + b.width &&
    b.left <= a.left + a.width &&
    a.top <= b.top + b.height &&
    b.top <= a.top + a.height
  );
}

function isInBox({ x, y }: Point, box: Box, reach: TouchReach): boolean {
  return (
    x >= box.left - reach.x &&
    x <= box.left + box.width + reach.x &&
    y >= box.top - reach.y &&
    y <= box.top + box.height + reach.y
  );
}

function isInEllipse({ x, y }: Point, { left, top, width, height }: Box): boolean {
  const across = (x - left - width / 2) / (width / 2);
  const down = (y - top - height / 2) / (height / 2);
  return across ** 2 + down ** 2 <= 1;
}

/** Even-odd rule: a line from the point crosses the outline an odd number of times. */
function isInPolygon(point: Point, points: readonly Point[]): boolean {
  let isInside = false;
  let before = points.at(-1);
  for (const at of points) {
    if (before && at.y > point.y !== before.y > point.y) {
      const crossing = before.x + ((point.y - before.y) / (at.y - before.y)) * (at.x - before.x);
      if (point.x < crossing) isInside = !isInside;
    }
    before = at;
  }
  return isInside;
}
