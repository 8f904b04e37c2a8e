import { useCallback, useRef, useState } from 'react';
import { onPicture, type Point } from '../../../../domain/occlusion/bounds.ts';
import { type BoxKind, polygonOf, shapeBetween } from '../../../../domain/occlusion/draw.ts';
import { drawOn, enclose } from '../../../../domain/occlusion/polygon.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion/shapes.ts';
import type { Tool } from '../tools.ts';

/** A shape on its way: the corners put so far, and where the next one would go. */
export interface DrawnSoFar {
  readonly points: readonly Point[];
  readonly cursor: Point | undefined;
  /** Moved by keys, and so shown as a crosshair. */
  readonly isByKeys: boolean;
}

/** What putting a corner led to. The shape's number is still to be given. */
export type Put =
  | { readonly kind: 'shape'; readonly shape: OcclusionShape }
  | { readonly kind: 'label'; readonly at: Point }
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'too-few' };

export interface Drawing {
  readonly draft: DrawnSoFar;
  readonly current: () => DrawnSoFar;
  readonly point: (cursor: Point | undefined, isByKeys?: boolean) => void;
  /** Puts a corner; `reach` is how near an earlier corner counts as at it. */
  readonly put: (tool: Exclude<Tool, 'select'>, at: Point, reach: Point) => Put;
  /** Closes a polygon with the corners it has. */
  readonly close: () => Put;
  /** Takes back the last corner; false if there was none. */
  readonly back: () => boolean;
  /** Gives up; false if nothing was begun. */
  readonly cancel: () => boolean;
}

const NOTHING: DrawnSoFar = { points: [], cursor: undefined, isByKeys: false };

/** Drawing corner by corner, by pointer or crosshair alike. */
export function useDrawing(): Drawing {
  const [draft, setDraft] = useState(NOTHING);
  const newest = useRef(draft);

  const go = useCallback((next: DrawnSoFar): void => {
    newest.current = next;
    setDraft(next);
  }, []);
  const current = useCallback(() => newest.current, []);
  const point = useCallback(
    (cursor: Point | undefined, isByKeys = false) =>
      go({ ...newest.current, cursor: cursor && onPicture(cursor), isByKeys }),
    [go],
  );

  const close = useCallback((): Put => {
    const { points } = newest.current;
    if (!enclose(points)) return { kind: 'too-few' };
    go(NOTHING);
    return { kind: 'shape', shape: polygonOf(points, 0) };
  }, [go]);

  const put = useCallback(
    (tool: Exclude<Tool, 'select'>, at: Point, reach: Point): Put => {
      const { points, ...rest } = newest.current;
      const [first] = points;
      if (tool === 'text') return { kind: 'label', at: onPicture(at) };
      if (tool === 'polygon') {
        const drawn = drawOn(points, at, reach);
        if (drawn.kind === 'closed') return close();
        if (drawn.kind === 'too-few') return drawn;
        go({ ...rest, points: drawn.points });
        return { kind: 'more', count: drawn.points.length };
      }
      if (first === undefined) {
        go({ ...rest, points: [onPicture(at)] });
        return { kind: 'more', count: 1 };
      }
      go({ ...rest, points: [] });
      return { kind: 'shape', shape: shapeBetween(tool satisfies BoxKind, first, at, 0) };
    },
    [go, close],
  );

  const back = useCallback((): boolean => {
    const { points, ...rest } = newest.current;
    if (points.length === 0) return false;
    go({ ...rest, points: points.slice(0, -1) });
    return true;
  }, [go]);

  const cancel = useCallback((): boolean => {
    const { points } = newest.current;
    go(NOTHING);
    return points.length > 0;
  }, [go]);

  return { draft, current, point, put, close, back, cancel };
}
