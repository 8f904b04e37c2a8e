import {
  type DragEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useRef,
} from 'react';
import type { Column } from '../../../domain/library/library.ts';
import { libraryPreferences, widthOf } from '../library-preferences.ts';
import type { PopoverPlace } from '../../kit/hooks/place-popover.ts';
import { moveColumn, setColumnWidth } from './columns/column-changes.ts';
import { COLUMN_LOOKS } from './columns/columns.ts';

const USUAL_REM = 15;

/** The head of one column: its name sorts, its edge widens it, and it can be dragged along. */
export function HeadCell(props: {
  readonly column: Column;
  /** From 1. */
  readonly place: number;
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly isStop: boolean;
  readonly dragged: RefObject<Column | undefined>;
  readonly onSort: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMenu: (place: PopoverPlace) => void;
}) {
  const { column, dragged } = props;
  const look = COLUMN_LOOKS[column];

  function onDragOver(event: DragEvent): void {
    if (dragged.current !== undefined && dragged.current !== column) event.preventDefault();
  }
  function onDrop(event: DragEvent): void {
    if (dragged.current === undefined) return;
    event.preventDefault();
    moveColumn(dragged.current, column);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of view are not in the document
    // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
    <div
      role="columnheader"
      aria-sort={props.sorted}
      aria-colindex={props.place}
      className={look.isNumber ? 'grid-heading number' : 'grid-heading'}
      draggable
      onDragStart={(event) => {
        dragged.current = column;
        event.dataTransfer.setData('application/x-rounds-column', column);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragEnd={() => {
        dragged.current = undefined;
      }}
      onDragOver={onDragOver}
      onDrop={onDrop}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <button
        type="button"
        data-column={column}
        tabIndex={props.isStop ? 0 : -1}
        className="grid-sort"
        onClick={props.onSort}
        onKeyDown={props.onKeyDown}
      >
        <span className="grid-text">{look.name}</span>
        {props.sorted !== 'none' && (
          <span aria-hidden="true">{props.sorted === 'ascending' ? '↑' : '↓'}</span>
        )}
      </button>
      <Edge column={column} />
    </div>
  );
}

/** The edge that a pointer drags; Shift and the arrows do the same. */
function Edge({ column }: { readonly column: Column }) {
  const from = useRef<{ readonly x: number; readonly width: number; readonly scale: number }>(
    undefined,
  );
  function onPointerMove(event: PointerEvent): void {
    const start = from.current;
    if (start) setColumnWidth(column, start.width + (event.clientX - start.x) / start.scale);
  }
  return (
    <span
      aria-hidden="true"
      className="grid-edge"
      draggable
      onDragStart={(event) => {
        // The edge is pulled, not dragged off.
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const { width } = event.currentTarget.parentElement?.getBoundingClientRect() ?? {};
        const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
        from.current = {
          x: event.clientX,
          width: (width ?? 0) / (scale / USUAL_REM) || widthOf(column, libraryPreferences().widths),
          scale: scale / USUAL_REM,
        };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onDoubleClick={() => setColumnWidth(column, undefined)}
    />
  );
}
