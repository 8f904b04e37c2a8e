import { canonical, hash32, hex } from '../kernel/canonical.ts';
import { TABLE_NAMES, type TableName } from '../domain/collection/rows.ts';

/**
 * A fingerprint of the collection: equal rows give equal hashes, whatever their order of arrival.
 * 64 bits as 16 hex digits: for finding damage, not for security.
 */
export function stateHash(
  tables: Readonly<Record<TableName, Iterable<readonly [string, unknown]>>>,
): string {
  let low = 0;
  let high = 0;
  for (const table of TABLE_NAMES) {
    for (const [key, row] of tables[table]) {
      const text = `${table}\n${key}\n${canonical(row)}`;
      low = (low + hash32(text, 0x9e3779b1)) >>> 0;
      high = (high + hash32(text, 0x85ebca77)) >>> 0;
    }
  }
  return hex(high) + hex(low);
}
