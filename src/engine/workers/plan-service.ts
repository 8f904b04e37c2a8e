import { dayPlanOf } from '../../domain/exam/day/day-plan-of.ts';
import type { DayPlan } from '../../domain/exam/day/day-plan.ts';
import { examLines } from '../../domain/exam/day/exam-lines.ts';
import type {
  DayRequest,
  OutlookRequest,
  PointRequest,
  WorkloadWithOverlay,
} from '../../domain/exam/exam-planner.ts';
import type { ExamOutlook } from '../../domain/exam/outlook/outlook.ts';
import { curvePoint, outlookOf } from '../../domain/exam/outlook/outlook-of.ts';
import { overlayWorkload } from '../../domain/exam/overlay-workload.ts';
import type { SceneInput } from '../../domain/exam/scene.ts';
import { studentOf } from '../../domain/exam/student-of.ts';
import type { CatchUp, StudyBreak } from '../../domain/overlay/overlay.ts';
import { ok, type Problem, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { openForReading } from '../../store/library/library-pages.ts';
import {
  type ForPlanning,
  readForPlanning,
  readMoment,
  readOlderForecasts,
} from '../../store/reads/planning.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** How long what was read is kept: a screen asks ten times in a row, and then not for long. */
const KEPT_MILLIS = 30_000;

/**
 * Plans from the collection as it stands when asked. It keeps prices to start from and, for a
 * moment, what was read, as long as no operation came in between.
 */
export class PlanService {
  readonly #databaseName: string;
  #db: RoundsDatabase | undefined;
  /** Prices of the last plan for the same exams: a re-plan starts from them. */
  #warm: { readonly key: string; readonly prices: Float64Array } | undefined;

  #read: { readonly key: string; readonly read: ForPlanning } | undefined;
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(databaseName: string) {
    this.#databaseName = databaseName;
  }

  outlook(
    { exam, found, isRough }: OutlookRequest,
    now: ClockReading,
  ): Promise<Result<ExamOutlook>> {
    return this.#work(now, (read) => {
      const input = { ...sceneInput(read), found };
      return outlookOf(exam, input, isRough).outlook;
    });
  }

  point({ exam, found, factor }: PointRequest, now: ClockReading): Promise<Result<number>> {
    return this.#work(now, (read) => curvePoint(exam, { ...sceneInput(read), found }, factor));
  }

  day(request: DayRequest, now: ClockReading): Promise<Result<DayPlan>> {
    return this.#work(now, async (read, db) => {
      const key = read.overlays.map((each) => `${each.id}${each.isOn}`).join(' ');
      const warm = this.#warm?.key === key ? this.#warm.prices : undefined;
      const { minutes } = request;
      const input = {
        ...sceneInput(read),
        overlays: read.overlays,
        presets: read.presets,
        doneToday: read.doneToday,
        found: request.found,
        ...(minutes === undefined ? {} : { minutes }),
        ...(warm && { warm }),
      };
      const planned = dayPlanOf(input);
      if (planned.plan) this.#warm = { key, prices: planned.plan.prices };
      const older = await readOlderForecasts(db, read.today);
      return { ...planned.day, ...examLines(planned, read.today, older) };
    });
  }

  workload(
    overlay: StudyBreak | CatchUp,
    now: ClockReading,
  ): Promise<Result<readonly WorkloadWithOverlay[]>> {
    return this.#work(now, (read) => {
      const { cards, today, overlays } = read;
      return overlayWorkload(overlay, overlays, cards, today, sceneInput(read).student);
    });
  }

  async #work<Value>(
    now: ClockReading,
    work: (read: ForPlanning, db: RoundsDatabase) => Value | Promise<Value>,
  ): Promise<Result<Value>> {
    try {
      if (!this.#db?.isOpen()) {
        const opened = await openForReading(this.#databaseName);
        if (!opened.ok) return opened;
        this.#db = opened.value;
      }
      return ok(await work(await this.#readFor(this.#db, now), this.#db));
    } catch (error) {
      return { ok: false, problem: unplannable(error) };
    }
  }

  async #readFor(db: RoundsDatabase, now: ClockReading): Promise<ForPlanning> {
    // Read before the rest: what an operation changes meanwhile is read anew the next time.
    const key = await readMoment(db, now);
    clearTimeout(this.#forget);
    if (this.#read?.key !== key) this.#read = { key, read: await readForPlanning(db, now) };
    this.#forget = setTimeout(() => {
      this.#read = undefined;
    }, KEPT_MILLIS);
    return this.#read.read;
  }
}

function sceneInput(read: ForPlanning): Omit<SceneInput, 'found'> {
  const { today, cards, decks, settings, overlays, reviews, doneToday } = read;
  const all = doneToday.get('');
  const kinds = all ? Object.values(all.byKind) : [];
  return {
    today,
    cards,
    decks,
    settings,
    exams: overlays.filter((each) => each.kind === 'exam'),
    breaks: overlays.filter((each) => each.kind === 'break'),
    student: studentOf(reviews, settings.weights),
    spentSeconds: kinds.reduce((sum, kind) => sum + kind.millis, 0) / 1000,
  };
}

function unplannable(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return {
    what: `The plan could not be made (${why}).`,
    kept: 'Your cards and exams are as they were, and the ordinary reviews are there.',
    todo: 'Load this page again; if it happens again, this is a defect worth reporting.',
  };
}
