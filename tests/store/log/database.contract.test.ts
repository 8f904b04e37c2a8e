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

contract('the database', databaseKeeper, 40);
