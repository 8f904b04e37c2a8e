import { TABLE_NAMES, type TableName } from '../../domain/collection/rows.ts';
import type { Review } from '../../domain/collection/review.ts';
import { canonical, hash32, hex } from '../../kernel/canonical.ts';
import type { OperationId } from '../../kernel/ids.ts';

/** Rows of one table: its name, and each row by its key. */
export type NamedRows = readonly [table: string, rows: Iterable<readonly [string, unknown]>];

/**
 * A fingerprint of rows: equal rows give equal hashes, whatever their order of arrival.
 * 64 bits as 16 hex digits: for finding damage, not for security.
 */
export function rowsHash(tables: Iterable<NamedRows>): string {
  let low = 0;
  let high = 0;
  for (const [table, rows] of tables) {
    for (const [key, row] of rows) {
      const text = `${table}\n${key}\n${canonical(row)}`;
      low = (low + hash32(text, 0x9e3779b1)) >>> 0;
      high = (high + hash32(text, 0x85ebca77)) >>> 0;
    }
  }
  return hex(high) + hex(low);
}

/** The fingerprint of the collection: notes, cards, decks, options, exams … */
export function stateHash(
  tables: Readonly<Record<TableName, Iterable<readonly [string, unknown]>>>,
): string {
  return rowsHash(TABLE_NAMES.map((name): NamedRows => [name, tables[name]]));
}

/** An operation taken back, the undo that did it and, of an answer, whose history it left. */
export interface TakenBack {
  readonly target: OperationId;
  readonly by: OperationId;
  readonly cardId?: string;
}

/** The fingerprint of what was answered and what of it counts, as card info and totals show it. */
export function historyHash(reviews: Iterable<Review>, undone: Iterable<TakenBack>): string {
  return rowsHash([
    ['reviews', mapped(reviews, (review) => [review.operationId, review])],
    ['undone', mapped(undone, (row) => [row.target, row])],
  ]);
}

function* mapped<Row>(
  rows: Iterable<Row>,
  entry: (row: Row) => readonly [string, unknown],
): Iterable<readonly [string, unknown]> {
  for (const row of rows) yield entry(row);
}

/** The rows of `undone`: the card of an answer is the one whose history it stood in. */
export function takenBackRows(
  undone: ReadonlyMap<OperationId, OperationId>,
  reviewOf: (target: OperationId) => Review | undefined,
): TakenBack[] {
  return [...undone].map(([target, by]) => {
    const review = reviewOf(target);
    return { target, by, ...(review ? { cardId: review.cardId } : {}) };
  });
}
