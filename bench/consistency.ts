import { canonical } from '../src/kernel/canonical.ts';
import { hashOf } from '../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../src/store/log/rebuild/rebuild.ts';
import type { RoundsDatabase } from '../src/store/schema.ts';

const TABLES = ['cards', 'notes', 'decks', 'reviews', 'undone', 'tallies', 'days'] as const;

/**
 * Whether a generated collection whose whole history is logged is what the program makes of its
 * own operations: rebuild must leave every table as it was. Returns what differs, by table.
 */
export async function inconsistencies(db: RoundsDatabase): Promise<string[]> {
  const before = await everything(db);
  const hashBefore = await hashOf(db);
  const rebuilt = await rebuild(db);
  const after = await everything(db);
  const differing: string[] = TABLES.filter((table) => before[table] !== after[table]);
  if (rebuilt.hashAfter !== hashBefore) differing.push('state hash');
  if (rebuilt.refused.length > 0) differing.push(`${rebuilt.refused.length} operations refused`);
  return differing;
}

/** Each table as text. Rows of nothing but zeros are as good as absent. */
async function everything(db: RoundsDatabase): Promise<Record<string, string>> {
  const entries = await Promise.all(
    TABLES.map(async (table) => {
      const rows: unknown[] = await db.table(table).toArray();
      return [table, rows.map(canonical).join('\n')] as const;
    }),
  );
  return Object.fromEntries(entries);
}
