/** Rows in a part: small enough that a few changes do not mean writing everything anew. */
export const PART_ROWS = 1000;

/** The tables that are kept in parts; all others are small and read as they are. */
export type PartTable = 'notes' | 'cards';

/** One part: the rows of places from `PART_ROWS * at` on. */
export interface PartName {
  readonly table: PartTable;
  readonly at: number;
}

/** Which parts of a collection are other than they were last kept. */
export class ChangedParts {
  readonly notes = new Set<number>();
  readonly cards = new Set<number>();

  /** The row at `place` is another, or its place is. */
  add(table: PartTable, place: number): void {
    this[table].add(Math.floor(place / PART_ROWS));
  }
}
