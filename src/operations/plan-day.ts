import { type DayPlan, minutesLeft } from '../domain/exam/day-plan.ts';
import type { Forecast } from '../domain/exam/forecast.ts';
import type { CardId, OverlayId } from '../domain/ids.ts';
import type { Exam } from '../domain/overlay/overlay.ts';
import { failed, ok, type Result } from '../domain/problem.ts';
import type { ClockReading } from '../domain/scheduling/study-day.ts';
import { keepForecast, readOverlays } from '../store/overlays.ts';
import type { SessionPlan } from '../store/queue.ts';
import type { SessionRow } from '../store/schema.ts';
import { beginSession } from '../store/session.ts';
import { storageProblem } from '../store/storage-problem.ts';
import type { Deps } from './deps.ts';

/**
 * What today asks for where an exam, a break or a catch-up is on; with `minutes`, the best of so
 * many minutes. Keeps the day's forecasts; schedules nothing and changes no card.
 */
export async function planDay(deps: Deps, minutes?: number): Promise<Result<DayPlan>> {
  const found = await cardsFound(deps);
  if (!found.ok) return found;
  const request = minutes === undefined ? {} : { minutes };
  const planned = await deps.planner.day({ ...request, found: found.value });
  if (planned.ok && minutes === undefined) await keepForecasts(deps, planned.value.forecasts);
  return planned;
}

/** So that tomorrow can say what changed. Study does not fail for it: it can be predicted anew. */
async function keepForecasts(deps: Deps, forecasts: readonly Forecast[]): Promise<void> {
  for (const forecast of forecasts) await keepForecast(deps.store, forecast).catch(() => {});
}

/** Begins a session with the plan of today, or with the best of `minutes` minutes. */
export async function beginPlannedStudy(deps: Deps, minutes?: number): Promise<Result<DayPlan>> {
  const planned = await planDay(deps, minutes);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (plan.cards.length + plan.learning.cards === 0) {
    return failed(
      'There is nothing to study in that time.',
      'Everything is as it was.',
      'Choose more minutes, or come back when cards are due.',
    );
  }
  try {
    await beginSession(deps.store, { plan: sessionPlanOf(plan, minutes) }, deps.clock());
    return ok(plan);
  } catch (error) {
    return storageProblem(error);
  }
}

/**
 * The session as it is; where a study day has ended since it was planned, planned anew (Y11): a
 * plan is for its own day.
 */
export async function planAnew(
  deps: Deps,
  session: SessionRow,
  now: ClockReading,
): Promise<Result<SessionRow>> {
  const { plan } = session;
  if (!plan || plan.studyDay === session.studyDay) return ok(session);
  const planned = await planDay(deps, plan.minutesAsked);
  if (!planned.ok) return planned;
  const fresh = sessionPlanOf(planned.value, plan.minutesAsked);
  return ok(await beginSession(deps.store, { plan: fresh }, now));
}

function sessionPlanOf(plan: DayPlan, minutes: number | undefined): SessionPlan {
  const left = minutes ?? minutesLeft(plan);
  return {
    studyDay: plan.studyDay,
    cards: plan.cards,
    ...(left === undefined ? {} : { budgetMillis: Math.round(left * 60_000) }),
    ...(minutes === undefined ? {} : { minutesAsked: minutes }),
  };
}

/** The cards that the searches of exams find: the planner knows schedules, not texts. */
async function cardsFound(
  deps: Deps,
): Promise<Result<Readonly<Record<OverlayId, readonly CardId[]>>>> {
  const overlays = await readOverlays(deps.store);
  const found: Record<OverlayId, readonly CardId[]> = {};
  for (const overlay of overlays) {
    if (overlay.kind !== 'exam' || !overlay.isOn || overlay.cards.search.trim() === '') continue;
    const cards = await cardsOfSearch(deps, overlay);
    if (!cards.ok) return cards;
    found[overlay.id] = cards.value;
  }
  return ok(found);
}

/** The cards that the exam's search finds; none where it has no search. */
export async function cardsOfSearch(
  deps: Deps,
  { cards: { search } }: Pick<Exam, 'cards'>,
): Promise<Result<readonly CardId[]>> {
  if (search.trim() === '') return ok([]);
  const sort = { column: 'due', descending: false } as const;
  const result = await deps.library.find({ text: search, mode: 'cards', sort });
  if (!result.ok) return result;
  return ok((await deps.library.ids(result.token)) as readonly CardId[]);
}
