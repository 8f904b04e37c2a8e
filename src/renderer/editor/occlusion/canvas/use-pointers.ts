import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { type Box, boxBetween, type Point } from '../../../../domain/occlusion/bounds.ts';
import { gripAt } from '../../../../domain/occlusion/grip.ts';
import { type TouchReach, shapeAt, shapesIn } from '../../../../domain/occlusion/hit.ts';
import {
  addingCorner,
  type Sheet,
  selecting,
  toggling,
} from '../../../../domain/occlusion/sheet.ts';
import type { Tool } from '../tools.ts';
import { type Client, draggedTo, type Gesture, isDragged, type Pinch, spread } from './gesture.ts';
import type { Size, View } from './use-view.ts';

/** Half of the least target: 24 px across for a mouse, 44 px for a finger. */
export const MOUSE_REACH = 12;
const TOUCH_REACH = 22;
/** A crosshair is as exact as its step. */
const KEY_REACH = 4;

/** What the hand asks of the sheet; drawing goes corner by corner. */
export interface PointerWork {
  readonly tool: Tool;
  readonly sheet: Sheet;
  readonly view: View;
  readonly isDrawing: () => boolean;
  readonly put: (at: Point, reach: TouchReach) => void;
  readonly point: (at: Point | undefined) => void;
  readonly step: (sheet: Sheet) => void;
  /** A change of what is selected; picked is a selection made mask by mask. */
  readonly amend: (sheet: Sheet, isPicked: boolean) => void;
}

type Handler = (event: PointerEvent<SVGSVGElement>) => void;

export interface Pointers {
  /** The sheet as the hand has it at this moment; undefined while nothing is dragged. */
  readonly held: Sheet | undefined;
  readonly marquee: Box | undefined;
  readonly handlers: {
    readonly onPointerDown: Handler;
    readonly onPointerMove: Handler;
    readonly onPointerUp: Handler;
    readonly onPointerCancel: Handler;
    readonly onLostPointerCapture: Handler;
  };
}

/**
 * Mouse, pen and finger on the picture. One finger draws and moves; a second one takes back what
 * the first had begun, and the two zoom and move the picture.
 */
