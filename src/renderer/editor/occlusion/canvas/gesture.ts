import type { Point } from '../../../../domain/occlusion/bounds.ts';
import { movedTogether } from '../../../../domain/occlusion/move.ts';
import { cornerMoved } from '../../../../domain/occlusion/polygon.ts';
import { type Handle, resized } from '../../../../domain/occlusion/resize.ts';
import {
  replacing,
  type Sheet,
  selectedPolygon,
  selectedShapes,
} from '../../../../domain/occlusion/sheet.ts';

/** A place in the window. */
export interface Client {
  readonly clientX: number;
  readonly clientY: number;
}

/** What a pointer that is down is doing. `base` is the sheet as it was when it went down. */
export type Gesture = {
  readonly pointerId: number;
  readonly start: Client;
  hasMoved: boolean;
} & (
  | { readonly kind: 'draw'; readonly from: Point }
  | { readonly kind: 'pan'; readonly left: number; readonly top: number }
  | { readonly kind: 'marquee'; readonly from: Point; readonly base: Sheet }
  | Drag
);

type Drag =
  | {
      readonly kind: 'move';
      readonly from: Point;
      readonly base: Sheet;
      readonly place: number;
      readonly wasSelected: boolean;
    }
  | { readonly kind: 'resize'; readonly handle: Handle; readonly base: Sheet }
  | {
      readonly kind: 'corner';
      readonly corner: number;
      readonly base: Sheet;
      readonly isNew: boolean;
    };

/** The sheet with what is dragged brought to `at`. */
export function draggedTo(drag: Drag, at: Point, aspect: number): Sheet {
  const { base } = drag;
  if (drag.kind === 'move') {
    const by = { x: at.x - drag.from.x, y: at.y - drag.from.y };
    return replacing(base, movedTogether(selectedShapes(base), by, aspect));
  }
  if (drag.kind === 'resize') {
    const shapes = selectedShapes(base);
    return replacing(
      base,
      shapes.map((shape) => resized(shape, drag.handle, at, aspect)),
    );
  }
  const polygon = selectedPolygon(base);
  if (!polygon) return base;
  const next = replacing(base, [cornerMoved(polygon, drag.corner, at)]);
  return { ...next, corner: drag.corner };
}

/** A hand that trembles by less has clicked, not dragged. */
const CLICK_PIXELS = 4;

export function isDragged(from: Client, to: Client): boolean {
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY) > CLICK_PIXELS;
}

/** Two fingers: where their middle was on the picture, how far apart they were, and the zoom then. */
export interface Pinch {
  readonly at: Point;
  readonly distance: number;
  readonly zoom: number;
}

/** The middle of the first two of `fingers`, and the pixels between them. */
export function spread(fingers: Iterable<Client>): {
  readonly middle: Client;
  readonly distance: number;
} {
  const [one, two = one] = fingers;
  if (!one || !two) return { middle: { clientX: 0, clientY: 0 }, distance: 1 };
  const [across, down] = [two.clientX - one.clientX, two.clientY - one.clientY];
  return {
    middle: { clientX: one.clientX + across / 2, clientY: one.clientY + down / 2 },
    distance: Math.max(1, Math.hypot(across, down)),
  };
}
