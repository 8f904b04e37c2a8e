import type { Preset, StudySettings } from '../domain/collection/deck.ts';
import type { DeckId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/problem.ts';
import { paceOf } from '../domain/queue/today.ts';
import { studyDayOf } from '../domain/scheduling/study-day.ts';
import { simulateWorkload, type WorkloadDay } from '../domain/workload/simulate.ts';
import { readingProblem } from '../store/storage-problem.ts';
import { readForWorkload } from '../store/workload.ts';
import type { Deps } from './deps.ts';

export interface WorkloadPreview {
  readonly before: readonly WorkloadDay[];
  readonly after: readonly WorkloadDay[];
}

/** How many days a preview looks ahead. */
export const PREVIEW_DAYS = 30;

/** The coming days of `deckIds` as studied now and under `after`; nothing is written. */
export async function previewWorkload(
  deps: Deps,
  deckIds: readonly DeckId[],
  before: Preset,
  after: Preset,
  settings: StudySettings,
): Promise<Result<WorkloadPreview>> {
  const today = studyDayOf(deps.clock(), settings.rolloverHour);
  try {
    const { cards, recentDays } = await readForWorkload(deps.store, deckIds, today);
    const input = { cards, settings, today, days: PREVIEW_DAYS, pace: paceOf(recentDays) };
    return ok({ before: simulateWorkload(before, input), after: simulateWorkload(after, input) });
  } catch (error) {
    return readingProblem(error);
  }
}
