import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** A row to draw, and the height of what is left out right before it. */
export interface RowInView {
  readonly place: number;
  readonly gap: number;
}

/** Rows drawn above and below those in view. */
const AROUND = 12;

/**
 * Which rows of a long list that scrolls with the page are to be drawn: those in view, and the
 * focused one wherever it is, so that focus outlives scrolling. `list`: what holds the rows.
 */
export function useRowsInView(options: {
  readonly count: number;
  /** CSS pixels, until a row is measured. */
  readonly rowHeight: number;
  readonly list: RefObject<HTMLElement | null>;
  /** -1: none. */
  readonly focused: number;
}): {
  readonly rows: readonly RowInView[];
  /** The height of what is left out after the last of them. */
  readonly after: number;
  /** For each row's element, which says its place as data-index. */
  readonly measure: (row: Element | null) => void;
} {
  const { count, rowHeight, list, focused } = options;
  const top = useTopOf(list);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan: AROUND,
    scrollMargin: top,
    rangeExtractor: useCallback((range: Range) => withPlace(range, focused), [focused]),
  });
  let drawn = top;
  const rows = virtualizer.getVirtualItems().map(({ index, start, end }) => {
    const gap = Math.max(0, start - drawn);
    drawn = end;
    return { place: index, gap };
  });
  const after = Math.max(0, virtualizer.getTotalSize() + top - drawn);
  return { rows, after, measure: virtualizer.measureElement };
}

function withPlace(range: Range, place: number): number[] {
  const places = defaultRangeExtractor(range);
  if (places.includes(place) || place < 0 || place >= range.count) return places;
  return [...places, place].sort((a, b) => a - b);
}

/** How far down the page the list begins; what stands above it may grow. */
function useTopOf(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return top;
}
