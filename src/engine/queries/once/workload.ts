import type { Preset, StudySettings } from '../../../domain/collection/deck.ts';
import { paceOf } from '../../../domain/study/today/day-pace.ts';
import {
  type DecksBefore,
  joined,
  PREVIEW_DAYS,
  type WorkloadPreview,
} from '../../../domain/workload/compare-workloads.ts';
import { simulateWorkload } from '../../../domain/workload/simulate.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { studyDayOf } from '../../../kernel/study-day.ts';
import { readingProblem } from '../../../store/storage-problem.ts';
import { readForWorkload } from '../../../store/reads/workload.ts';
import { byTurns } from '../answers/in-turns.ts';
import type { Asked } from '../context.ts';

/** The coming days of `decks` as studied now and under `after`; nothing is written. */
export async function previewWorkload(
  deps: Pick<Asked, 'store' | 'clock'>,
  asked: {
    readonly decks: readonly DecksBefore[];
    readonly after: Preset;
    readonly settings: StudySettings;
  },
): Promise<Result<WorkloadPreview>> {
  const { decks, after, settings } = asked;
  const today = studyDayOf(deps.clock(), settings.rolloverHour);
  try {
    let sum: WorkloadPreview | undefined;
    for (const { deckIds, before } of decks) {
      const { cards, recentDays, due } = await readForWorkload(deps.store, deckIds, today);
      const input = { cards, settings, today, days: PREVIEW_DAYS, due, pace: paceOf(recentDays) };
      // On the screen's own thread, which is not to stand still meanwhile.
      const own = {
        before: await byTurns(simulateWorkload(before, input)),
        after: await byTurns(simulateWorkload(after, input)),
      };
      sum = sum ? joined(sum, own) : own;
    }
    return ok(sum ?? { before: [], after: [] });
  } catch (error) {
    return readingProblem(error);
  }
}
