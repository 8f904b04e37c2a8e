import type { Rows } from '../../domain/collection/rows.ts';
import type { CardId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { reachOf } from '../../log/effects.ts';
import type { OperationBody } from '../../log/operation.ts';
import { writesAfter, writesOf } from './writes.ts';
import { KeptCounts } from '../kept-counts.ts';
import { readReach, withDecks } from '../reach.ts';
import type { DeviceRow, RoundsDatabase } from '../schema.ts';

/**
 * All that an answer to a card reads, read before there is one. It holds where the answer is the very
 * next write: then only the device's row has to be read, and that while the others are written.
 */
export interface Foreseen {
  readonly cardId: CardId;
  readonly device: DeviceRow;
  /** Of a write that comes next; see DeviceRow. */
  readonly writes: number;
  readonly rows: Rows;
  readonly counts: KeptCounts;
}

/** `body`: an answer that may change nothing but cards. Inside the caller's transaction. */
export async function foresee(
  db: RoundsDatabase,
  device: DeviceRow,
  body: OperationBody & { readonly kind: 'answer' },
  studyDay: StudyDay,
): Promise<Foreseen> {
  const found = await readReach(db, reachOf(body));
  const counts = new KeptCounts(db);
  const [rows] = await Promise.all([
    withDecks(db, found),
    counts.readAhead(found.cards.values(), studyDay),
  ]);
  return { cardId: body.cardId, device, writes: writesAfter(device), rows, counts };
}

/** A lapse may change its note too, which is not foreseen. */
export function isForeseen({ cardId }: Foreseen, body: OperationBody): boolean {
  return body.kind === 'answer' && body.cardId === cardId && body.grade > 1;
}

/** Whether nothing was written between the two: what was read and numbered by one holds for the other. */
export function isSameMoment(one: DeviceRow, other: DeviceRow): boolean {
  return (
    writesOf(one) === writesOf(other) &&
    one.deviceId === other.deviceId &&
    one.nextCounter === other.nextCounter &&
    one.logicalMillis === other.logicalMillis
  );
}
