import type { CardId } from '../../kernel/ids.ts';
import { MILLIS_PER_MINUTE, MINUTES_PER_DAY } from '../../kernel/time.ts';
import { dayInRange, type DayRange, fuzzFraction, fuzzRangeUnder } from './fuzz.ts';
import {
  type ChosenDays,
  GRADES,
  type Grade,
  type IntervalRules,
  type LearningSchedule,
  type Memory,
  type Moment,
  PRESENT_RULES,
  type Schedule,
  type SchedulerOptions,
} from './schedule.ts';
import { type NextStep, nextStep } from './steps.ts';

/** What FSRS says of a card. */
export interface Prediction {
  memoryAfter(grade: Grade): Memory;
  /**
   * Days until recall falls to the desired retention, for each day of stability: not rounded, no
   * maximum, no fuzz.
   */
  readonly daysPerStability: number;
}

/**
 * The schedules that the grades from Again to Easy give a sound `schedule` at `moment`, in order.
 * FSRS comes in through `predicted`; steps, order of the grades, limits and fuzz are decided here.
 */
export function outcomes(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  moment: Moment,
  predicted: Prediction,
  chosen?: ChosenDays,
): readonly Schedule[] {
  return GRADES.map((grade) =>
    outcome(options, cardId, schedule, moment, predicted, grade, PRESENT_RULES, chosen?.[grade]),
  );
}

/** The one that `last` gives. `chosenDays`: see Limiting. */
export function outcome(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  moment: Moment,
  predicted: Prediction,
  last: Grade,
  rules: IntervalRules = PRESENT_RULES,
  chosenDays?: number,
): Schedule {
  const limiting = limitingOf(options, cardId, schedule, chosenDays);
  return workedOut(limiting, moment, predicted, last, rules);
}

/** What `workedOut` works out within; it says in it among what days there was a choice. */
export function limitingOf(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  chosenDays?: number,
): Limiting {
  const fraction = options.fuzz ? fuzzFraction(cardId, schedule.reps) : undefined;
  return { options, schedule, fraction, chosenDays, range: undefined };
}

/**
 * The schedule that `last` gives. The grades below it matter only by their intervals, each of which must be shorter than the
 * next; those that lead to a step of minutes have none and cost nothing.
 */
export function workedOut(
  limiting: Limiting,
  moment: Moment,
  predicted: Prediction,
  last: Grade,
  rules: IntervalRules,
): Schedule {
  const { options, schedule } = limiting;
  // Rules 1 rounded always; the field does in steps, where Good and Easy are concerned.
  const isRounded = rules === 1 || schedule.state !== 'review';
  let minimumDays = 1;
  for (const grade of GRADES) {
    const step = stepAfter(options, schedule, grade);
    // Steps of a day or more are whole days: the card goes to review (MEMORY-7).
    const isInSteps = step !== undefined && step.minutes < MINUTES_PER_DAY;
    if (grade === 4 && schedule.state !== 'review' && rules > 1) {
      // A day or more after what FSRS says of Good, whatever step Good leads to (MEMORY-11).
      const good = limited(
        limiting,
        3,
        predicted.memoryAfter(3).stability * predicted.daysPerStability,
        1,
        false,
      );
      minimumDays = Math.max(minimumDays, good + 1);
    }
    if (grade < last && isInSteps) continue;
    const memory = predicted.memoryAfter(grade);
    limiting.range = undefined;
    if (isInSteps) {
      return {
        state: steppingState(schedule),
        reps: schedule.reps + 1,
        lapses: lapsesAfter(schedule, grade),
        memory,
        lastReview: moment,
        step: step.step,
        dueAtMillis: moment.atMillis + Math.round(step.minutes * MILLIS_PER_MINUTE),
      };
    }
    const intervalDays = step
      ? Math.min(Math.round(step.minutes / MINUTES_PER_DAY), options.maximumIntervalDays)
      : limited(
          limiting,
          grade,
          memory.stability * predicted.daysPerStability,
          minimumDays,
          isRounded,
          rules,
          grade === last ? limiting.chosenDays : undefined,
        );
    if (grade === last) {
      return {
        state: 'review',
        reps: schedule.reps + 1,
        lapses: lapsesAfter(schedule, grade),
        memory,
        lastReview: moment,
        intervalDays,
        dueDay: moment.studyDay + intervalDays,
      };
    }
    minimumDays = grade === 1 ? intervalDays : intervalDays + 1;
  }
  throw new Error(`${last} is no grade`);
}

export interface Limiting {
  readonly options: SchedulerOptions;
  readonly schedule: Schedule;
  /** Undefined: no fuzz. */
  readonly fraction: number | undefined;
  /** The interval that was chosen for the last grade; one outside of its range counts for nothing. */
  readonly chosenDays: number | undefined;
  /** Among what days fuzz had the choice for the grade that was worked out last. */
  range: DayRange | undefined;
}

/**
 * An interval of FSRS in whole days, within the maximum, in the order of the grades, and fuzzed, where
 * `isRounded` from whole days on.
 */
function limited(
  limiting: Limiting,
  grade: Grade,
  predictedDays: number,
  minimumDays: number,
  isRounded: boolean,
  rules: IntervalRules = PRESENT_RULES,
  chosenDays?: number,
): number {
  const { options, schedule, fraction } = limiting;
  const maximumDays = options.maximumIntervalDays;
  const limits = {
    minimumDays: Math.min(minimumDays, maximumDays),
    maximumDays,
    previousDays: schedule.state === 'review' && grade !== 1 ? schedule.intervalDays : 0,
  };
  const wholeDays = Math.min(Math.max(Math.round(predictedDays), minimumDays), maximumDays);
  if (fraction === undefined) return wholeDays;
  const range = fuzzRangeUnder(rules, isRounded ? wholeDays : predictedDays, limits);
  limiting.range = range;
  const isChosen = chosenDays !== undefined && chosenDays >= range[0] && chosenDays <= range[1];
  return isChosen ? chosenDays : dayInRange(range, fraction);
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

function lapsesAfter({ state, lapses }: Schedule, grade: Grade): number {
  return state === 'review' && grade === 1 ? lapses + 1 : lapses;
}
