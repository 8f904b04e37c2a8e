import { addedNew, MORE_AT_ONCE } from '../../../domain/study/added-new.ts';
import { reviewsAhead } from '../../../domain/study/queue/ahead.ts';
import { beginGathering } from '../../../domain/study/queue/steps/gathering.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { Operation } from '../../../log/operation.ts';
import { beginSession } from '../../../store/device/session.ts';
import { readInRanges } from '../../../store/queue.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { change } from '../change.ts';

/** Lets 20 new cards more through today, or as many as wait (TODAY-13). */
export function moreNew(deps: Deps): Promise<Result<Operation>> {
  return inWords(async () => {
    const { shares } = await readInRanges(deps.store, deps.clock(), (ranges, moment) =>
      beginGathering(ranges, { isTree: true }, moment),
    );
    const decks = addedNew(shares, MORE_AT_ONCE);
    if (decks.length > 0) return change(deps, { kind: 'more-new', decks });
    return failed(
      t`No new card is waiting beyond today’s.`,
      t`Today is as it was.`,
      t`Add cards or load a deck, or study ahead what comes next.`,
    );
  });
}

/** Begins a session of what is due in the coming `days` days, next first (TODAY-14). */
export function studyAhead(deps: Deps, days: number): Promise<Result<void>> {
  return inWords(async () => {
    const now = deps.clock();
    const plan = await readInRanges(deps.store, now, async (ranges, { today }) => ({
      studyDay: today,
      cards: await reviewsAhead(ranges, today, days),
      isAhead: true,
    }));
    if (plan.cards.length === 0) {
      return failed(
        plural(
          days,
          'No card is due tomorrow that today has not seen.',
          'No card is due in the coming # days that today has not seen.',
        ),
        t`Everything is as it was.`,
        t`Choose more days, or take new cards instead.`,
      );
    }
    await beginSession(deps.store, { plan }, now);
    return ok(undefined);
  });
}
