/** Lengths and places are fractions, 0 to 1, of the image's width (left, width, rx, x) or height. */
interface ShapeBase {
  /** The cards that ask for it; shapes of one number are one group. [0]: on every card. */
  readonly numbers: readonly number[];
  /** What is under the mask, for who cannot see it. Rounds' own; Anki leaves it out. */
  readonly alt?: string;
  /** Degrees, clockwise. */
  readonly angle?: number;
  /** '#rrggbb' or '#rrggbbaa'. */
  readonly fill?: string;
  /** What else was written between the colons, kept as it was. */
  readonly rest?: readonly string[];
}

export interface RectShape extends ShapeBase {
  readonly kind: 'rect';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** `left` and `top` are the corner of the box around it. */
export interface EllipseShape extends ShapeBase {
  readonly kind: 'ellipse';
  readonly left: number;
  readonly top: number;
  readonly rx: number;
  readonly ry: number;
}

export interface PolygonShape extends ShapeBase {
  readonly kind: 'polygon';
  /** Three or more. */
  readonly points: readonly OcclusionPoint[];
}

export interface TextShape extends ShapeBase {
  readonly kind: 'text';
  readonly left: number;
  readonly top: number;
  readonly text: string;
  /** 1 where not given. */
  readonly scale?: number;
  /** Fraction of the image's height. */
  readonly fontSize?: number;
}

export interface OcclusionPoint {
  readonly x: number;
  readonly y: number;
}

export type OcclusionShape = RectShape | EllipseShape | PolygonShape | TextShape;

export interface Occlusions {
  readonly shapes: readonly OcclusionShape[];
  /** Hide all, guess one; else only the mask that is asked for hides. */
  readonly hidesAll: boolean;
  /** What could not be read, each before the shape at index `at` (or after the last). */
  readonly unread?: readonly { readonly at: number; readonly text: string }[];
}
