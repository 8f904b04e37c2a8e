import type { Transaction } from 'dexie';
import { type DayTotals, hasAnswers } from '../../domain/collection/review.ts';

/** Totals of days whose answers were all taken back stayed behind; from now on those days have none. */
export async function daysOfVersion8(transaction: Transaction): Promise<void> {
  const days = transaction.table<DayTotals>('days');
  await days.filter((day) => !hasAnswers(day)).delete();
}
