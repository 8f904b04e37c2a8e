import type { CardId } from '../../kernel/ids.ts';
import { MILLIS_PER_MINUTE, MINUTES_PER_DAY } from '../../kernel/time.ts';
import { fuzzed, fuzzFraction } from './fuzz.ts';
import {
  GRADES,
  type Grade,
  type LearningSchedule,
  type Memory,
  type Moment,
  type Schedule,
  type SchedulerOptions,
} from './schedule.ts';
import { type NextStep, nextStep } from './steps.ts';

/** What FSRS says of a card after a grade. */
export interface Prediction {
  readonly memory: Memory;
  /** Whole days until recall falls to the desired retention, 1 or more; no maximum, no fuzz. */
  readonly intervalDays: number;
}

/**
 * The schedules that the grades from Again to `last` give a sound `schedule` at `moment`, in order.
 * FSRS comes in through `predict`; steps, order of the grades, limits and fuzz are decided here.
 */
export function outcomes(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  moment: Moment,
  predict: (grade: Grade) => Prediction,
  last: Grade = 4,
): readonly Schedule[] {
  const fraction = options.fuzz ? fuzzFraction(cardId, schedule.reps) : undefined;
  let minimumDays = 1;
  return GRADES.slice(0, last).map((grade): Schedule => {
    const { memory, intervalDays: predictedDays } = predict(grade);
    const graded = { ...counted(schedule, grade), memory, lastReview: moment };
    const step = stepAfter(options, schedule, grade);
    // Steps of a day or more are whole days: the card goes to review (S7).
    if (step && step.minutes < MINUTES_PER_DAY) {
      const dueAtMillis = moment.atMillis + Math.round(step.minutes * MILLIS_PER_MINUTE);
      return { ...graded, state: steppingState(schedule), step: step.step, dueAtMillis };
    }
    const intervalDays = step
      ? Math.min(Math.round(step.minutes / MINUTES_PER_DAY), options.maximumIntervalDays)
      : limited(options, schedule, grade, predictedDays, minimumDays, fraction);
    minimumDays = grade === 1 ? intervalDays : intervalDays + 1;
    return { ...graded, state: 'review', intervalDays, dueDay: moment.studyDay + intervalDays };
  });
}

/** An interval of FSRS within the maximum, in the order of the grades, and fuzzed if asked. */
function limited(
  options: SchedulerOptions,
  schedule: Schedule,
  grade: Grade,
  predictedDays: number,
  minimumDays: number,
  fraction: number | undefined,
): number {
  const maximumDays = options.maximumIntervalDays;
  const limits = {
    minimumDays: Math.min(minimumDays, maximumDays),
    maximumDays,
    previousDays: schedule.state === 'review' && grade !== 1 ? schedule.intervalDays : 0,
  };
  const plainDays = Math.min(Math.max(predictedDays, minimumDays), maximumDays);
  return fraction === undefined ? plainDays : fuzzed(plainDays, fraction, limits);
}

function stepAfter(
  options: SchedulerOptions,
  schedule: Schedule,
  grade: Grade,
): NextStep | undefined {
  switch (schedule.state) {
    case 'new':
      return nextStep(options.learningStepsMinutes, 0, grade);
    case 'learning':
      return nextStep(options.learningStepsMinutes, schedule.step, grade);
    case 'relearning':
      return nextStep(options.relearningStepsMinutes, schedule.step, grade);
    case 'review':
      return grade === 1 ? nextStep(options.relearningStepsMinutes, 0, grade) : undefined;
  }
}

function steppingState({ state }: Schedule): LearningSchedule['state'] {
  return state === 'new' || state === 'learning' ? 'learning' : 'relearning';
}

function counted({ state, reps, lapses }: Schedule, grade: Grade) {
  return { reps: reps + 1, lapses: state === 'review' && grade === 1 ? lapses + 1 : lapses };
}
