import { useCallback, useMemo } from 'react';
import type { Column, LibraryRow } from '../../../domain/library/library.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { type FocusTurn, Grid, type GridRows } from '../../kit/grid/grid.tsx';
import type { GridColumn } from '../../kit/grid/grid-row.tsx';
import type { SelectionControl } from '../../kit/grid/selection.ts';
import type { PopoverPlace } from '../../kit/hooks/place-popover.ts';
import { useLibraryPreferences } from '../library-preferences.ts';
import { COLUMN_LOOKS } from './columns/columns.ts';
import { layoutOf } from './columns/fitting-columns.ts';
import { GridHead } from './grid-head.tsx';
import { RowMarks } from './row-marks.tsx';

/** The listing of cards or notes. Everything in it is text, whatever a note holds. */
export function LibraryTable(props: {
  readonly name: string;
  readonly total: number;
  readonly rows: GridRows<LibraryRow>;
  readonly columns: readonly Column[];
  readonly today: StudyDay;
  readonly selection: SelectionControl;
  readonly focusTurn: FocusTurn;
  readonly onOpen: (row: LibraryRow) => void;
  readonly onMenu: (place: PopoverPlace) => void;
}) {
  const { columns, today, ...grid } = props;
  const { widths } = useLibraryPreferences();
  const layout = useMemo(() => layoutOf(columns, widths), [columns, widths]);
  const cells = useMemo(() => cellsOf(columns, today), [columns, today]);
  return (
    <Grid
      {...grid}
      columns={cells}
      layout={layout}
      isAside={isAside}
      head={useCallback(
        (height: number, onLeave: () => void) => (
          <GridHead columns={columns} height={height} onLeave={onLeave} />
        ),
        [columns],
      )}
    />
  );
}

function isAside(row: LibraryRow): boolean {
  return row.suspended || row.absent || row.isGone;
}

function cellsOf(columns: readonly Column[], today: StudyDay): readonly GridColumn<LibraryRow>[] {
  return columns.map((column, index) => {
    const { isNumber = false, textOf } = COLUMN_LOOKS[column];
    return {
      id: column,
      isNumber,
      cellOf: (row) => (
        <>
          {index === 0 && <RowMarks row={row} columns={columns} />}
          <span className="grid-text" dir="auto">
            {textOf(row, today)}
          </span>
        </>
      ),
    };
  });
}
