import type { Cell, FigureTable } from './table.ts';

/** A table under its name, as a spreadsheet reads it: numbers bare, a share as 0.91. */
export function csvOf(title: string, table: FigureTable): string {
  const head = table.columns.map(({ name }) => name);
  return [[title], head, ...table.rows]
    .map((cells) => `${cells.map(written).join(',')}\r\n`)
    .join('');
}

/** Several tables one below the other. */
export function csvOfAll(
  tables: readonly (readonly [title: string, table: FigureTable])[],
): string {
  return tables.map(([title, table]) => csvOf(title, table)).join('\r\n');
}

/** As it is saved: without the sign at its beginning Excel reads umlauts as other letters. */
export function csvFile(csv: string): string {
  return `\ufeff${csv}`;
}

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(Number(cell.toFixed(6)));
  // A spreadsheet takes such a text for a formula and runs it.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
