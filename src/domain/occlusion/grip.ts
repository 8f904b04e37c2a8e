import { type Point, uprightBox } from './bounds.ts';
import { isOn, type TouchReach } from './hit.ts';
import { sideMiddles } from './polygon.ts';
import { type Handle, handlePoint, handlesOf } from './resize.ts';
import { type Sheet, selectedShapes } from './sheet.ts';

/** What can be taken hold of on the one selected shape, and where it is. */
export type Grip = { readonly at: Point } & (
  | { readonly kind: 'handle'; readonly handle: Handle }
  | { readonly kind: 'corner'; readonly corner: number }
  /** Taking hold here puts a new corner after `corner`. */
  | { readonly kind: 'side'; readonly corner: number }
);

/** Sides shorter than so many reaches have no grip in their middle: it would hide the corners'. */
const LEAST_REACHES = 4;

/** A polygon is taken by its corners and sides, a box by its handles; several shapes by none. */
export function gripsOf(sheet: Sheet, aspect: number, reach: TouchReach): Grip[] {
  const [shape, ...others] = selectedShapes(sheet);
  if (shape === undefined || others.length > 0) return [];
  if (shape.kind === 'polygon') return polygonGrips(shape.points, reach);
  const { width, height } = uprightBox(shape, aspect);
  return handlesOf(shape)
    .filter((handle) => {
      if (handle === 'n' || handle === 's') return width > LEAST_REACHES * reach.x;
      return handle === 'e' || handle === 'w' ? height > LEAST_REACHES * reach.y : true;
    })
    .map((handle) => ({ kind: 'handle', handle, at: handlePoint(shape, handle, aspect) }));
}

/**
 * The grip at `point`, the nearest if several are within `reach`. From inside the shape they reach
 * a quarter of its size at most, so that a small mask can still be moved by its middle.
 */
export function gripAt(
  sheet: Sheet,
  point: Point,
  aspect: number,
  reach: TouchReach,
): Grip | undefined {
  const [shape] = selectedShapes(sheet);
  if (shape === undefined) return undefined;
  const { width, height } = uprightBox(shape, aspect);
  const isInside = isOn(shape, point, aspect, { x: 0, y: 0 });
  const x = isInside ? Math.min(reach.x, width / 4) : reach.x;
  const y = isInside ? Math.min(reach.y, height / 4) : reach.y;
  const near = gripsOf(sheet, aspect, reach)
    .map((grip) => ({ grip, by: Math.hypot((grip.at.x - point.x) / x, (grip.at.y - point.y) / y) }))
    .filter(({ by }) => by <= 1)
    .sort((a, b) => a.by - b.by);
  return near[0]?.grip;
}

function polygonGrips(points: readonly Point[], reach: TouchReach): Grip[] {
  const corners = points.map((at, corner) => ({ kind: 'corner', corner, at }) as const);
  const sides = sideMiddles(points).map((at, corner) => ({ kind: 'side', corner, at }) as const);
  const isLong = (corner: number): boolean => {
    const [from, to] = [points[corner], points[(corner + 1) % points.length]];
    if (!from || !to) return false;
    const reaches = Math.hypot((from.x - to.x) / reach.x, (from.y - to.y) / reach.y);
    return reaches > LEAST_REACHES;
  };
  return [...corners, ...sides.filter(({ corner }) => isLong(corner))];
}
