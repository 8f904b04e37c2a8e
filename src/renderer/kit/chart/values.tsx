import {
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useContext,
  useRef,
} from 'react';
import { t } from '../../../kernel/texts.ts';
import type { Room } from './chart.tsx';

/** Opens a value; `isOther`: the other way, where the page has one. */
export type OpenValue = (index: number, isOther?: boolean) => void;

/**
 * A page that opens values in two ways says here what the other does, which Shift, the other button
 * of the mouse and a long touch ask for: 'Shift and Enter studies them.' Absent: there is one way.
 */
export const OtherWay = createContext<string | undefined>(undefined);

/** The values of a drawing, one after the other, and how each is said, found and opened. */
export interface ChartValues {
  readonly count: number;
  /** What they are, for the ear: 'Answers by day'. */
  readonly name: string;
  /** A value in words, as it is spoken and shown: 'Tuesday 3 November: 42 answers'. */
  readonly words: (index: number) => string;
  /** Which one is at a place, in pixels from the top left; undefined: none. */
  readonly find: (x: number, y: number, room: Room) => number | undefined;
  /** Where the keys begin; without it at the last one. */
  readonly first?: number | undefined;
  /** How many stand one below the other, where they fill columns: Up and Down go within these. */
  readonly perColumn?: number;
  /** Opens what is behind a value; absent where nothing is. */
  readonly onOpen?: OpenValue | undefined;
  /** What Enter does, where it does not open cards in the library. */
  readonly onOpenWords?: string;
}

/**
 * Lies over a drawing: the pointer finds a value, arrow keys go from one to the next, which is said
 * by its words, and Enter or a click opens what is behind it. A touch shows first, then opens.
 */
export function ValuesLayer(props: {
  readonly values: ChartValues;
  readonly at: number | undefined;
  readonly onAt: (index: number | undefined) => void;
  readonly room: Room;
}) {
  const { values, at, onAt, room } = props;
  const otherWay = useContext(OtherWay);
  const last = values.count - 1;
  const kept = useRef<number>(undefined);
  const isByTouch = useRef(false);
  const shownBefore = useRef<number>(undefined);
  const now = at ?? Math.min(last, kept.current ?? values.first ?? last);

  function show(index: number): void {
    kept.current = index;
    onAt(index);
  }
  function found(event: MouseEvent): number | undefined {
    const box = event.currentTarget.getBoundingClientRect();
    return values.find(event.clientX - box.left, event.clientY - box.top, room);
  }
  function onPointerDown(event: PointerEvent): void {
    isByTouch.current = event.pointerType === 'touch';
    shownBefore.current = at;
  }
  function onPointerMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const index = found(event);
    if (index === undefined) onAt(undefined);
    else show(index);
  }
  function onClick(event: MouseEvent): void {
    const index = found(event);
    if (index === undefined) return;
    show(index);
    if (!isByTouch.current || shownBefore.current === index) open(index, event.shiftKey);
  }
  /** The other button of a mouse, or a long touch. */
  function onContextMenu(event: MouseEvent): void {
    const index = found(event);
    if (otherWay === undefined || !values.onOpen || index === undefined) return;
    event.preventDefault();
    show(index);
    values.onOpen(index, true);
  }
  function open(index: number, isShifted: boolean): void {
    values.onOpen?.(index, otherWay !== undefined && isShifted);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && at !== undefined) onAt(undefined);
    else if (event.key === 'Enter' || event.key === ' ') open(now, event.shiftKey);
    else {
      const next = nextAt(event.key, now, values.perColumn ?? 1);
      if (next === undefined) return;
      // The first arrow shows where one is.
      const isShown = at !== undefined || !event.key.startsWith('Arrow');
      show(isShown ? Math.max(0, Math.min(last, next)) : now);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      className={values.onOpen ? 'chart-values chart-values-open' : 'chart-values'}
      role="slider"
      tabIndex={0}
      aria-label={values.name}
      aria-description={
        values.onOpen &&
        [values.onOpenWords ?? t`Enter opens these cards in the library.`, otherWay]
          .filter((part) => part !== undefined)
          .join(' ')
      }
      aria-valuemin={1}
      aria-valuemax={values.count}
      aria-valuenow={now + 1}
      aria-valuetext={values.words(now)}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) show(now);
      }}
      onBlur={() => onAt(undefined)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={(event) => event.pointerType !== 'touch' && onAt(undefined)}
      onClick={onClick}
      onContextMenu={onContextMenu}
    />
  );

  function nextAt(key: string, from: number, column: number): number | undefined {
    switch (key) {
      case 'ArrowRight':
        return from + (column > 1 ? column : 1);
      case 'ArrowLeft':
        return from - (column > 1 ? column : 1);
      case 'ArrowUp':
        return column > 1 ? from - 1 : from + 1;
      case 'ArrowDown':
        return column > 1 ? from + 1 : from - 1;
      case 'PageUp':
        return from + 10;
      case 'PageDown':
        return from - 10;
      case 'Home':
        return 0;
      case 'End':
        return last;
      default:
        return undefined;
    }
  }
}
