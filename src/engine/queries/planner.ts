import type { DayTotals } from '../../domain/collection/review.ts';
import { type CardsByGroup, cardsByGroup } from '../../domain/exam/cards-by-group.ts';
import { askedOf, type PlannedDayAsked } from '../../domain/exam/day/day-asked.ts';
import type { DayPlan } from '../../domain/exam/day/day-plan.ts';
import { dayPlanOf } from '../../domain/exam/day/day-plan-of.ts';
import { examLines } from '../../domain/exam/day/exam-lines.ts';
import type { ExamOutlook } from '../../domain/exam/outlook/outlook.ts';
import { examCurve } from '../../domain/exam/outlook/exam-curve.ts';
import { outlookOf } from '../../domain/exam/outlook/outlook-of.ts';
import { overlayWorkload, type WorkloadWithOverlay } from '../../domain/exam/overlay-workload.ts';
import { seenFrom } from '../../domain/overlay/active.ts';
import type { CatchUp, Exam, StudyBreak } from '../../domain/overlay/overlay.ts';
import type { CardId, OverlayId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/problem.ts';
import { type ClockReading, startOfStudyDay } from '../../kernel/study-day.ts';
import { type ForPlanning, readOlderForecasts } from '../../store/reads/planning.ts';
import { type PlanService, sceneInput } from '../workers/plan-service.ts';
import type { InWorker } from './context.ts';

interface Context extends InWorker {
  readonly planner: PlanService;
}

/** The cards that each exam's search finds: the planner knows schedules, not texts. */
export type CardsFound = Readonly<Record<OverlayId, readonly CardId[]>>;

/** What the planner's worker answers, one plan after the other. Nothing is written. */
export const PLANNER = {
  /** Reads what plans are made from, so that the first of them need not wait for it. */
  makeReady({ planner, now }: Context, _asked: null): Promise<Result<null>> {
    return planner.work(now, () => null);
  },

  /** What can be chosen for an exam, by how many cards it holds. */
  cardsByGroup({ planner, now }: Context, _asked: null): Promise<Result<CardsByGroup>> {
    return planner.work(now, ({ cards, decks }) => cardsByGroup(cards, decks));
  },

  /** What an exam, saved or not, would give; `isRough`: at once, within two points. */
  examOutlook(
    { planner, now }: Context,
    asked: { readonly exam: Exam; readonly found: CardsFound; readonly isRough: boolean },
  ): Promise<Result<ExamOutlook>> {
    const { found, isRough } = asked;
    const exam = seenFrom(asked.exam, now);
    return planner.work(now, (read) => {
      const warm = isRough ? undefined : planner.pricesOf(exam);
      const { outlook, plan } = outlookOf(exam, { ...sceneInput(read), found }, isRough, warm);
      if (plan && !isRough) {
        const recall = outlook.predicted.expected;
        planner.keepOutlook({ exam, found }, { prices: plan.prices, recall });
      }
      return outlook;
    });
  },

  /** One point of the outlook's curve: predicted recall with `factor` times the minutes. */
  examPoint(
    { planner, now }: Context,
    asked: { readonly exam: Exam; readonly found: CardsFound; readonly factor: number },
  ): Promise<Result<number>> {
    const { found, factor } = asked;
    const exam = seenFrom(asked.exam, now);
    return planner.work(now, (read) => {
      const curve = planner.curveOf({ exam, found }, (known) =>
        examCurve(exam, { ...sceneInput(read), found }, known),
      );
      return curve(factor);
    });
  },

  /** The plan of a day; with `minutes`, the best of so many, whatever the day's budget says. */
  dayPlan(
    { planner, now }: Context,
    { found, minutes }: { readonly found: CardsFound; readonly minutes?: number },
  ): Promise<Result<DayPlan>> {
    return planner.work(now, async (read, db) => {
      const warm = planner.warmFor(read.overlays);
      const planned = dayPlanOf({
        ...sceneInput(read),
        overlays: read.overlays,
        presets: read.presets,
        doneToday: read.doneToday,
        dayEndsAtMillis: endOfDay(read, now),
        found,
        ...(minutes === undefined ? {} : { minutes }),
        ...(warm && { warm }),
      });
      if (planned.plan) planner.keepWarm(read.overlays, planned.plan.prices);
      const older = await readOlderForecasts(db, read.today);
      return { ...planned.day, ...examLines(planned, read.today, older) };
    });
  },

  /** What tomorrow's plan asks for if nothing is done until then: as that day will be planned. */
  dayAfter(
    { planner, now }: Context,
    { found }: { readonly found: CardsFound },
  ): Promise<Result<PlannedDayAsked>> {
    return planner.work(now, (read) => {
      const then = { ...read, today: read.today + 1, doneToday: new Map<string, DayTotals>() };
      const { overlays, presets, doneToday } = then;
      const dayEndsAtMillis = endOfDay(then, now);
      const planned = dayPlanOf({
        ...sceneInput(then),
        overlays,
        presets,
        doneToday,
        dayEndsAtMillis,
        found,
      });
      return askedOf(planned.day);
    });
  },

  /** The coming days as they are, and with `pause` in place of what it was before. */
  workloadWith(
    { planner, now }: Context,
    { pause }: { readonly pause: StudyBreak | CatchUp },
  ): Promise<Result<readonly WorkloadWithOverlay[]>> {
    return planner.work(now, (read) => {
      const { cards, today, overlays } = read;
      return overlayWorkload(pause, overlays, cards, today, sceneInput(read).student);
    });
  },
};

/** The instant at which the study day that is planned ends, seen from where the person is. */
function endOfDay({ today, settings }: ForPlanning, { utcOffsetMinutes }: ClockReading): number {
  return startOfStudyDay(today + 1, utcOffsetMinutes, settings.rolloverHour);
}
