import { type MouseEvent, memo, type ReactNode } from 'react';
import type { PopoverPlace } from '../hooks/place-popover.ts';

/** A column, and what its cells show of a row. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly isNumber?: boolean;
  readonly cellOf: (row: Row) => ReactNode;
}

interface Props<Row> {
  /** undefined until it has been read. */
  readonly row: Row | undefined;
  /** From 0. */
  readonly place: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly isAside: (row: Row) => boolean;
  readonly top: number;
  readonly height: number;
  readonly isChosen: boolean;
  readonly isCursor: boolean;
  readonly onPress: (event: MouseEvent, place: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly onMenu: (place: PopoverPlace) => void;
}

/** One row. */
export const GridRow = memo(function GridRow<Row>(props: Props<Row>) {
  const { row, place } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of view are not in the document
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={props.isChosen}
      aria-busy={row === undefined || undefined}
      tabIndex={props.isCursor ? 0 : -1}
      data-place={place}
      data-aside={(row !== undefined && props.isAside(row)) || undefined}
      className="grid-row"
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      onMouseDown={(event) => props.onPress(event, place)}
      onDoubleClick={() => row !== undefined && props.onOpen(row)}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      {props.columns.map(({ id, isNumber, cellOf }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
        <div
          key={id}
          role="gridcell"
          aria-colindex={index + 1}
          className={isNumber ? 'grid-cell number' : 'grid-cell'}
        >
          {row !== undefined && cellOf(row)}
        </div>
      ))}
    </div>
  );
}) as <Row>(props: Props<Row>) => ReactNode;
