import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Column } from '../../../domain/library/library.ts';
import { t } from '../../../kernel/texts.ts';
import { useLibraryPreferences } from '../library-preferences.ts';
import type { PopoverPlace } from '../../kit/hooks/place-popover.ts';
import { Menu } from '../../kit/menu/menu.tsx';
import { shiftColumn, sortBy, widenColumn } from './columns/column-changes.ts';
import { columnMenu } from './columns/column-menu.ts';
import { COLUMN_LOOKS } from './columns/columns.ts';
import { HeadCell } from './head-cell.tsx';

/** Pixels that one press of a key widens a column by. */
const STEP = 16;

/**
 * The head of the table: one stop for Tab. Left and Right go along it, Enter sorts, Ctrl with
 * Left or Right moves the column, Shift with them makes it wider or narrower.
 */
export function GridHead(props: {
  readonly columns: readonly Column[];
  readonly height: number;
  /** Down, into the rows. */
  readonly onLeave: () => void;
}) {
  const { columns } = props;
  const { sort } = useLibraryPreferences();
  const row = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Column>();
  const [menu, setMenu] = useState<{ readonly column: Column; readonly place: PopoverPlace }>();
  const dragged = useRef<Column>(undefined);
  const wantsFocus = useRef(false);
  const stop = active !== undefined && columns.includes(active) ? active : columns[0];

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    row.current?.querySelector<HTMLElement>(`[data-column="${stop}"]`)?.focus();
  });

  function onKeyDown(event: KeyboardEvent, column: Column): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
    if (by !== undefined && !event.altKey) {
      wantsFocus.current = true;
      setActive(column);
      if (event.ctrlKey || event.metaKey) shiftColumn(column, by);
      else if (event.shiftKey) widenColumn(column, by * STEP);
      else setActive(columns[columns.indexOf(column) + by] ?? column);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      setMenu({ column, place: event.currentTarget });
    } else if (event.key === 'ArrowDown') {
      props.onLeave();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of view are not in the document
    <div role="rowgroup" className="grid-head" style={{ height: props.height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons have the focus */}
      <div role="row" aria-rowindex={1} className="grid-head-row" ref={row}>
        {columns.map((column, index) => (
          <HeadCell
            key={column}
            column={column}
            place={index + 1}
            sorted={
              sort.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'
            }
            isStop={column === stop}
            dragged={dragged}
            onSort={() => {
              setActive(column);
              sortBy(column);
            }}
            onKeyDown={(event) => onKeyDown(event, column)}
            onMenu={(place) => setMenu({ column, place })}
          />
        ))}
      </div>
      {menu && (
        <Menu
          name={t`Column ${COLUMN_LOOKS[menu.column].name}`}
          groups={columnMenu(menu.column, columns, sort)}
          place={menu.place}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}
