import type { Column, Sort } from '../../../../domain/library/library.ts';
import {
  fittingWidth,
  libraryPreferences,
  setLibraryPreferences,
  widthOf,
} from '../../library-preferences.ts';

/** Sorts by `column`; by the same one again, the other way round. */
export function sortBy(column: Column): void {
  const { sort } = libraryPreferences();
  const descending = sort.column === column ? !sort.descending : STARTS_HIGH.has(column);
  setSort({ column, descending });
}

export function setSort(sort: Sort): void {
  setLibraryPreferences({ sort });
}

/** Columns of which the largest is looked for first. */
const STARTS_HIGH: ReadonlySet<Column> = new Set(['added', 'edited', 'lapses', 'flag']);

/** Moves `column` to where `other` stands. */
export function moveColumn(column: Column, other: Column): void {
  const { columns } = libraryPreferences();
  const to = columns.indexOf(other);
  const others = columns.filter((each) => each !== column);
  if (to === -1 || others.length === columns.length) return;
  setLibraryPreferences({ columns: others.toSpliced(to, 0, column) });
}

/** Moves `column` by one place; nothing happens at the ends. */
export function shiftColumn(column: Column, by: 1 | -1): void {
  const { columns } = libraryPreferences();
  const other = columns[columns.indexOf(column) + by];
  if (other !== undefined) moveColumn(column, other);
}

/** Shows or hides `column`; the last one stays. */
export function toggleColumn(column: Column): void {
  const { columns } = libraryPreferences();
  if (!columns.includes(column)) setLibraryPreferences({ columns: [...columns, column] });
  else if (columns.length > 1) {
    setLibraryPreferences({ columns: columns.filter((each) => each !== column) });
  }
}

export function widenColumn(column: Column, by: number): void {
  setColumnWidth(column, widthOf(column, libraryPreferences().widths) + by);
}

/** `width` in CSS pixels at the usual text size; undefined: as usual. */
export function setColumnWidth(column: Column, width: number | undefined): void {
  const { [column]: _old, ...others } = libraryPreferences().widths;
  const widths = width === undefined ? others : { ...others, [column]: fittingWidth(width) };
  setLibraryPreferences({ widths });
}
