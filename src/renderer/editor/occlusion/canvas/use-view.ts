import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Box, Point } from '../../../../domain/occlusion/bounds.ts';
import { useWidth } from '../../../kit/hooks/use-width.ts';

const MOST_ZOOM = 8;
const ZOOM_STEP = 1.25;
const LEAST_HEIGHT = 220;
/** Around the picture, so that a handle at its edge can be taken hold of; as in occlusion.css. */
const MARGIN = 12;
const BORDER = 1;
/** A small picture is not blown up further than this to fill the window. */
const MOST_ENLARGED = 3;

/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface View {
  /** What scrolls. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** What it stands in: scrollbars that come and go do not change its width. */
  readonly paneRef: RefObject<HTMLDivElement | null>;
  /** The whole picture as shown, also the part that is scrolled out of view. */
  readonly size: Size;
  /** How high the window on it is, whatever the zoom. */
  readonly height: number;
  /** 1 shows the whole picture. */
  readonly zoom: number;
  /** Zooms by steps about the middle of what is in view. */
  readonly zoomBy: (steps: number) => void;
  /** Zooms, keeping the place `at` of the picture under a point of the window. */
  readonly zoomTo: (zoom: number, at: Point, clientX: number, clientY: number) => void;
  readonly fit: () => void;
  /** The part of the picture that is in view. */
  readonly inView: () => Box;
  /** Scrolls a place of the picture into view. */
  readonly reveal: (at: Point) => void;
}

interface Anchor {
  readonly at: Point;
  readonly clientX: number;
  readonly clientY: number;
}

/** How a picture of `natural` size is shown: as a whole at first, enlarged up to eight times. */
export function useView(natural: Size): View {
  const ref = useRef<HTMLDivElement>(null);
  const { ref: paneRef, width } = useWidth<HTMLDivElement>(600);
  const [{ zoom, anchor }, setZoom] = useState<{ zoom: number; anchor?: Anchor }>({ zoom: 1 });
  const { width: across, height: down } = sizeAt(natural, width, zoom);
  const size = useMemo(() => ({ width: across, height: down }), [across, down]);
  const height = Math.max(LEAST_HEIGHT, sizeAt(natural, width, 1).height + 2 * (MARGIN + BORDER));
  const latest = useRef({ zoom, size });

  useLayoutEffect(() => {
    latest.current = { zoom, size };
  });
  useLayoutEffect(() => {
    const box = pictureIn(ref.current);
    if (!anchor || !box) return;
    ref.current?.scrollBy(
      box.left + anchor.at.x * box.width - anchor.clientX,
      box.top + anchor.at.y * box.height - anchor.clientY,
    );
  }, [anchor]);

  const inView = useCallback((): Box => {
    const frame = ref.current?.getBoundingClientRect();
    const picture = pictureIn(ref.current);
    if (!frame || !picture || picture.width === 0) return { left: 0, top: 0, width: 1, height: 1 };
    const left = Math.max(0, (frame.left - picture.left) / picture.width);
    const top = Math.max(0, (frame.top - picture.top) / picture.height);
    return {
      left,
      top,
      width: Math.min(1, (frame.right - picture.left) / picture.width) - left,
      height: Math.min(1, (frame.bottom - picture.top) / picture.height) - top,
    };
  }, []);

  const zoomTo = useCallback((wanted: number, at: Point, clientX: number, clientY: number) => {
    const next = Math.min(MOST_ZOOM, Math.max(1, wanted));
    setZoom({ zoom: next, anchor: { at, clientX, clientY } });
  }, []);

  const zoomBy = useCallback(
    (steps: number) => {
      const frame = ref.current?.getBoundingClientRect();
      const view = inView();
      const middle = { x: view.left + view.width / 2, y: view.top + view.height / 2 };
      if (!frame) return;
      const next = latest.current.zoom * ZOOM_STEP ** steps;
      zoomTo(next, middle, frame.left + frame.width / 2, frame.top + frame.height / 2);
    },
    [inView, zoomTo],
  );

  const fit = useCallback(() => setZoom({ zoom: 1 }), []);

  const reveal = useCallback(({ x, y }: Point) => {
    const frame = ref.current;
    if (!frame) return;
    const { size } = latest.current;
    scrollTo(frame, 'scrollLeft', frame.clientWidth, MARGIN + x * size.width);
    scrollTo(frame, 'scrollTop', frame.clientHeight, MARGIN + y * size.height);
  }, []);

  return { ref, paneRef, size, height, zoom, zoomBy, zoomTo, fit, inView, reveal };
}

function pictureIn(frame: HTMLElement | null): DOMRect | undefined {
  return frame?.querySelector('img')?.getBoundingClientRect();
}

function sizeAt(natural: Size, width: number, zoom: number): Size {
  const highest = Math.max(LEAST_HEIGHT, Math.min(640, window.innerHeight * 0.65));
  const fitting = Math.min(
    (width - 2 * (MARGIN + BORDER)) / natural.width,
    highest / natural.height,
    MOST_ENLARGED,
  );
  const scale = Math.max(fitting, 0.01) * zoom;
  return { width: Math.round(natural.width * scale), height: Math.round(natural.height * scale) };
}

function scrollTo(
  frame: HTMLElement,
  side: 'scrollLeft' | 'scrollTop',
  length: number,
  at: number,
): void {
  const room = Math.min(40, length / 4);
  if (at < frame[side] + room) frame[side] = at - room;
  else if (at > frame[side] + length - room) frame[side] = at - length + room;
}
