import type { ImportReport } from '../../../domain/import/import-report.ts';
import type { Incoming } from '../../../domain/import/incoming.ts';
import type { TakeBack } from '../../../domain/import/take-back.ts';
import { unpackedLog } from '../../../domain/import/packed-log.ts';
import type { OperationId } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { unpackBodies } from '../../../store/log/payloads.ts';
import type { OperationRow, RoundsDatabase } from '../../../store/schema.ts';
import { goOn } from '../store-media.ts';

/** An import that was made once. */
export interface ListedImport {
  readonly id: OperationId;
  readonly atMillis: number;
  /** Undone as a step, taken back later, or neither. */
  readonly standing: 'here' | 'undone' | 'taken-back';
  /** As it was said then; of one that kept none, what its step says. */
  readonly report: ImportReport;
}

/** Operations looked through in one request. */
const PAGE = 4000;

/** Every import in the log, newest first. Reads the whole log; Stopped is thrown where it is stopped. */
export async function listImports(
  db: RoundsDatabase,
  watch: Watch,
): Promise<readonly ListedImport[]> {
  const rows: OperationRow[] = [];
  const total = await db.operations.count();
  let seen = 0;
  for (let after = ''; ; ) {
    const page = await db.operations.where('id').above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (!last) break;
    for (const row of page) {
      const isAsked = row.body.kind === 'import' || row.body.kind === 'take-back-import';
      if (isAsked && row.standing === undefined) rows.push(row);
    }
    after = last.id;
    seen += page.length;
    await goOn(watch, seen, total, t`Looking through what was done`);
  }
  const undone = new Set(await db.undone.toCollection().primaryKeys());
  const takenBack = new Set<OperationId>();
  const found: Omit<ListedImport, 'standing'>[] = [];
  // One after the other: the bodies of two large imports need not be in memory at once.
  for (const row of rows) {
    const [body] = await unpackBodies(db, [row.body]);
    if (row.body.kind === 'import' && body !== undefined) {
      const report = reportIn(body as Incoming);
      found.push({ id: row.id, atMillis: row.atMillis, report });
    } else if (body !== undefined && !undone.has(row.id)) {
      takenBack.add((body as TakeBack).importId);
    }
  }
  return found
    .sort((a, b) => b.atMillis - a.atMillis)
    .map(({ id, ...rest }) => {
      const taken = takenBack.has(id) ? 'taken-back' : 'here';
      return { ...rest, id, standing: undone.has(id) ? 'undone' : taken };
    });
}

/** What the step says of itself, of one that kept no report: how many of its notes were new it does not know. */
function reportIn({ fileName, report, notes, cards, pastLogs, media }: Incoming): ImportReport {
  return (
    report ?? {
      fileName,
      added: notes.length,
      ...{ updated: 0, unchanged: 0, keptMine: 0 },
      cards: cards.length,
      reviews: pastLogs.reduce((sum, { packed }) => sum + unpackedLog(packed).length, 0),
      media: media.length,
      leftOut: [],
      problems: [],
    }
  );
}
