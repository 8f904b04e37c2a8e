import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { folderInWords } from '../../platform/folder/chosen-folder.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { amendRecord, type ChosenRecord, mustBeRightDisk } from './chosen-record.ts';
import { folderTurns } from './folder-turns.ts';
import { journalOrders } from './journal-files.ts';

type Orders = ReturnType<typeof journalOrders>;

/**
 * The journal in the folder that the person chose, which `record` remembers. It has turns of its own:
 * a stick that does not answer holds up nothing else. The folder itself is never made.
 */
export function folderJournalIn(record: string): JournalFiles {
  const turns = folderTurns(record);

  function inTurn<Value>(
    work: (orders: Orders, kept: ChosenRecord) => Promise<Value>,
  ): Promise<Result<Value>> {
    return turns((kept) =>
      folderInWords(
        kept ? basename(kept.path) : t`the folder`,
        async () => {
          if (!kept) throw Object.assign(new Error('none is chosen'), { code: 'ENOENT' });
          await stat(kept.path);
          await mustBeRightDisk(kept);
          return work(journalOrders(kept.path, { isGiven: true }), kept);
        },
        'journal',
      ),
    );
  }

  return {
    list: (name) => inTurn((orders) => orders.list(name)),
    read: (path, from) => inTurn((orders) => orders.read(path, from)),
    append: (path, at, bytes) =>
      inTurn(async (orders, kept) => {
        await orders.append(path, at, bytes);
        const isMarked = kept.segment !== undefined;
        if (!isMarked) await amendRecord(record, kept.path, (now) => ({ ...now, segment: path }));
        return true as const;
      }),
    put: (path, bytes) => inTurn((orders) => orders.put(path, bytes)),
  };
}
