import { thousands } from '../../../kernel/texts.ts';

/** What a picture shows, as a table that is read on the page and saved. */
export interface FigureTable {
  /** What the table is about, for the ear. */
  readonly about: string;
  readonly columns: readonly {
    readonly name: string;
    /** A number as it is read; as it stands where it is not given. */
    readonly say?: (value: number) => string;
  }[];
  /** The first cell names its row; undefined: there is no value. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | undefined;

/** A cell as it is read on the page. */
export function saidCell({ columns }: FigureTable, cell: Cell, column: number): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  return columns[column]?.say?.(cell) ?? thousands(cell);
}
