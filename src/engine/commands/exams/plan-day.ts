import { type DayPlan, minutesLeft } from '../../../domain/exam/day/day-plan.ts';
import type { Forecast } from '../../../domain/exam/outlook/forecast.ts';
import { notNow, ok, type Result } from '../../../kernel/problem.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { MILLIS_PER_MINUTE } from '../../../kernel/time.ts';
import { keepForecast } from '../../../store/reads/overlays.ts';
import type { SessionPlan } from '../../../domain/study/source.ts';
import type { SessionRow } from '../../../store/schema.ts';
import { beginSession } from '../../../store/device/session.ts';
import { storageProblem } from '../../../store/storage-problem.ts';
import type { Deps } from '../../deps.ts';
import { cardsFound } from '../../queries/once/found.ts';
import { readIsPlanOn } from '../../../store/reads/overlays.ts';

/**
 * What today asks for where an exam, a break or a catch-up is on; with `minutes`, the best of so
 * many minutes. Keeps the day's forecasts; schedules nothing and changes no card. Never rejects:
 * a screen that waits for a plan must hear of it, so that it can offer the ordinary reviews.
 */
export async function planDay(deps: Deps, minutes?: number): Promise<Result<DayPlan>> {
  const found = await cardsFound(deps, {});
  if (!found.ok) return found;
  const request = minutes === undefined ? {} : { minutes };
  const planned = await deps.planner.dayPlan({ ...request, found: found.value });
  if (planned.ok && minutes === undefined) await keepForecasts(deps, planned.value.forecasts);
  return planned;
}

/** So that tomorrow can say what changed. Study does not fail for it: it can be predicted anew. */
async function keepForecasts(deps: Deps, forecasts: readonly Forecast[]): Promise<void> {
  if (deps.readOnly?.because) return;
  for (const forecast of forecasts) await keepForecast(deps.store, forecast).catch(() => {});
}

/** Begins a session with the best of `minutes` minutes, whatever the day's budget (EXAM-18). */
export async function studyMinutes(deps: Deps, minutes: number): Promise<Result<void>> {
  const planned = await planDay(deps, minutes);
  return planned.ok ? beginPlanned(deps, planned.value, minutes) : planned;
}

/** Begins a session with the plan of today; `plan`: as just shown, else it is made now. */
export async function studyPlan(deps: Deps, plan?: DayPlan): Promise<Result<void>> {
  if (plan) return beginPlanned(deps, plan);
  const planned = await planDay(deps);
  return planned.ok ? beginPlanned(deps, planned.value) : planned;
}

/**
 * Begins what an exam, a break or a catch-up made of today, which may be nothing; false where none
 * has a say or the plan cannot be made, so that the ordinary reviews are asked.
 */
export async function beginPlanOfToday(deps: Deps): Promise<boolean> {
  const now = deps.clock();
  if (!(await readIsPlanOn(deps.store, now))) return false;
  const planned = await planDay(deps);
  if (!planned.ok) return false;
  await beginSession(deps.store, { plan: sessionPlanOf(planned.value, undefined) }, now);
  return true;
}

async function beginPlanned(deps: Deps, plan: DayPlan, minutes?: number): Promise<Result<void>> {
  if (plan.cards.length + plan.learning.cards === 0) {
    return notNow(
      t`There is nothing to study in that time.`,
      t`Everything is as it was.`,
      t`Choose more minutes, or come back when cards are due.`,
    );
  }
  try {
    await beginSession(deps.store, { plan: sessionPlanOf(plan, minutes) }, deps.clock());
    return ok(undefined);
  } catch (error) {
    return storageProblem(error);
  }
}

/**
 * The session as it is; where a study day has ended since it was planned, planned anew (EXAM-17): a
 * plan is for its own day. Where that fails, the ordinary reviews take its place.
 */
export async function planAnew(
  deps: Deps,
  session: SessionRow,
  now: ClockReading,
): Promise<SessionRow> {
  const { plan } = session;
  if (!plan || plan.studyDay === session.studyDay) return session;
  // What was ahead yesterday is what today asks for.
  if (plan.isAhead) return beginSession(deps.store, {}, now);
  const planned = await planDay(deps, plan.minutesAsked);
  const fresh = planned.ok ? { plan: sessionPlanOf(planned.value, plan.minutesAsked) } : {};
  return beginSession(deps.store, fresh, now);
}

function sessionPlanOf(plan: DayPlan, minutes: number | undefined): SessionPlan {
  const left = minutes ?? minutesLeft(plan);
  return {
    studyDay: plan.studyDay,
    cards: plan.cards,
    ...(left === undefined ? {} : { budgetMillis: Math.round(left * MILLIS_PER_MINUTE) }),
    ...(minutes === undefined ? {} : { minutesAsked: minutes }),
  };
}
