import type { PlannedDayAsked } from '../../../domain/exam/day/day-asked.ts';
import type { WorkloadWithOverlay } from '../../../domain/exam/overlay-workload.ts';
import type { ExamOutlook } from '../../../domain/exam/outlook/outlook.ts';
import { checkedOverlay } from '../../../domain/overlay/check-overlay.ts';
import { checkedSearch } from '../../../domain/overlay/check-search.ts';
import {
  MOST_DAYS,
  type CatchUp,
  type Exam,
  examDay,
  minutesOn,
  type Overlay,
  type StudyBreak,
} from '../../../domain/overlay/overlay.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { failed, type Result } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { readOverlay } from '../../../store/reads/overlays.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import { storageProblem } from '../../../store/storage-problem.ts';
import type { Asked } from '../context.ts';
import { cardsFound } from './found.ts';

/**
 * What an exam would give, saved or not: at once and a little too low where `isRough`, else by the
 * real plan. Nothing is written.
 */
export async function previewExam(
  deps: Asked,
  { exam, isRough }: { readonly exam: Exam; readonly isRough: boolean },
): Promise<Result<ExamOutlook>> {
  const checked = checkedOverlay({ ...exam, name: exam.name.trim() || t`Exam` });
  if (!checked.ok) return checked;
  const search = checkedSearch(exam);
  if (!search.ok) return search;
  const found = await cardsFound(deps, { draft: exam });
  if (!found.ok) return found;
  return deps.planner.examOutlook({ exam, found: found.value, isRough });
}

/** What tomorrow asks for where an exam, a break or a catch-up plans it (TODAY-8). */
export async function plannedTomorrow(deps: Asked): Promise<Result<PlannedDayAsked>> {
  const found = await cardsFound(deps, {});
  return found.ok ? deps.planner.dayAfter({ found: found.value }) : found;
}

/** One point of the curve of `previewExam`: predicted recall with `factor` times the minutes. */
export async function previewPoint(
  deps: Asked,
  { exam, factor }: { readonly exam: Exam; readonly factor: number },
): Promise<Result<number>> {
  const found = await cardsFound(deps, { draft: exam });
  return found.ok ? deps.planner.examPoint({ exam, found: found.value, factor }) : found;
}

/**
 * The coming days without and with a break or a catch-up, saved or not (EXAM-20). What saving would
 * refuse is refused here too. Nothing is written.
 */
export async function previewWorkloadOf(
  deps: Asked,
  { pause }: { readonly pause: StudyBreak | CatchUp },
): Promise<Result<readonly WorkloadWithOverlay[]>> {
  const named = { ...pause, name: pause.name.trim() || t`Break` };
  const wrong = await overlayProblem(deps, named);
  return wrong ?? deps.planner.workloadWith({ pause: named });
}

/**
 * What is wrong with `overlay`: it makes no sense, or its dates, where they are new, are over or
 * further away than can be planned.
 */
export async function overlayProblem(
  deps: Pick<Asked, 'store' | 'clock'>,
  overlay: Overlay,
): Promise<Result<never> | undefined> {
  const checked = checkedOverlay(overlay);
  if (!checked.ok) return checked;
  const search = checkedSearch(overlay);
  if (!search.ok) return search;
  let read: readonly [StudyDay, Overlay | undefined];
  try {
    read = await Promise.all([
      readStudyDay(deps.store, deps.clock()),
      readOverlay(deps.store, overlay.id),
    ]);
  } catch (error) {
    return storageProblem(error);
  }
  const [today, before] = read;
  const lastDay = lastDayOf(overlay);
  const isNewDate = !before || lastDayOf(before) !== lastDay;
  if (isNewDate && lastDay < today) return inThePast(overlay);
  if (isNewDate && lastDay - today > MOST_DAYS) {
    return failed(
      t`That is more than ${MOST_DAYS} days away, further than anything can be predicted.`,
      t`Nothing was saved; what you entered is still here.`,
      t`Choose a nearer date; the ordinary schedule takes care of the time until then.`,
    );
  }
  if (overlay.kind === 'exam' && hasNoTime(overlay, today) && isOtherTime(overlay, before)) {
    return failed(
      t`No day before the exam has any minutes, so nothing could be planned.`,
      t`Nothing was saved; what you entered is still here.`,
      t`Take back a day off, or give another weekday its minutes.`,
    );
  }
  return undefined;
}

/** Every day left is off, or a weekday without minutes; an exam on its day has none left. */
function hasNoTime(exam: Exam, today: StudyDay): boolean {
  const days = Array.from({ length: Math.max(0, examDay(exam) - today) }, (_, day) => today + day);
  return days.length > 0 && days.every((day) => minutesOn(exam, day) === 0);
}

/** An exam that time has run out for can still be renamed, switched off and marked. */
function isOtherTime({ at, minutes, daysOff }: Exam, before: Overlay | undefined): boolean {
  if (before?.kind !== 'exam') return true;
  const old = { at: before.at, minutes: before.minutes, daysOff: before.daysOff };
  return canonical({ at, minutes, daysOff }) !== canonical(old);
}

function lastDayOf(overlay: Overlay): number {
  switch (overlay.kind) {
    case 'exam':
      return examDay(overlay);
    case 'break':
      return overlay.toDay;
    case 'catch-up':
      return overlay.fromDay + overlay.spreadDays - 1;
  }
}

function inThePast(overlay: Overlay): Result<never> {
  const what =
    overlay.kind === 'exam' ? t`That date is in the past` : t`Those days are in the past`;
  return failed(
    t`${what}, so there is nothing left to plan.`,
    t`Nothing was saved; what you entered is still here.`,
    t`Choose a later date. If the date is right, check this computer’s clock.`,
  );
}
