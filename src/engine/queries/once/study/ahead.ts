import { MOST_DAYS_AHEAD, reviewsAhead } from '../../../../domain/study/queue/ahead.ts';
import { ok, type Result } from '../../../../kernel/problem.ts';
import { readInRanges } from '../../../../store/queue.ts';
import { inWords } from '../../../in-words.ts';
import type { Asked } from '../../context.ts';

/** How many cards studying ahead would ask, of so many days: one number for one day, two, and so on. */
export function cardsAhead({
  store,
  clock,
}: Pick<Asked, 'store' | 'clock'>): Promise<Result<readonly number[]>> {
  return inWords(async () => {
    const cards = await readInRanges(store, clock(), (ranges, { today }) =>
      reviewsAhead(ranges, today, MOST_DAYS_AHEAD),
    );
    const counts = Array.from(
      { length: MOST_DAYS_AHEAD },
      (_, at) => cards.filter(({ why }) => why.kind === 'ahead' && why.days <= at + 1).length,
    );
    return ok(counts);
  });
}
