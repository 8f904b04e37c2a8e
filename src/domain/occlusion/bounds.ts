import type { OcclusionShape, TextShape } from '../template/occlusion/shapes.ts';

/** A place on the picture, in fractions of its width and height from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle on the picture, in the same fractions. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The letters of a label that names no size, in fractions of the picture's height. */
export const LABEL_FONT_SIZE = 0.045;
/** A label's box and the usual width of a character, in sizes of its letters. */
export const LINE_HEIGHT = 1.4;
const CHARACTER_WIDTH = 0.56;

/**
 * The smallest box that holds the shape as drawn, turned by its angle. `aspect` is the picture's
 * width divided by its height: turning needs it, because fractions differ across and down.
 */
export function boundsOf(shape: OcclusionShape, aspect: number): Box {
  if (shape.kind === 'ellipse') return ellipseBounds(shape, aspect);
  return boundsOfPoints(outlineOf(shape, aspect));
}

/** The smallest box that holds all of `shapes`; undefined for none. */
export function boundsOfAll(shapes: readonly OcclusionShape[], aspect: number): Box | undefined {
  const corners = shapes.flatMap((shape) => {
    const { left, top, width, height } = boundsOf(shape, aspect);
    return [
      { x: left, y: top },
      { x: left + width, y: top + height },
    ];
  });
  return corners.length === 0 ? undefined : boundsOfPoints(corners);
}

/** The shape's own box, before it is turned. A label's is an estimate from its number of characters. */
export function uprightBox(shape: OcclusionShape, aspect: number): Box {
  switch (shape.kind) {
    case 'rect':
      return { left: shape.left, top: shape.top, width: shape.width, height: shape.height };
    case 'ellipse':
      return { left: shape.left, top: shape.top, width: 2 * shape.rx, height: 2 * shape.ry };
    case 'polygon':
      return boundsOfPoints(shape.points);
    case 'text': {
      const letters = fontSizeOf(shape);
      const lines = linesOfShape(shape);
      const longest = Math.max(...lines.map((line) => [...line].length));
      const width = ((longest + 1) * CHARACTER_WIDTH * letters) / aspect;
      const height = lines.length * LINE_HEIGHT * letters;
      return { left: shape.left, top: shape.top, width, height };
    }
  }
}

/** The size of a label's letters, in fractions of the picture's height. */
export function fontSizeOf({ fontSize = LABEL_FONT_SIZE, scale = 1 }: TextShape): number {
  return fontSize * scale;
}

/** `point` turned by `degrees` clockwise about `pivot`. */
export function turned(point: Point, degrees: number, pivot: Point, aspect: number): Point {
  if (degrees === 0) return point;
  const radians = (degrees * Math.PI) / 180;
  const across = (point.x - pivot.x) * aspect;
  const down = point.y - pivot.y;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return {
    x: pivot.x + (across * cos - down * sin) / aspect,
    y: pivot.y + across * sin + down * cos,
  };
}

export function linesOfShape({ text }: TextShape): string[] {
  return text.split(/\r?\n/);
}

/**
 * Degrees, clockwise, by which the shape is drawn turned. A polygon's angle says how it was once
 * turned: its points have it already, in Anki as here.
 */
export function turnOf(shape: OcclusionShape): number {
  return shape.kind === 'polygon' ? 0 : (shape.angle ?? 0);
}

/** What a shape turns about: the top left corner of its own box. */
export function pivotOf(shape: OcclusionShape, aspect: number): Point {
  const { left, top } = uprightBox(shape, aspect);
  return { x: left, y: top };
}

export function boundsOfPoints(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export function boxBetween(a: Point, b: Point): Box {
  return boundsOfPoints([a, b]);
}

/** The nearest place that is on the picture. */
export function onPicture({ x, y }: Point): Point {
  return { x: clamp(x), y: clamp(y) };
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}

function outlineOf(shape: OcclusionShape, aspect: number): readonly Point[] {
  const points = shape.kind === 'polygon' ? shape.points : cornersOf(uprightBox(shape, aspect));
  const angle = turnOf(shape);
  if (angle === 0) return points;
  const pivot = pivotOf(shape, aspect);
  return points.map((point) => turned(point, angle, pivot, aspect));
}

function cornersOf({ left, top, width, height }: Box): Point[] {
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}

/** A turned ellipse reaches √((a·cos)² + (b·sin)²) to each side of its centre. */
function ellipseBounds(shape: OcclusionShape & { kind: 'ellipse' }, aspect: number): Box {
  const angle = shape.angle ?? 0;
  const middle = { x: shape.left + shape.rx, y: shape.top + shape.ry };
  const centre = turned(middle, angle, { x: shape.left, y: shape.top }, aspect);
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const across = Math.hypot(shape.rx * aspect * cos, shape.ry * sin) / aspect;
  const down = Math.hypot(shape.rx * aspect * sin, shape.ry * cos);
  return {
    left: centre.x - across,
    top: centre.y - down,
    width: 2 * across,
    height: 2 * down,
  };
}
