import { type PointerEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { Spot } from './grown.ts';

/** Between two taps of one double tap. */
const DOUBLE_TAP_MILLIS = 350;
const DOUBLE_TAP_PIXELS = 30;
const LONG_AGO = Number.NEGATIVE_INFINITY;
/** A notch of the wheel is about 100 pixels. */
const TIMES_A_PIXEL = 1.002;
/** Trackpads say a pinch in small numbers. */
const PINCH_PIXELS = 5;

/** One finger moves, two fingers grow and move, a wheel grows: what the surface they work on is given. */
export function useGestures(heard: {
  readonly onMove: (x: number, y: number) => void;
  readonly onGrow: (times: number, about: Spot) => void;
  readonly onDoubleTap: (about: Spot) => void;
}) {
  const down = useRef(new Map<number, Spot>());
  const tapped = useRef({ atMillis: LONG_AGO, x: 0, y: 0 });
  const surface = useRef<HTMLDivElement>(null);
  const onWheel = useEffectEvent((event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (event.ctrlKey ? PINCH_PIXELS : 1);
    heard.onGrow(TIMES_A_PIXEL ** -pixels, { x: event.clientX, y: event.clientY });
  });
  useEffect(() => {
    const { current } = surface;
    // React's own would not keep the page from scrolling.
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  }, []);

  function begin(event: PointerEvent<HTMLElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    down.current.set(event.pointerId, pointOf(event));
    const { atMillis, x, y } = tapped.current;
    const isNear = Math.hypot(event.clientX - x, event.clientY - y) < DOUBLE_TAP_PIXELS;
    const isSecond = isNear && event.timeStamp - atMillis < DOUBLE_TAP_MILLIS;
    const isAlone = down.current.size === 1;
    if (isSecond && isAlone) heard.onDoubleTap(pointOf(event));
    const isFirst = isAlone && !isSecond;
    tapped.current = {
      ...pointOf(event),
      atMillis: isFirst ? event.timeStamp : LONG_AGO,
    };
  }
  function move(event: PointerEvent): void {
    const before = down.current.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    down.current.set(event.pointerId, now);
    const { x, y } = tapped.current;
    if (distance(now, { x, y }) > DOUBLE_TAP_PIXELS) tapped.current.atMillis = LONG_AGO;
    const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) {
      heard.onMove(now.x - before.x, now.y - before.y);
      return;
    }
    // Both fingers move what is between them.
    heard.onMove((now.x - before.x) / 2, (now.y - before.y) / 2);
    const about = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const apart = Math.max(1, distance(before, other));
    heard.onGrow(distance(now, other) / apart, about);
  }
  function end(event: PointerEvent): void {
    down.current.delete(event.pointerId);
  }
  return {
    ref: surface,
    onPointerDown: begin,
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function pointOf({ clientX, clientY }: PointerEvent): Spot {
  return { x: clientX, y: clientY };
}

function distance(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
