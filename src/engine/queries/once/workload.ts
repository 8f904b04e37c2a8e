import type { Deck, Preset, StudySettings } from '../../../domain/collection/deck.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { paceOf } from '../../../domain/study/today.ts';
import { studyDayOf } from '../../../kernel/study-day.ts';
import { simulateWorkload, type WorkloadDay } from '../../../domain/workload/simulate.ts';
import { readingProblem } from '../../../store/storage-problem.ts';
import { readForWorkload } from '../../../store/workload.ts';
import type { Asked } from '../context.ts';

export interface WorkloadPreview {
  readonly before: readonly WorkloadDay[];
  readonly after: readonly WorkloadDay[];
}

/** How many days a preview looks ahead. */
export const PREVIEW_DAYS = 30;

/** Decks that are studied under the same options now. */
export interface DecksBefore {
  readonly deckIds: readonly DeckId[];
  readonly before: Preset;
}

/** `decks` by the options that they follow now. */
export function decksByPreset(decks: readonly Deck[], presets: readonly Preset[]): DecksBefore[] {
  return presets
    .map((before) => ({
      deckIds: decks.filter((deck) => deck.presetId === before.id).map((deck) => deck.id),
      before,
    }))
    .filter(({ deckIds }) => deckIds.length > 0);
}

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
      const { cards, recentDays } = await readForWorkload(deps.store, deckIds, today);
      const input = { cards, settings, today, days: PREVIEW_DAYS, pace: paceOf(recentDays) };
      const own = {
        before: simulateWorkload(before, input),
        after: simulateWorkload(after, input),
      };
      sum = sum ? joined(sum, own) : own;
    }
    return ok(sum ?? { before: [], after: [] });
  } catch (error) {
    return readingProblem(error);
  }
}

/** Limits hold deck by deck, so that the days of several groups of decks add up. */
function joined(one: WorkloadPreview, other: WorkloadPreview): WorkloadPreview {
  const added = (days: readonly WorkloadDay[], more: readonly WorkloadDay[]): WorkloadDay[] =>
    days.map((day, index) => ({
      studyDay: day.studyDay,
      new: day.new + (more[index]?.new ?? 0),
      reviews: day.reviews + (more[index]?.reviews ?? 0),
      minutes: day.minutes + (more[index]?.minutes ?? 0),
    }));
  return { before: added(one.before, other.before), after: added(one.after, other.after) };
}
