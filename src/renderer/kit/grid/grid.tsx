import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import type { PopoverPlace } from '../hooks/place-popover.ts';
import { useLatest } from '../hooks/use-latest.ts';
import { usePixels } from '../hooks/use-pixels.ts';
import { gridKey } from './grid-keys.ts';
import { type GridColumn, GridRow } from './grid-row.tsx';
import type { SelectionControl } from './selection.ts';
import { isIn } from './spans.ts';
import './grid.css';

/** Rows that are read as they are wanted. */
export interface GridRows<Row> {
  /** undefined until it has been read. */
  at(place: number): Row | undefined;
  /** Says which rows are on screen, so that they are read. */
  want(first: number, last: number): void;
}

/**
 * Whether the focus should come to the rows: when `turn` is another than `done`, the last for which it
 * came. Who shows the grid keeps both, and so they hold for rows, and a grid, that are not there yet.
 */
export interface FocusTurn {
  readonly turn: number;
  readonly done: RefObject<number>;
}

/** Rows drawn, and read, above and below those in view. */
const AROUND = 8;

/**
 * A grid of many rows of equal height, of which only those in view, and the focused one, are in the
 * document. Its cells are what the columns say, its head is whoever's it is.
 */
export function Grid<Row>(props: {
  readonly name: string;
  readonly total: number;
  readonly rows: GridRows<Row>;
  readonly columns: readonly GridColumn<Row>[];
  /** The columns' places, as custom properties that grid.css reads. */
  readonly layout: CSSProperties;
  readonly selection: SelectionControl;
  /** The head, `height` high; `onLeave` leads down into the rows. */
  readonly head: (height: number, onLeave: () => void) => ReactNode;
  /** Rows that are there and out of use. */
  readonly isAside: (row: Row) => boolean;
  readonly focusTurn: FocusTurn;
  readonly onOpen: (row: Row) => void;
  readonly onMenu: (place: PopoverPlace) => void;
}) {
  const { total, rows, columns, selection } = props;
  const { cursor } = selection;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = usePixels(2.4);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan: AROUND,
    // The head stands over the first rows and must not hide the one gone to.
    scrollPaddingStart: rowHeight,
    rangeExtractor: useCallback((range: Range) => withCursor(range, cursor), [cursor]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for another height
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {};
  useEffect(() => {
    rows.want(Math.max(0, first - AROUND), Math.min(total - 1, last + AROUND));
    // Wherever it stands: what is done next is done to it.
    if (total > 0) rows.want(cursor, cursor);
  });

  const wantsFocus = useRef(false);
  const { turn, done } = props.focusTurn;
  /** The row that had the focus last: should it go, the focus goes to the one in its place. */
  const focused = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    const isLost =
      focused.current?.isConnected === false && document.activeElement === document.body;
    const isWanted = wantsFocus.current || done.current !== turn;
    if ((!isWanted && !isLost) || total === 0) return;
    virtualizer.scrollToIndex(cursor);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${cursor}"]`);
    if (!row) return;
    wantsFocus.current = false;
    done.current = turn;
    focused.current = row;
    row.focus({ preventScroll: true });
  });

  function focusRows(): void {
    wantsFocus.current = true;
    selection.goTo(cursor, 'keep');
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || !isRow(event.target)) return;
    const rowsInView = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1;
    if (gridKey(event, selection, { total, rowsInView })) {
      event.preventDefault();
      event.stopPropagation();
      wantsFocus.current = true;
      return;
    }
    const row = rows.at(cursor);
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (isMenu && event.target instanceof Element) {
      event.preventDefault();
      props.onMenu(event.target);
    } else if (event.key === 'Enter' && row && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      props.onOpen(row);
    }
  }
  const latest = useLatest(props);
  const onPress = useCallback(
    (event: MouseEvent, place: number): void => {
      const { selection } = latest.current;
      if (event.button === 2 && isIn(selection.chosen, place)) return;
      if (event.ctrlKey || event.metaKey) selection.toggle(place);
      else selection.goTo(place, event.shiftKey ? 'extend' : 'alone');
      wantsFocus.current = true;
    },
    [latest],
  );
  const onOpen = useCallback((row: Row) => latest.current.onOpen(row), [latest]);
  const onMenu = useCallback((place: PopoverPlace) => latest.current.onMenu(place), [latest]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave rows out
    <div
      ref={scroller}
      role="grid"
      aria-label={props.name}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      className="grid"
      style={props.layout}
      onFocus={({ target }) => {
        focused.current = isRow(target) ? (target as HTMLElement) : undefined;
      }}
      onBlur={({ target }) => {
        if (target.isConnected) focused.current = undefined;
      }}
      onKeyDown={onKeyDown}
    >
      {props.head(rowHeight, focusRows)}
      {/* biome-ignore lint/a11y/useSemanticElements: rows out of view are not in the document */}
      <div role="rowgroup" className="grid-body" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <GridRow
            key={index}
            row={rows.at(index)}
            place={index}
            columns={columns}
            isAside={props.isAside}
            top={start}
            height={rowHeight}
            isChosen={isIn(selection.chosen, index)}
            isCursor={index === cursor}
            onPress={onPress}
            onOpen={onOpen}
            onMenu={onMenu}
          />
        ))}
      </div>
    </div>
  );
}

function isRow(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-place]') !== null;
}

function withCursor(range: Range, cursor: number): number[] {
  const places = defaultRangeExtractor(range);
  if (places.includes(cursor) || cursor >= range.count) return places;
  return [...places, cursor].sort((a, b) => a - b);
}