export function usePointers(svg: RefObject<SVGSVGElement | null>, work: PointerWork): Pointers {
  const [held, setHeld] = useState<Sheet>();
  const [marquee, setMarquee] = useState<Box>();
  const gesture = useRef<Gesture>(undefined);
  const pinch = useRef<Pinch>(undefined);
  const down = useRef(new Map<number, Client>());
  const { view, tool } = work;
  const aspect = view.size.width / view.size.height;

  function placeOf({ clientX, clientY }: Client): Point {
    const box = svg.current?.getBoundingClientRect();
    if (!box || box.width === 0) return { x: 0, y: 0 };
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  }
  function end(): void {
    gesture.current = undefined;
    setHeld(undefined);
    setMarquee(undefined);
  }

  const onPointerDown: Handler = (event) => {
    down.current.set(event.pointerId, clientOf(event));
    svg.current?.setPointerCapture(event.pointerId);
    if (!svg.current?.contains(document.activeElement)) svg.current?.focus({ preventScroll: true });
    if (down.current.size === 1) {
      gesture.current = begin(event);
      return;
    }
    end();
    const { middle, distance } = spread(down.current.values());
    pinch.current = { at: placeOf(middle), distance, zoom: view.zoom };
  };

  function begin(event: PointerEvent<SVGSVGElement>): Gesture | undefined {
    const at = placeOf(event);
    const common = { pointerId: event.pointerId, hasMoved: false, start: clientOf(event) };
    if (event.button === 1) {
      const frame = view.ref.current;
      return { ...common, kind: 'pan', left: frame?.scrollLeft ?? 0, top: frame?.scrollTop ?? 0 };
    }
    if (event.button !== 0) return undefined;
    if (tool === 'select') {
      const drag = beginSelecting(at, touchReachOf(event.pointerType, view.size), event.shiftKey);
      return drag && { ...common, ...drag };
    }
    work.point(at);
    return { ...common, kind: 'draw', from: at };
  }

  function beginSelecting(at: Point, reach: TouchReach, isShift: boolean) {
    const { sheet } = work;
    const grip = isShift ? undefined : gripAt(sheet, at, aspect, reach);
    if (grip?.kind === 'handle')
      return { kind: 'resize', handle: grip.handle, base: sheet } as const;
    if (grip) {
      const isNew = grip.kind === 'side';
      const base = isNew ? addingCorner(sheet, grip.corner) : sheet;
      return { kind: 'corner', corner: grip.corner + (isNew ? 1 : 0), base, isNew } as const;
    }
    const place = shapeAt(sheet.occlusions.shapes, at, aspect, reach);
    if (place === undefined) {
      const base = isShift ? sheet : selecting(sheet, []);
      work.amend(base, isShift);
      return { kind: 'marquee', from: at, base } as const;
    }
    if (isShift) {
      work.amend(toggling(sheet, place), true);
      return undefined;
    }
    const wasSelected = sheet.selected.includes(place);
    const base = wasSelected ? sheet : selecting(sheet, [place]);
    if (!wasSelected) work.amend(base, false);
    return { kind: 'move', from: at, base, place, wasSelected } as const;
  }

  const onPointerMove: Handler = (event) => {
    const at = placeOf(event);
    if (down.current.has(event.pointerId)) down.current.set(event.pointerId, clientOf(event));
    if (pinch.current) {
      if (down.current.size < 2) return;
      const { middle, distance } = spread(down.current.values());
      const zoom = (pinch.current.zoom * distance) / pinch.current.distance;
      view.zoomTo(zoom, pinch.current.at, middle.clientX, middle.clientY);
      return;
    }
    const now = gesture.current;
    if (now === undefined) {
      if (tool !== 'select' && work.isDrawing()) work.point(at);
    } else if (now.pointerId === event.pointerId) {
      now.hasMoved ||= isDragged(now.start, event);
      follow(now, at, event);
    }
  };

  function follow(now: Gesture, at: Point, { clientX, clientY }: Client): void {
    if (now.kind === 'draw') work.point(at);
    else if (!now.hasMoved) return;
    else if (now.kind === 'marquee') setMarquee(boxBetween(now.from, at));
    else if (now.kind !== 'pan') setHeld(draggedTo(now, at, aspect));
    else {
      const left = now.left - (clientX - now.start.clientX);
      view.ref.current?.scrollTo(left, now.top - (clientY - now.start.clientY));
    }
  }

  const onPointerUp: Handler = (event) => {
    down.current.delete(event.pointerId);
    if (pinch.current) {
      if (down.current.size === 0) pinch.current = undefined;
      return;
    }
    const now = gesture.current;
    if (now?.pointerId !== event.pointerId) return;
    end();
    finish(now, placeOf(event), touchReachOf(event.pointerType, view.size));
  };

  function finish(now: Gesture, at: Point, reach: TouchReach): void {
    if (now.kind === 'draw') {
      // A drag is both corners of a box at once; a click is one corner.
      const isBox = tool === 'rect' || tool === 'ellipse';
      if (isBox && now.hasMoved && !work.isDrawing()) work.put(now.from, reach);
      work.put(at, reach);
    } else if (now.kind === 'marquee') {
      if (!now.hasMoved) return;
      const met = shapesIn(now.base.occlusions.shapes, boxBetween(now.from, at), aspect);
      work.amend(selecting(now.base, [...now.base.selected, ...met]), true);
    } else if (now.kind === 'pan') {
      return;
    } else if (now.hasMoved) {
      work.step(draggedTo(now, at, aspect));
    } else if (now.kind === 'corner') {
      const next = { ...now.base, corner: now.corner };
      if (now.isNew) work.step(next);
      else work.amend(next, true);
    } else if (now.kind === 'move' && now.wasSelected) {
      work.amend(selecting(now.base, [now.place]), false);
    }
  }

  const onPointerCancel: Handler = (event) => {
    down.current.delete(event.pointerId);
    if (down.current.size === 0) pinch.current = undefined;
    if (gesture.current?.pointerId === event.pointerId) end();
  };

  const onLostPointerCapture = onPointerCancel;
  return {
    held,
    marquee,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onLostPointerCapture },
  };
}

function clientOf({ clientX, clientY }: Client): Client {
  return { clientX, clientY };
}

/** How far from a target a pointer of that type, or 'key', still counts, in fractions of the picture. */
export function touchReachOf(by: string, size: Size): TouchReach {
  const pixels = by === 'touch' ? TOUCH_REACH : by === 'key' ? KEY_REACH : MOUSE_REACH;
  return { x: pixels / size.width, y: pixels / size.height };
}
