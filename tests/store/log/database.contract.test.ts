import { expect } from 'vitest';
import { countsThatDiffer } from '../../../src/store/check/fresh-counts.ts';
import { withoutKeys } from '../../../src/store/reach.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { receive } from '../../../src/store/log/receive.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { contract, type LogKeeper } from '../../log/contract/contract.ts';
import { freshName } from '../../support/deps.ts';

/** The database of a device that wrote none of the log itself. */
async function databaseKeeper(): Promise<LogKeeper> {
  const name = freshName();
  const opened = await openDatabase(() => 'reader', undefined, { name });
  if (!opened.ok) throw new Error(opened.problem.what);
  const db = opened.value;
  return {
    async take(operations) {
      await receive(db, operations);
      expect(await keptCounts(db)).toEqual({ tallies: 0, days: 0, inSight: false });
    },
    async meaning() {
      const rows = await db.operations.toArray();
      const ids = (standing: string) =>
        rows.flatMap((row) => (row.standing === standing ? [row.id] : [])).sort();
      return {
        state: await hashOf(db),
        history: await historyHashOf(db),
        refused: ids('refused'),
        deferred: ids('deferred'),
      };
    },
    close() {
      db.close();
      indexedDB.deleteDatabase(name);
    },
  };
}

/** How many kept counts are other than counted anew. */
async function keptCounts(db: RoundsDatabase) {
  const undone = new Map((await db.undone.toArray()).map((row) => [row.target as string, row]));
  return countsThatDiffer(
    db,
    (await db.cards.toArray()).map(withoutKeys),
    await db.reviews.toArray(),
    undone,
    await db.pastLogs.toArray(),
    await db.device.get('device'),
  );
}

contract('the database', databaseKeeper, 40);
