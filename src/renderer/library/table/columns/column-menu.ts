import { COLUMNS, type Column, type Sort } from '../../../../domain/library/library.ts';
import { t } from '../../../../kernel/texts.ts';
import type { MenuGroup } from '../../../kit/menu/menu.tsx';
import {
  setColumnWidth,
  setSort,
  shiftColumn,
  toggleColumn,
  widenColumn,
} from './column-changes.ts';
import { COLUMN_LOOKS } from './columns.ts';

const STEP = 32;

/** What can be done to a column, and which columns there are. */
export function columnMenu(
  column: Column,
  columns: readonly Column[],
  sort: Sort,
): readonly MenuGroup[] {
  const isSorted = (descending: boolean): boolean =>
    sort.column === column && sort.descending === descending;
  return [
    {
      items: [
        {
          name: t`Sort ascending`,
          isOn: isSorted(false),
          onChoose: () => setSort({ column, descending: false }),
        },
        {
          name: t`Sort descending`,
          isOn: isSorted(true),
          onChoose: () => setSort({ column, descending: true }),
        },
      ],
    },
    {
      items: [
        {
          name: t`Move left`,
          keys: 'Ctrl+←',
          isDisabled: columns[0] === column,
          onChoose: () => shiftColumn(column, -1),
        },
        {
          name: t`Move right`,
          keys: 'Ctrl+→',
          isDisabled: columns.at(-1) === column,
          onChoose: () => shiftColumn(column, 1),
        },
        { name: t`Wider`, keys: 'Shift+→', onChoose: () => widenColumn(column, STEP) },
        { name: t`Narrower`, keys: 'Shift+←', onChoose: () => widenColumn(column, -STEP) },
        { name: t`Usual width`, onChoose: () => setColumnWidth(column, undefined) },
        {
          name: t`Hide`,
          isDisabled: columns.length === 1,
          onChoose: () => toggleColumn(column),
        },
      ],
    },
    columnsGroup(columns),
  ];
}

/** Every column, those shown ticked. */
export function columnsGroup(columns: readonly Column[]): MenuGroup {
  return {
    name: t`Columns`,
    items: COLUMNS.map((column) => ({
      name: COLUMN_LOOKS[column].name,
      isOn: columns.includes(column),
      isDisabled: columns.length === 1 && columns[0] === column,
      onChoose: () => toggleColumn(column),
    })),
  };
}

/** The columns to sort by, the present one ticked. */
export function sortGroup(sort: Sort): MenuGroup {
  return {
    name: t`Sort by`,
    items: [
      ...COLUMNS.map((column) => ({
        name: COLUMN_LOOKS[column].name,
        isOn: sort.column === column,
        onChoose: () => setSort({ column, descending: sort.descending }),
      })),
      {
        name: t`Descending`,
        isOn: sort.descending,
        onChoose: () => setSort({ ...sort, descending: !sort.descending }),
      },
    ],
  };
}
