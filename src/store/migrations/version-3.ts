import type { RowBefore } from '../log/undo-rows.ts';

/** What version 3 stored of a change: the row before and after. */
interface OldChange extends RowBefore {
  readonly after?: unknown;
}

interface OldRow {
  body?: { kind?: string };
  version?: number;
  changes?: readonly OldChange[];
  undo?: readonly RowBefore[];
}

/**
 * Turns rows that version 3 stored into those of version 4: operations carry the version of their
 * kind (all were 1), and only what a row was before is kept.
 */
export const rowsOfVersion4 = {
  operations(row: OldRow): void {
    row.version = 1;
    const undo = (row.changes ?? []).map(before);
    // The notes that an addition brings follow from its body.
    const isAddition = row.body?.kind === 'add-notes';
    row.undo = isAddition ? undo.filter((each) => each.before !== undefined) : undo;
    delete row.changes;
  },
  changeParts(part: { changes?: readonly OldChange[]; rows?: readonly RowBefore[] }): void {
    part.rows = (part.changes ?? []).map(before);
    delete part.changes;
  },
};

function before({ table, key, before: row }: OldChange): RowBefore {
  return row === undefined ? { table, key } : { table, key, before: row };
}
