import type { OcclusionShape } from '../template/occlusion/shapes.ts';
import { onPicture, type Point } from './bounds.ts';

export type Polygon = OcclusionShape & { readonly kind: 'polygon' };

/** Fewer corners enclose nothing. */
export const MIN_CORNERS = 3;

/** The polygon with one corner brought to `to`, or to the nearest place on the picture. */
export function cornerMoved(polygon: Polygon, corner: number, to: Point): Polygon {
  return { ...polygon, points: polygon.points.with(corner, onPicture(to)) };
}

/** The polygon with a new corner halfway along the side after `corner`. */
export function cornerAdded(polygon: Polygon, corner: number): Polygon {
  const { points } = polygon;
  const middle = sideMiddles(points)[corner];
  return middle ? { ...polygon, points: points.toSpliced(corner + 1, 0, middle) } : polygon;
}

/** The polygon without a corner; undefined if too few would be left. */
export function cornerRemoved(polygon: Polygon, corner: number): Polygon | undefined {
  const { points } = polygon;
  return points.length > MIN_CORNERS
    ? { ...polygon, points: points.toSpliced(corner, 1) }
    : undefined;
}

/** What a further point does to a polygon that is being drawn, of which `points` are there. */
export type Drawn =
  | { readonly kind: 'more'; readonly points: readonly Point[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'too-few' };

/**
 * Adds `point`; at the first point, or once more at the last, it closes the polygon. `reach` is how
 * near counts as at the first; for the last, which a double click means, it is a third of that.
 */
export function drawOn(points: readonly Point[], point: Point, reach: Point): Drawn {
  const isAt = (corner: Point | undefined, share: number): boolean =>
    corner !== undefined &&
    Math.hypot((corner.x - point.x) / reach.x, (corner.y - point.y) / reach.y) <= share;
  if (isAt(points[0], 1) || isAt(points.at(-1), 1 / 3)) {
    return { kind: enclose(points) ? 'closed' : 'too-few' };
  }
  return { kind: 'more', points: [...points, onPicture(point)] };
}

/** The middle of each side, the one after the first corner first. */
export function sideMiddles(points: readonly Point[]): Point[] {
  return points.map((point, at) => {
    const next = points[(at + 1) % points.length] ?? point;
    return { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
  });
}

/** Whether points drawn one by one enclose an area: at least three, not all on one line. */
export function enclose(points: readonly Point[]): boolean {
  const first = points[0];
  if (points.length < MIN_CORNERS || first === undefined) return false;
  return points.some((b, at) =>
    points
      .slice(at + 1)
      .some(
        (c) =>
          Math.abs((b.x - first.x) * (c.y - first.y) - (c.x - first.x) * (b.y - first.y)) >
          LEAST_AREA,
      ),
  );
}

const LEAST_AREA = 1e-5;
