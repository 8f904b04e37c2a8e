import type { Cell, FigureTable } from './table.ts';

/** A file of a table under its name, as a spreadsheet reads it: numbers bare, a share as 0.91. */
export function csvOf(title: string, table: FigureTable): string {
  return csvOfAll([[title, table]]);
}

/** Several tables one below the other. */
export function csvOfAll(
  tables: readonly (readonly [title: string, table: FigureTable])[],
): string {
  return BYTE_ORDER_MARK + tables.map(([title, table]) => linesOf(title, table)).join('\r\n');
}

/** Without it Excel takes the file for one of the system's own signs, and ü for Ã¼. */
const BYTE_ORDER_MARK = '\ufeff';

function linesOf(title: string, table: FigureTable): string {
  const head = table.columns.map(({ name }) => name);
  return [[title], head, ...table.rows]
    .map((cells) => `${cells.map(written).join(',')}\r\n`)
    .join('');
}

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(Number(cell.toFixed(6)));
  // A spreadsheet takes such a text for a formula and runs it.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
