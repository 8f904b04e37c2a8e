import type { CramAnswer } from '../../src/domain/cram/ledger.ts';
import type { CardId, CramId, OperationId } from '../../src/kernel/ids.ts';
import type { Grade } from '../../src/domain/memory/schedule.ts';
import { NOW, TODAY } from './collection.ts';

let given = 0;

/** A crammed answer of four seconds, still open, later than those made before. */
export function aCramAnswer(
  cardId: string,
  grade: Grade,
  more: Partial<CramAnswer> = {},
): CramAnswer {
  const number = given++;
  return {
    id: `device-a:${String(number).padStart(10, '0')}` as OperationId,
    cramId: 'cram-1' as CramId,
    cardId: cardId as CardId,
    grade,
    durationMillis: 4000,
    atMillis: NOW + number * 1000,
    studyDay: TODAY,
    state: 'open',
    ...more,
  };
}
