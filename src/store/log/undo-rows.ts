import type { Change, TableName } from '../../domain/collection/rows.ts';
import { type CardId, type NoteId, noteIdOf, type OperationId } from '../../kernel/ids.ts';
import type { Operation } from '../../log/operation.ts';
import { kindOfBody } from '../../log/registry.ts';
import type { ChangePart, OperationRow, RoundsDatabase } from '../schema.ts';

/**
 * What a row was before an operation changed it; absent: not there. What it was afterwards follows
 * from the operation, and is not stored.
 */
export interface RowBefore {
  readonly table: TableName;
  readonly key: string;
  readonly before?: unknown;
}

/** More rows than this stand beside the log, so that it stays quick to read. */
const PART_SIZE = 400;

/** What must be stored so that `operation` can be taken back; what its body says is left out. */
export function undoRowsOf(operation: Operation, changes: readonly Change[]): RowBefore[] {
  const brought = broughtBeside(operation, changes);
  return changes.flatMap(({ table, key, before }): RowBefore[] => {
    if (before !== undefined) return [{ table, key, before }];
    const noteId = noteOfRow(table, key);
    return noteId !== undefined && brought.has(noteId) ? [] : [{ table, key }];
  });
}

/** The note that a row belongs to and goes with. */
function noteOfRow(table: TableName, key: string): NoteId | undefined {
  if (table === 'notes') return key as NoteId;
  return table === 'cards' || table === 'pastLogs' ? noteIdOf(key as CardId) : undefined;
}

/**
 * Of the notes that the body names, those that were not here: of the others `rows`, what the step
 * changed or what is stored of it, say what they were before.
 */
export function broughtBeside(
  operation: Operation,
  rows: readonly RowBefore[],
): ReadonlySet<NoteId> {
  const brought = new Set(broughtBy(operation));
  if (brought.size === 0) return brought;
  for (const { table, key, before } of rows) {
    if (table === 'notes' && before !== undefined) brought.delete(key as NoteId);
  }
  return brought;
}

/** The notes that the body of `operation` may bring, with all their cards. */
export function broughtBy({ body }: Operation): ReadonlySet<NoteId> {
  return new Set(kindOfBody(body).brings?.(body) ?? []);
}

/** `row` with what it takes to undo it, and the parts of that where it is much. */
export function withUndoRows(
  row: Omit<OperationRow, 'undo' | 'parts'>,
  undo: readonly RowBefore[],
): { readonly row: OperationRow; readonly parts: readonly ChangePart[] } {
  if (undo.length <= PART_SIZE) return { row: { ...row, undo }, parts: [] };
  const parts: ChangePart[] = [];
  for (let from = 0; from < undo.length; from += PART_SIZE) {
    const rows = undo.slice(from, from + PART_SIZE);
    parts.push({ operationId: row.id, part: parts.length, rows });
  }
  return { row: { ...row, undo: [], parts: parts.length }, parts };
}

/** What it takes to undo the operation, wherever it stands. Inside the caller's transaction. */
export async function readUndoRows(
  db: RoundsDatabase,
  row: OperationRow,
): Promise<readonly RowBefore[]> {
  if (row.parts === undefined) return row.undo;
  const parts = await db.changeParts
    .where('[operationId+part]')
    .between([row.id, 0], [row.id, row.parts], true, false)
    .toArray();
  return parts.flatMap((part) => part.rows);
}

/** The first and the last rows that a step changed, as they were before it: enough to name them. */
export async function rowsBefore(
  db: RoundsDatabase,
  id: OperationId,
): Promise<readonly RowBefore[]> {
  const row = await db.operations.get(id);
  if (row?.parts === undefined) return row?.undo ?? [];
  const parts = await db.changeParts.bulkGet([
    [id, 0],
    [id, row.parts - 1],
  ]);
  return parts.flatMap((part) => part?.rows ?? []);
}
