import type { Card } from '../../../domain/collection/card.ts';
import { TABLE_NAMES, type TableName } from '../../../domain/collection/rows.ts';
import { historyHash, stateHash } from '../../../log/replay/state-hash.ts';
import { withoutKeys } from '../../reach.ts';
import type { RoundsDatabase } from '../../schema.ts';

/** The state hash of the collection as it stands in the tables. */
export async function hashOf(db: RoundsDatabase): Promise<string> {
  return db.transaction('r', db.tables, async () => {
    const tables = await Promise.all(
      TABLE_NAMES.map(async (name): Promise<[TableName, [string, unknown][]]> => {
        const rows = name === 'cards' ? await readCards(db) : await db.table(name).toArray();
        return [name, rows.map((row): [string, unknown] => [row.id, row])];
      }),
    );
    return stateHash(Object.fromEntries(tables) as Record<TableName, [string, unknown][]>);
  });
}

/** The hash of every answer as it stands in the tables, and of what of it no longer counts. */
export async function historyHashOf(db: RoundsDatabase): Promise<string> {
  return db.transaction('r', db.reviews, db.undone, async () => {
    const [reviews, undone] = await Promise.all([db.reviews.toArray(), db.undone.toArray()]);
    return historyHash(reviews, undone);
  });
}

async function readCards(db: RoundsDatabase): Promise<Card[]> {
  return (await db.cards.toArray()).map(withoutKeys);
}
