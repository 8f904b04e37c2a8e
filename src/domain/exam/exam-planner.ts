import type { CardId, OverlayId } from '../../kernel/ids.ts';
import type { CatchUp, Exam, StudyBreak } from '../overlay/overlay.ts';
import type { Result } from '../../kernel/problem.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { DayPlan } from './day/day-plan.ts';
import type { ExamOutlook } from './outlook/outlook.ts';

/** What an exam, saved or still being written, would give. */
export interface OutlookRequest {
  readonly exam: Exam;
  /** The cards that each exam's search finds, its own too; exams without one may be left out. */
  readonly found: Readonly<Record<OverlayId, readonly CardId[]>>;
  /** The quick tier: an answer at once, a little too low. */
  readonly isRough: boolean;
}

export interface PointRequest extends Omit<OutlookRequest, 'isRough'> {
  readonly factor: number;
}

export interface DayRequest {
  /** "I have so many minutes now": the best of them, whatever the day's budget says. */
  readonly minutes?: number;
  /** The cards that each exam's search finds; exams without a search may be left out. */
  readonly found: Readonly<Record<OverlayId, readonly CardId[]>>;
}

/** A day with and without a break or a catch-up. */
export interface WorkloadWithOverlay {
  readonly studyDay: StudyDay;
  readonly minutesBefore: number;
  readonly minutesAfter: number;
}

/** The planner, off the screen's thread. It reads the collection and writes nothing. */
export interface ExamPlanner {
  outlook(request: OutlookRequest): Promise<Result<ExamOutlook>>;
  /** One point of the outlook's curve: predicted recall with `factor` times the minutes. */
  point(request: PointRequest): Promise<Result<number>>;
  day(request: DayRequest): Promise<Result<DayPlan>>;
  /** The coming days as they are, and with `overlay` in place of what it was before. */
  workload(overlay: StudyBreak | CatchUp): Promise<Result<readonly WorkloadWithOverlay[]>>;
  close(): void;
}
