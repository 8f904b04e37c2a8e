import type { OverlayId } from '../../../kernel/ids.ts';
import { type Exam, minutesOn } from '../../overlay/overlay.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { weightAmong } from '../choice.ts';
import { askedOf } from './day-asked.ts';
import { type DayPlan, type ExamLine, minutesOfPlan } from './day-plan.ts';
import type { DayPlanned } from './day-plan-of.ts';
import { forecastChangeInWords, type Forecast } from '../outlook/forecast.ts';
import { recallsIn, rangeOf, withoutStudyOf } from '../outlook/recalls.ts';

/** Each exam ahead as the day's plan sees it, with what changed since the forecast before. */
export function examLines(
  { day, scene, plan }: DayPlanned,
  today: StudyDay,
  older: ReadonlyMap<string, { readonly older: Forecast; readonly studiedMinutes: number }>,
): Pick<DayPlan, 'exams' | 'forecasts'> {
  const forecasts: Forecast[] = [];
  const exams = scene.exams.map(({ exam, daysLeft }, index): ExamLine => {
    const recalls = plan ? recallsIn(plan, scene, index) : [];
    const weight = weightAmong(
      exam.weights,
      recalls.map(({ card }) => card),
    );
    const predicted = rangeOf(recalls, weight);
    const forecast: Forecast = {
      overlayId: exam.id,
      studyDay: today,
      predicted,
      withoutStudy: withoutStudyOf(recalls, weight),
      cards: recalls.length,
      unseen: recalls.filter(({ card }) => card.schedule.state === 'new').length,
      daysLeft,
      minutesToday: minutesOn(exam, today),
      minutesAWeek: exam.minutes.reduce((sum, minutes) => sum + minutes, 0),
      weights: sumOfWeights(exam),
      givenMinutes: Array.from(scene.givenSeconds.slice(0, daysLeft), (seconds) => seconds / 60),
      others: scene.exams.flatMap((other, at) => (at === index ? [] : today + other.daysLeft)),
      rules: `${exam.otherReviews} ${exam.retentionFloor ?? ''}`,
    };
    forecasts.push(forecast);
    const since = older.get(exam.id as OverlayId);
    const change = since && forecastChangeInWords({ ...since, newer: forecast });
    return {
      overlayId: exam.id,
      name: exam.name,
      daysLeft,
      predicted,
      cards: recalls.length,
      today: todayOf(exam.id, day),
      change,
    };
  });
  return { exams, forecasts };
}

/** The share of an exam in what the day asks for: of the minutes that are left, its cards' part. */
function todayOf(overlayId: OverlayId, day: DayPlanned['day']): ExamLine['today'] {
  const own = day.cards.filter(
    ({ why }) => (why.kind === 'exam' || why.kind === 'floor') && why.overlayId === overlayId,
  );
  const seconds = own.reduce((sum, card) => sum + card.seconds, 0);
  const asked = askedOf(day).minutes;
  const planned = minutesOfPlan(day);
  return {
    minutes: planned > 0 ? (seconds / 60) * (asked / planned) : 0,
    new: asked > 0 ? own.filter(({ isNew }) => isNew).length : 0,
  };
}

function sumOfWeights({ weights }: Exam): number {
  return weights.reduce((sum, { weight }) => sum + weight, 0);
}
