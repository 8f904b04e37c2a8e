import { weightsUnder } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import { expectedReviewSeconds } from '../../../domain/exam/seconds.ts';
import { studentOf } from '../../../domain/exam/student-of.ts';
import type { OverlayId } from '../../../kernel/ids.ts';
import type { CatchUp } from '../../../domain/overlay/overlay.ts';
import { bearableDays } from '../../../domain/overlay/pauses.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { studyDayOf } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { readBacklog, readNewestReviews } from '../../../store/reads/planning.ts';
import { readStudyDay, readStudySettings } from '../../../store/reads/settings.ts';
import { readingProblem } from '../../../store/storage-problem.ts';
import { inWords } from '../../in-words.ts';
import type { Asked } from '../context.ts';

/** Days to come whose mean is what a day usually asks for. */
const USUAL_DAYS = 14;

/** The backlog, and over how many days it is bearable. */
export interface CatchUpAdvice {
  readonly backlog: Backlog;
  readonly spreadDays: number;
}

export function adviseCatchUp(deps: Asked): Promise<Result<CatchUpAdvice>> {
  return inWords(() => adviceNow(deps));
}

async function adviceNow(deps: Asked): Promise<Result<CatchUpAdvice>> {
  const backlog = await backlogNow(deps);
  if (!backlog.ok) return backlog;
  const fromDay = await readStudyDay(deps.store, deps.clock());
  const id = 'advice' as OverlayId;
  const once: CatchUp = {
    kind: 'catch-up',
    id,
    name: t`Catch-up`,
    isOn: true,
    fromDay,
    spreadDays: 1,
  };
  const coming = await deps.planner.workloadWith({ pause: once });
  if (!coming.ok) return coming;
  const usual = coming.value.slice(1, 1 + USUAL_DAYS).map((day) => day.minutesBefore);
  const mean = usual.reduce((sum, each) => sum + each, 0) / Math.max(1, usual.length);
  const spreadDays = bearableDays(backlog.value.minutes, mean);
  return ok({ backlog: backlog.value, spreadDays });
}

/** The reviews that wait now, as a catch-up would spread them. */
export interface Backlog {
  readonly reviews: number;
  /** Those of them that have waited since an earlier day. */
  readonly overdue: number;
  readonly minutes: number;
}

export async function backlogNow(deps: Pick<Asked, 'store' | 'clock'>): Promise<Result<Backlog>> {
  try {
    const settings = await readStudySettings(deps.store);
    const today = studyDayOf(deps.clock(), settings.rolloverHour);
    const [{ due, overdue }, reviews, decks, presets] = await Promise.all([
      readBacklog(deps.store, today),
      readNewestReviews(deps.store),
      deps.store.decks.toArray(),
      deps.store.presets.toArray(),
    ]);
    const student = studentOf(reviews, settings.weights);
    const studentIn = new Map(
      decks.map((deck) => {
        const weights = weightsUnder(presetOf(deck, presets), settings);
        return [deck.id, { ...student, weights }];
      }),
    );
    let seconds = 0;
    for (const { schedule, deckId } of due) {
      if (schedule.state === 'new') continue;
      seconds += expectedReviewSeconds(schedule, today, studentIn.get(deckId) ?? student);
    }
    return ok({ reviews: due.length, overdue, minutes: seconds / 60 });
  } catch (error) {
    return readingProblem(error);
  }
}
