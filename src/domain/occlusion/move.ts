import type { OcclusionShape } from '../template/occlusion/shapes.ts';
import { boundsOf, boundsOfAll, type Point } from './bounds.ts';

/** `shapes` moved together by at most `by`: they keep their places to each other and the picture. */
export function movedTogether(
  shapes: readonly OcclusionShape[],
  by: Point,
  aspect: number,
): OcclusionShape[] {
  const box = boundsOfAll(shapes, aspect);
  if (box === undefined) return [];
  const x = within(by.x, box.left, box.width);
  const y = within(by.y, box.top, box.height);
  return shapes.map((shape) => shifted(shape, { x, y }));
}

/** The shape moved by all of `by`, wherever that leads. */
export function shifted(shape: OcclusionShape, { x, y }: Point): OcclusionShape {
  if (shape.kind === 'polygon') {
    return { ...shape, points: shape.points.map((point) => ({ x: point.x + x, y: point.y + y })) };
  }
  return { ...shape, left: shape.left + x, top: shape.top + y };
}

/** The shape moved back onto the picture as far as it fits; what is larger begins at the edge. */
export function broughtIn(shape: OcclusionShape, aspect: number): OcclusionShape {
  const { left, top, width, height } = boundsOf(shape, aspect);
  const x = Math.max(0, Math.min(left, 1 - width)) - left;
  const y = Math.max(0, Math.min(top, 1 - height)) - top;
  return x === 0 && y === 0 ? shape : shifted(shape, { x, y });
}

/** Never further out than it is: what lies outside already may only come in. */
function within(by: number, start: number, size: number): number {
  const least = Math.min(0, -start);
  const most = Math.max(0, 1 - start - size);
  return Math.min(most, Math.max(least, by));
}
