import type { Change } from '../domain/collection/rows.ts';
import type { ChangePart, OperationRow, RoundsDatabase } from './schema.ts';

/** More changes than this stand in rows of their own, so that the log stays quick to read. */
const PART_SIZE = 400;

/** The operation as it is stored, and its changes where they are too many for one row. */
export function withParts(row: OperationRow): {
  readonly stored: OperationRow;
  readonly parts: readonly ChangePart[];
} {
  if (row.changes.length <= PART_SIZE) return { stored: row, parts: [] };
  const parts: ChangePart[] = [];
  for (let from = 0; from < row.changes.length; from += PART_SIZE) {
    const changes = row.changes.slice(from, from + PART_SIZE);
    parts.push({ operationId: row.id, part: parts.length, changes });
  }
  return { stored: { ...row, changes: [], parts: parts.length }, parts };
}

/** What the operation changed, wherever it stands. Inside the caller's transaction. */
export async function changesOf(db: RoundsDatabase, row: OperationRow): Promise<readonly Change[]> {
  if (row.parts === undefined) return row.changes;
  const parts = await db.changeParts
    .where('[operationId+part]')
    .between([row.id, 0], [row.id, row.parts], true, false)
    .toArray();
  return parts.flatMap((part) => part.changes);
}
